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
  /** Where `text` begins in the document. */
  readonly start: number;
  /** True when the line opens a list item, in a list or in a fence. */
  readonly isItem: boolean;
  readonly inFence: boolean;
}

const MARKER = /^(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const MARKER_FIRST = "-*+0123456789";
const TAB = 4;

/** The lines of a fence's content, or of any other block. */
export function linesOf(text: string, block: Block): ContentLine[] {
  const inFence = block.kind === "fence";
  const { start, end } = inFence ? (block.content ?? { start: 0, end: 0 }) : block.range;
  const lines: ContentLine[] = [];
  const content = text.slice(start, end);
  let line = inFence ? block.line + 1 : block.line;
  // Both ends go on from line to line: a flag for "has no CR" is worked out anew in every turn by V8's optimiser.
  let newline = findUnit(content, "\n", 0);
  let carriage = findUnit(content, "\r", 0);
  for (let at = 0; at < content.length; line++) {
    const lineEnd = Math.min(newline, carriage);
    lines.push(readLine(text, { start: start + at, end: start + lineEnd }, line, inFence));
    at = carriage + 1 === newline ? newline + 1 : lineEnd + 1;
    if (newline < at) newline = findUnit(content, "\n", at);
    if (carriage < at) carriage = findUnit(content, "\r", at);
  }
  return lines;
}

function findUnit(text: string, unit: string, from: number): number {
  const at = text.indexOf(unit, from);
  return at < 0 ? text.length : at;
}

/** Where the line that holds `from` ends, but not behind `end`. A lone CR ends a line, too. */
export function findLineEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at++;
  return at;
}

function readLine(text: string, range: Range, line: number, inFence: boolean): ContentLine {
  let at = range.start;
  let indent = 0;
  for (; at < range.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20) indent++;
    else if (unit === 0x09) indent += TAB;
    else break;
  }
  const written = text.slice(at, range.end).trimEnd();
  const marker = MARKER_FIRST.includes(written.charAt(0)) ? MARKER.exec(written)?.[0].length : undefined;
  const content = marker === undefined ? written : written.slice(marker);
  return {
    range,
    line,
    indent,
    text: content,
    start: at + (marker ?? 0),
    isItem: marker !== undefined,
    inFence,
  };
}
