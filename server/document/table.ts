/** The cells of a pipe table, with exact ranges. */
import type { Range } from "../base/range";
import type { Block } from "./block";
import { isBlank, skipBlanks, trimBlanks } from "./block-starts";

/**
 * Reads the cells of a block of kind `table`; cells beyond the head's count are kept, missing ones are absent.
 * As on GitHub, a pipe splits unless a backslash stands right before it, within code spans too.
 */
export function parseTable(text: string, block: Block): Table {
  const rows: TableRow[] = [];
  let start = block.range.start;
  for (let line = block.line; line < block.endLine; line++) {
    const end = findLineEnd(text, start, block.range.end);
    // Only the head's line can hold the markers of list items.
    const content = line === block.line ? block.contentStart : skipQuotes(text, start, end);
    rows.push({ cells: readCells(text, content, end), range: { start, end }, line });
    start = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
  }
  const [head = { cells: [], range: block.range, line: block.line }, delimiter = head, ...body] = rows;
  return { head, delimiter: delimiter.range, rows: body };
}

export interface TableCell {
  /** The cell's text without the pipes and surrounding white space; where there is none, behind the first blank. */
  readonly range: Range;
  /** The cell's text with `\|` read as `|`, trimmed. */
  readonly text: string;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** The whole line without its ending. */
  readonly range: Range;
  /** Zero-based line in the document. */
  readonly line: number;
}

export interface Table {
  readonly head: TableRow;
  /** The range of the delimiter row's line. */
  readonly delimiter: Range;
  readonly rows: readonly TableRow[];
}

/** Behind the indentation and the markers of the quotes around the table; no row begins with a `>` of its own. */
function skipQuotes(text: string, start: number, end: number): number {
  let at = skipBlanks(text, start, end);
  while (at < end && text.charCodeAt(at) === 0x3e /* > */) at = skipBlanks(text, at + 1, end);
  return at;
}

function findLineEnd(text: string, start: number, blockEnd: number): number {
  let at = start;
  while (at < blockEnd && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at++;
  return at;
}

function readCells(text: string, start: number, lineEnd: number): TableCell[] {
  const end = trimBlanks(text, start, lineEnd);
  const cells: TableCell[] = [];
  let from = text.charCodeAt(start) === 0x7c /* | */ ? start + 1 : start;
  for (let at = text.indexOf("|", from); at >= 0 && at < end; at = text.indexOf("|", at + 1)) {
    if (text.charCodeAt(at - 1) === 0x5c /* \ */) continue;
    cells.push(readCell(text, from, at));
    from = at + 1;
  }
  // What follows the last pipe is a cell, unless it is nothing.
  if (from < end) cells.push(readCell(text, from, end));
  return cells;
}

function readCell(text: string, from: number, to: number): TableCell {
  const start = skipBlanks(text, from, to);
  if (start === to) {
    const at = from < to && isBlank(text.charCodeAt(from)) ? from + 1 : from;
    return { range: { start: at, end: at }, text: "" };
  }
  const end = trimBlanks(text, start, to);
  const written = text.slice(start, end);
  return { range: { start, end }, text: written.includes("\\") ? written.replaceAll("\\|", "|") : written };
}
