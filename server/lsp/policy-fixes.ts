/** Quick fixes in policy files and templates: the name that a message proposes, in place of the one that is written. */
import { type CodeAction, CodeActionKind } from "vscode-languageserver/node";
import { type Range, touches } from "../base/range";
import { writeYamlScalar } from "../base/yaml";
import { proposedName } from "../policy/quote";
import type { ClientFeatures } from "./client-features";
import type { OpenText } from "./publisher";
import { toWorkspaceEdit } from "./workspace-edits";
import type { WorkspaceSession } from "./workspace-session";

/** `range` is in UTF-16 units of the open text. */
export function policyFixes(
  range: Range,
  session: WorkspaceSession,
  path: string,
  open: OpenText,
  features: ClientFeatures,
): CodeAction[] {
  const { loaded, diagnostics } = session.policies;
  const problems = loaded.problems.filter((each) => each.path === path && touches(each.range, range));
  return problems.flatMap((problem): CodeAction[] => {
    const name = proposedName(problem.message);
    if (name === undefined) return [];
    const edit = toWorkspaceEdit([{ ...open, edits: [nameEdit(open.text, problem.range, name)] }], features);
    const known = diagnostics.get(path)?.filter(({ message }) => message === problem.message) ?? [];
    return edit === undefined
      ? []
      : [
          {
            title: `Change to \`${name}\``,
            kind: CodeActionKind.QuickFix,
            diagnostics: known,
            isPreferred: true,
            edit,
          },
        ];
  });
}

/** Within the quotes that are there; with quotes where YAML asks for them. */
function nameEdit(text: string, { start, end }: Range, name: string) {
  const isQuoted = /^(["']).*\1$/s.test(text.slice(start, end));
  return isQuoted
    ? { range: { start: start + 1, end: end - 1 }, newText: name }
    : { range: { start, end }, newText: writeYamlScalar(name) };
}
