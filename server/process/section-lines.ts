/** The lines of a block as key and value lines are read from them: fences, lists and paragraphs look alike here. */
import type { Range } from "../base/range";
import type { Block } from "../document/block";

export interface ContentLine {
  /** The line without its ending. */
  readonly range: Range;
  /** Zero-based. */
  readonly line: number;
  /** Columns before the first character, a list item's marker not counted. */
  readonly indent: number;
  /** What is written, without indentation, list marker and trailing white space; empty for a blank line. */
  readonly text: string;
  /** True when the line opens a list item, in a list or in a fence. */
  readonly isItem: boolean;
  readonly inFence: boolean;
}

const LINE = /[^\r\n]*/y;
const START = /^([ \t]*)((?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/;
const TAB = 4;

/** The lines of a fence's content, or of any other block. */
export function linesOf(text: string, block: Block): ContentLine[] {
  const inFence = block.kind === "fence";
  const { start, end } = inFence ? (block.content ?? { start: 0, end: 0 }) : block.range;
  const lines: ContentLine[] = [];
  let line = inFence ? block.line + 1 : block.line;
  for (let at = start; at < end; line++) {
    LINE.lastIndex = at;
    const lineEnd = Math.min(at + (LINE.exec(text)?.[0].length ?? 0), end);
    lines.push(readLine(text, { start: at, end: lineEnd }, line, inFence));
    at = lineEnd + (text.startsWith("\r\n", lineEnd) ? 2 : 1);
  }
  return lines;
}

function readLine(text: string, range: Range, line: number, inFence: boolean): ContentLine {
  const raw = text.slice(range.start, range.end);
  const [opening = "", space = "", marker = ""] = START.exec(raw) ?? [];
  const indent = space.includes("\t") ? space.replace(/\t/g, " ".repeat(TAB)).length : space.length;
  return { range, line, indent, text: raw.slice(opening.length).trim(), isItem: marker !== "", inFence };
}
