/** Comments by which an author accepts a finding: `<!-- docket-disable-next-line rule: reason -->`. */
import type { Range } from "../base/range";
import type { Block } from "./block";

export interface Suppression {
  readonly kind: "line" | "document";
  /** Rule ids or `group/*`, as written. */
  readonly rules: readonly { readonly id: string; readonly range: Range }[];
  readonly reason: string;
  /** The whole comment. */
  readonly range: Range;
  /** For kind `line`: the line below the comment, as offsets. */
  readonly target: Range | undefined;
}

const COMMENT =
  /<!--[ \t]*docket-disable(-next-line)?(?![\w-])[ \t]*([^:\r\n]*?)[ \t]*(?::[ \t]*([\s\S]*?))?[ \t]*-->/g;

/** Comments within code are examples, not suppressions. */
export function findSuppressions(text: string, blocks: readonly Block[]): readonly Suppression[] {
  // the short text is found or missed several times faster than the long one
  if (!text.includes("<!--") || !text.includes("docket-disable")) return [];
  const found: Suppression[] = [];
  for (const match of text.matchAll(COMMENT)) {
    const start = match.index;
    if (isCode(text, start, blocks)) continue;
    const range = { start, end: start + match[0].length };
    const list = match[2] ?? "";
    const listStart =
      start + match[0].indexOf(list, match[0].indexOf("docket-disable") + 14 + (match[1]?.length ?? 0));
    found.push({
      kind: match[1] === undefined ? "document" : "line",
      rules: splitRules(list, listStart),
      reason: (match[3] ?? "").trim(),
      range,
      target: match[1] === undefined ? undefined : nextLine(text, range.end),
    });
  }
  return found;
}

function splitRules(list: string, offset: number): Suppression["rules"] {
  return [...list.matchAll(/[^\s,]+/g)].map((match) => ({
    id: match[0],
    range: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}

function isCode(text: string, offset: number, blocks: readonly Block[]): boolean {
  for (const block of blocks) {
    if (block.range.start > offset) break;
    if (offset >= block.range.end) continue;
    if (block.kind === "fence" || block.kind === "indented-code" || block.kind === "front-matter")
      return true;
  }
  const lineStart = text.lastIndexOf("\n", offset) + 1;
  return (text.slice(lineStart, offset).split("`").length - 1) % 2 === 1;
}

/** The line below the one that holds `offset`; empty at the end of the text. */
function nextLine(text: string, offset: number): Range {
  const end = text.indexOf("\n", offset);
  if (end < 0) return { start: text.length, end: text.length };
  const next = text.indexOf("\n", end + 1);
  return { start: end + 1, end: next < 0 ? text.length : next };
}
