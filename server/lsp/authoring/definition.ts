/** Answers where the thing under the cursor is defined. */
import type { DefinitionLink, Location, TextDocumentPositionParams } from "vscode-languageserver/node";
import { definitionAt, type Place } from "../../features/authoring/definition";
import { START, toLspRange } from "../convert";
import { type Asked, linesOf } from "./ask";
import type { AuthoringFeature } from "./feature";

export const definition: AuthoringFeature = {
  capabilities: { definitionProvider: true },
  answer: ({ connection, guard, ask }) =>
    connection.onDefinition(
      guard<[TextDocumentPositionParams], DefinitionLink[] | Location[] | null>(
        "Definition",
        null,
        (question) => {
          const asked = ask(question);
          const found = asked && definitionAt(asked.context);
          if (asked === undefined || found === undefined) return null;
          return found.places.map((place) => toLocation(place, asked));
        },
      ),
    ),
};

function toLocation({ path, range }: Place, asked: Asked): Location {
  const uri = asked.session.uriOf(path);
  return { uri, range: range === undefined ? START : toLspRange(range, linesOf(path, asked)) };
}
