/** Quick fixes in policy files and templates: the name that a message proposes, in place of the one that is written. */
import { type CodeAction, CodeActionKind } from "vscode-languageserver/node";
import { LineIndex } from "../base/lines";
import { type Range, touches } from "../base/range";
import { writeYamlScalar } from "../base/yaml";
import { proposedName, quote } from "../policy/quote";
import type { ClientFeatures } from "./client-features";
import { toLspRange } from "./convert";
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
  const lines = new LineIndex(open.text);
  const problems = loaded.problems.filter((each) => each.path === path && touches(each.range, range));
  return problems.flatMap(({ range: at, message }): CodeAction[] => {
    const name = proposedName(message);
    const change = name === undefined ? undefined : nameEdit(open.text, at, name, message);
    const edit = change && toWorkspaceEdit([{ ...open, edits: [change.edit] }], features);
    if (edit === undefined) return [];
    const { start } = toLspRange(at, lines);
    const known = diagnostics
      .get(path)
      ?.filter(
        (each) =>
          each.message === message &&
          each.range.start.line === start.line &&
          each.range.start.character === start.character,
      );
    const title = `Change to \`${change?.name}\``;
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: known ?? [], isPreferred: true, edit }];
  });
}

/**
 * Within the quotes that are there; with quotes where YAML asks for them. A mark such as `{slug}` is a part of a text.
 * Undefined where the message speaks of something else than all that stands at its place.
 */
function nameEdit(text: string, { start, end }: Range, proposed: string, message: string) {
  const isQuoted = /^(["']).*\1$/s.test(text.slice(start, end));
  const range = isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
  const written = text.slice(range.start, range.end);
  if (!message.includes(quote(written))) return undefined;
  const isMark = /^\{[^{}]*\}$/.test(written);
  const name = isMark && !proposed.startsWith("{") ? `{${proposed}}` : proposed;
  return { name, edit: { range, newText: isQuoted || isMark ? name : writeYamlScalar(name) } };
}
