/** Answers where the thing under the cursor is defined. */
import type { DefinitionLink, Location, TextDocumentPositionParams } from "vscode-languageserver/node";
import { LineIndex } from "../../base/lines";
import { definitionAt, type Place } from "../../features/authoring/definition";
import { policyDefinitionAt } from "../../features/authoring/policy-file/definition";
import { START, toLspRange } from "../convert";
import { type Asked, linesOf } from "./ask";
import type { AskedPolicy } from "./ask-policy";
import type { AuthoringFeature } from "./feature";

export const definition: AuthoringFeature = {
  capabilities: { definitionProvider: true },
  answer: ({ connection, guard, ask, askPolicy }) =>
    connection.onDefinition(
      guard<[TextDocumentPositionParams], DefinitionLink[] | Location[] | null>(
        "Definition",
        null,
        (question) => {
          const policy = askPolicy(question);
          if (policy !== undefined) return locateInPolicies(policy);
          const asked = ask(question);
          const found = asked && definitionAt(asked.context);
          if (asked === undefined || found === undefined) return null;
          return found.places.map((place) => toLocation(place, asked));
        },
      ),
    ),
};

function locateInPolicies({ session, context }: AskedPolicy): Location[] | null {
  const found = policyDefinitionAt(context);
  if (found === undefined) return null;
  return found.places.map(({ path, range }) => {
    const lines = new LineIndex(session.textAt(path) ?? "");
    return { uri: session.uriOf(path), range: range === undefined ? START : toLspRange(range, lines) };
  });
}

function toLocation({ path, range }: Place, asked: Asked): Location {
  const uri = asked.session.uriOf(path);
  return { uri, range: range === undefined ? START : toLspRange(range, linesOf(path, asked)) };
}
