/** Answers what a reader wants to know of the thing under the pointer. */
import type { Hover, TextDocumentPositionParams } from "vscode-languageserver/node";
import { LineIndex } from "../../base/lines";
import { type HoverLinks, hoverAt } from "../../features/authoring/hover";
import { policyHoverAt } from "../../features/authoring/policy-file/hover";
import { findDeclarations } from "../../policy/declarations";
import type { ClientFeatures } from "../client-features";
import { pageOf, toLspRange } from "../convert";
import { toMarkup } from "../markup";
import type { WorkspaceSession } from "../workspace-session";
import type { AuthoringFeature } from "./feature";

export const hover: AuthoringFeature = {
  capabilities: { hoverProvider: true },
  answer: ({ connection, guard, ask, askPolicy, context: { features } }) =>
    connection.onHover(
      guard<[TextDocumentPositionParams], Hover | null>("Hover", null, (question) => {
        const asked = askPolicy(question) ?? ask(question);
        if (asked === undefined) return null;
        const { context, session } = asked;
        const found =
          "document" in context ? hoverAt(context, linksOf(session, features)) : policyHoverAt(context);
        if (found === undefined) return null;
        const contents = toMarkup(found.markdown, features.markdownHover);
        return { contents, range: toLspRange(found.range, asked.lines) };
      }),
    ),
};

function linksOf(session: WorkspaceSession, { docsBase }: ClientFeatures): HoverLinks {
  return {
    rule: (id) => pageOf(id, docsBase),
    policy: (names, policyPath) => {
      const readFile = (path: string) => session.textAt(path);
      for (const steps of names) {
        const [found] = findDeclarations(policyPath, steps, readFile);
        if (found === undefined) continue;
        const { line } = new LineIndex(readFile(found.path) ?? "").positionAt(found.range.start);
        return `${session.uriOf(found.path)}#L${line + 1}`;
      }
      return session.uriOf(policyPath);
    },
  };
}
