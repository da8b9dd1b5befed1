/** Answers what a reader wants to know of the thing under the pointer. */
import { type Hover, MarkupKind, type TextDocumentPositionParams } from "vscode-languageserver/node";
import { ruleFacts } from "../../engine/rule-facts";
import { hoverAt } from "../../features/authoring/hover";
import { toLspRange } from "../convert";
import type { AuthoringFeature } from "./feature";

export const hover: AuthoringFeature = {
  capabilities: { hoverProvider: true },
  answer: ({ connection, guard, ask }) =>
    connection.onHover(
      guard<[TextDocumentPositionParams], Hover | null>("Hover", null, (question) => {
        const asked = ask(question);
        const found = asked && hoverAt(asked.context, ruleFacts);
        if (asked === undefined || found === undefined) return null;
        const contents = { kind: MarkupKind.Markdown, value: found.markdown };
        return { contents, range: toLspRange(found.range, asked.lines) };
      }),
    ),
};
