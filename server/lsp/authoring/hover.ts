/** Answers what a reader wants to know of the thing under the pointer. */
import { type Hover, MarkupKind, type TextDocumentPositionParams } from "vscode-languageserver/node";
import { hoverAt } from "../../features/authoring/hover";
import { policyHoverAt } from "../../features/authoring/policy-file/hover";
import { toLspRange } from "../convert";
import type { AuthoringFeature } from "./feature";

export const hover: AuthoringFeature = {
  capabilities: { hoverProvider: true },
  answer: ({ connection, guard, ask, askPolicy }) =>
    connection.onHover(
      guard<[TextDocumentPositionParams], Hover | null>("Hover", null, (question) => {
        const asked = askPolicy(question) ?? ask(question);
        if (asked === undefined) return null;
        const { context } = asked;
        const found = "document" in context ? hoverAt(context) : policyHoverAt(context);
        if (found === undefined) return null;
        const contents = { kind: MarkupKind.Markdown, value: found.markdown };
        return { contents, range: toLspRange(found.range, asked.lines) };
      }),
    ),
};
