/** One of the two texts that a change lies between: its lines, and on demand its structure. */
import { type LineSpan, rangeOfLines, splitLines, type TextLine } from "../base/line-diff";
import type { Range } from "../base/range";
import type { BlockKind } from "../document/block";
import { parseDocument } from "../document/parse-document";
import type { ParsedDocument } from "../document/types";

export interface Side {
  readonly text: string;
  readonly lines: readonly TextLine[];
  /** Parsed on the first call. */
  readonly parsed: () => ParsedDocument;
}

/** `fieldHeadings` are those of the policy by which the text is read: see `parseDocument`. */
export function createSide(text: string, fieldHeadings?: ReadonlySet<string>): Side {
  let parsed: ParsedDocument | undefined;
  return {
    text,
    lines: splitLines(text),
    parsed: () => {
      parsed ??= parseDocument(text, fieldHeadings);
      return parsed;
    },
  };
}

export function contentsOf(side: Side, { from, to }: LineSpan): readonly string[] {
  return side.lines.slice(from, to).map((line) => line.content);
}

export function rangeOf(side: Side, span: LineSpan): Range {
  return rangeOfLines(side.lines, span);
}

/** True for a line of nothing but spaces and tabs; a byte order mark before them is none of its words. */
export function isBlank(content: string): boolean {
  return /^\uFEFF?[ \t]*$/.test(content);
}

/** True when one of the lines stands in a block of one of the kinds; a fence has its marks in it. */
export function touches(side: Side, span: LineSpan, kinds: readonly BlockKind[]): boolean {
  const end = Math.max(span.to, span.from + 1);
  return side
    .parsed()
    .blocks.some((block) => kinds.includes(block.kind) && block.line < end && span.from < block.endLine);
}

/** Blocks in which nothing is Markdown. */
export const CODE: readonly BlockKind[] = ["fence", "indented-code", "front-matter"];
