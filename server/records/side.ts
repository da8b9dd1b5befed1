/** One of the two texts that a change lies between: its lines, and on demand its structure. */
import { type LineSpan, rangeOfLines, splitLines, type TextLine } from "../base/line-diff";
import type { Range } from "../base/range";
import { parseDocument } from "../document/parse-document";
import type { ParsedDocument } from "../document/types";

export interface Side {
  readonly text: string;
  readonly lines: readonly TextLine[];
  /** Parsed on the first call. */
  readonly parsed: () => ParsedDocument;
}

export function createSide(text: string): Side {
  let parsed: ParsedDocument | undefined;
  return {
    text,
    lines: splitLines(text),
    parsed: () => {
      parsed ??= parseDocument(text);
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

/** True for a line that holds white space alone; a byte order mark counts as such. */
export function isBlank(content: string): boolean {
  return content.trim() === "";
}

/** True when one of the lines stands in a code block, its fences included, or in front matter. */
export function touchesCode(side: Side, span: LineSpan): boolean {
  return side
    .parsed()
    .blocks.some(
      (block) =>
        (block.kind === "fence" || block.kind === "indented-code" || block.kind === "front-matter") &&
        block.line < Math.max(span.to, span.from + 1) &&
        span.from < block.endLine,
    );
}
