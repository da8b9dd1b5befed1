/** What is at the cursor and may stand elsewhere, too: a document, a role, an id, a gate. */
import type { Range } from "../../base/range";
import { once } from "../../base/remember";
import { findGates } from "../../process/ids";
import { mayBeItem } from "../../process/mentions";
import { processOf } from "../../process/read-process";
import { findRoleIn, rolePlaces } from "../../process/role-mentions";
import { scanMentions, shapeOfId } from "../../process/scan-mentions";
import { spokenRanges } from "../../process/spoken-ranges";
import type { GovernedDocument } from "../../workspace/types";
import type { AuthoringContext, AuthoringWorkspace } from "./context";
import { type IdScope, scopeOfId } from "./id-scope";
import { resolveWritten } from "./paths";
import { holds, lineAt } from "./target";

export type Subject =
  | { readonly kind: "document"; readonly path: string; readonly range: Range }
  | { readonly kind: "role"; readonly key: string; readonly name: string; readonly range: Range }
  | { readonly kind: "id"; readonly id: string; readonly scope: () => IdScope; readonly range: Range }
  /** `Gate 2.1`, `Gate R`: by a number or letter that is an id behind its word only. */
  | { readonly kind: "gate"; readonly name: string; readonly range: Range };

/** On the document's own title, and nothing else in it: the document. Undefined in code and in ordinary prose. */
export function subjectAt(context: AuthoringContext): Subject | undefined {
  const { document, offset } = context;
  const spoken = spokenRanges(document).find((range) => holds(range, offset));
  if (spoken === undefined) return undefined;
  const line = lineAt(document.text, offset);
  const range = {
    start: Math.max(spoken.start, line.start),
    end: Math.min(spoken.end, line.start + line.text.length),
  };
  return (
    pathAt(range, context) ??
    roleAt(context) ??
    idAt(range, context) ??
    gateAt(range, context) ??
    titleAt(context)
  );
}

function pathAt(line: Range, { document, offset, workspace }: AuthoringContext): Subject | undefined {
  return pathsIn(document, line, workspace)
    .filter(({ range }) => holds(range, offset))
    .map(({ path, range }) => ({ kind: "document" as const, path, range }))[0];
}

export interface WrittenPath {
  /** The document that is meant, relative to the root. */
  readonly path: string;
  readonly by: "policy" | "document" | "name";
  /** Without what follows the file name, such as an anchor. */
  readonly range: Range;
  readonly isLink: boolean;
}

/** All mentions of documents of the workspace within a range. */
export function pathsIn(
  document: GovernedDocument,
  range: Range,
  workspace: Pick<AuthoringWorkspace, "find" | "named">,
): readonly WrittenPath[] {
  const { text } = document;
  const found: WrittenPath[] = [];
  scanMentions(text, range, {
    id: () => {},
    path: (start, end, spaced) => {
      for (const from of spaced === undefined ? [start] : [spaced, start]) {
        const isLink = isLinkTarget(text, from);
        const resolved = resolveWritten(text.slice(from, end), document, workspace, isLink);
        if (resolved === undefined) continue;
        found.push({ ...resolved, range: { start: from, end }, isLink });
        break;
      }
    },
  });
  return found;
}

/** The target of a link, of a definition of one, or of an HTML attribute. */
const OPENS_TARGET = /(?:\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?|\b(?:href|src)=["'])$/m;

function isLinkTarget(text: string, start: number): boolean {
  return OPENS_TARGET.test(text.slice(Math.max(0, text.lastIndexOf("\n", start - 1) + 1), start));
}

function roleAt({ document, offset }: AuthoringContext): Subject | undefined {
  const { concerns } = processOf(document).facts;
  for (const { keys, range } of rolePlaces(document, concerns)) {
    if (!holds(range, offset)) continue;
    for (const key of keys) {
      const at = findRoleIn(document, key).find((each) => holds(each, offset));
      if (at !== undefined)
        return { kind: "role", key, name: document.text.slice(at.start, at.end), range: at };
    }
  }
  return undefined;
}

function idAt(line: Range, { document, offset, workspace }: AuthoringContext): Subject | undefined {
  let found: { readonly id: string; readonly range: Range } | undefined;
  scanMentions(document.text, line, {
    id: (id, start) => {
      const range = { start, end: start + id.length };
      if (holds(range, offset)) found ??= { id, range };
    },
    path: () => {},
  });
  if (found === undefined) return undefined;
  const { id, range } = found;
  const scope = once(() => scopeOfId(id, workspace));
  if (!isIdAt(document, range.start, id, scope)) return undefined;
  return { kind: "id", id, scope, range };
}

/** Numbers and words in capitals are ids where a work item goes by them. */
export function isIdAt({ text }: GovernedDocument, start: number, id: string, scope: () => IdScope): boolean {
  const shape = shapeOfId(id);
  if (shape === "lettered") return true;
  const { isWorkItem, titles } = scope();
  return isWorkItem && mayBeItem(text, start, id, titles);
}

function gateAt(line: Range, { document, offset }: AuthoringContext): Subject | undefined {
  return gatesIn(document, line)
    .filter(({ whole }) => holds(whole, offset))
    .map(({ name, range }) => ({ kind: "gate" as const, name, range }))[0];
}

interface WrittenGate {
  readonly name: string;
  /** Of the name. */
  readonly range: Range;
  /** With the word in front of it. */
  readonly whole: Range;
}

/** Gates that are announced by their word, and the names of items in the lines that are theirs. */
export function gatesIn(document: GovernedDocument, { start, end }: Range): readonly WrittenGate[] {
  const found = findGates(document.text.slice(start, end)).map((gate): WrittenGate => {
    const name = gate.id.slice(gate.id.lastIndexOf(" ") + 1);
    const last = start + gate.end;
    return {
      name,
      range: { start: last - name.length, end: last },
      whole: { start: start + gate.start, end: last },
    };
  });
  for (const { item } of processOf(document).gates.flatMap(({ items }) => items)) {
    if (item.id === "" || item.range.start < start || item.range.end > end) continue;
    const at = document.text.slice(item.range.start, item.range.end).indexOf(item.id);
    const from = item.range.start + at;
    const range = { start: from, end: from + item.id.length };
    if (at >= 0 && !found.some((each) => each.range.start === from))
      found.push({ name: item.id, range, whole: range });
  }
  return found;
}

function titleAt({ document, offset }: AuthoringContext): Subject | undefined {
  const { title } = document.parsed;
  if (title === undefined) return undefined;
  const line = lineAt(document.text, title.titleRange.start);
  if (offset < line.start || offset > line.start + line.text.length) return undefined;
  return { kind: "document", path: document.path, range: title.titleRange };
}
