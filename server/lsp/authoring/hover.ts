/** Answers what a reader wants to know of the thing under the pointer. */
import type { Hover, TextDocumentPositionParams } from "vscode-languageserver/node";
import { ruleFacts } from "../../engine/rule-facts";
import { hoverAt } from "../../features/authoring/hover";
import { toLspRange } from "../convert";
import { toMarkup } from "../markup";
import type { AuthoringFeature } from "./feature";

export const hover: AuthoringFeature = {
  capabilities: { hoverProvider: true },
  answer: ({ connection, guard, ask, context: { features } }) =>
    connection.onHover(
      guard<[TextDocumentPositionParams], Hover | null>("Hover", null, (question) => {
        const asked = ask(question);
        const found = asked && hoverAt(asked.context, ruleFacts);
        if (asked === undefined || found === undefined) return null;
        const contents = toMarkup(found.markdown, features.markdownHover);
        return { contents, range: toLspRange(found.range, asked.lines) };
      }),
    ),
};
