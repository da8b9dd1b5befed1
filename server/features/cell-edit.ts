/** Writes one cell of a table and nothing else, and keeps the pipes in line where the table has them so. */
import { displayWidth } from "../base/display-width";
import { type TextEdit, trimEdit } from "../base/edit";
import type { Range } from "../base/range";
import type { Block } from "../document/block";
import { parseTable, type TableCell, type TableRow } from "../document/table";

type Measure = (text: string) => number;

/** How those who pad by hand or by a tool may have counted. */
const MEASURES: readonly Measure[] = [displayWidth, (text) => text.length];
const RIGHT_ALIGNED = /^[ \t]*-+:[ \t]*$/;

/**
 * Puts `value`, a single line, into the cell of `row` in the given column; pipes are escaped. The cell keeps its width
 * where the column is padded to one width and the value fits, otherwise this cell alone grows. A row that is short
 * of the cell gets it. Empty where the cell says so already.
 */
export function cellEdits(
  text: string,
  block: Block,
  row: TableRow,
  column: number,
  value: string,
): readonly TextEdit[] {
  const escaped = value.replaceAll("|", "\\|");
  const cell = row.cells[column];
  if (cell === undefined) return [appendCell(text, row, column, escaped)];
  const written = text.slice(cell.range.start, cell.range.end);
  if (written === escaped) return [];
  return [trimEdit(text, replaceCell(text, block, row, column, cell, escaped))];
}

function replaceCell(
  text: string,
  block: Block,
  row: TableRow,
  column: number,
  { range }: TableCell,
  value: string,
): TextEdit {
  const whole = wholeCell(text, range, row);
  // what no pipe closes ends with its text
  if (whole.end >= row.range.end) return { range, newText: value };
  const table = parseTable(text, block);
  const isRight =
    RIGHT_ALIGNED.test(delimiterCell(text, table.delimiter, column)) && text[whole.start - 1] === "|";
  const isEmpty = range.start === range.end;
  // an empty cell has its place at its other end then
  const place = isRight && isEmpty ? { start: Math.max(range.start, whole.end - 1) } : range;
  const lead = text.slice(whole.start, place.start);
  const trail = text.slice(isEmpty ? place.start : range.end, whole.end);
  const [fixed, padding] = isRight ? [trail, lead] : [lead, trail];
  const measure = findMeasure(text, [table.head, ...table.rows], column);
  const kept = value.endsWith("\\") && trail === "" ? `${value} ` : value;
  const least = isEmpty && fixed !== "" ? 1 : Math.min(1, padding.length);
  const count = measure ?? displayWidth;
  const room = count(text.slice(whole.start, whole.end)) - count(fixed) - count(kept);
  const isPadded = measure !== undefined || padding.length > 1;
  const blanks = " ".repeat(isPadded ? Math.max(room, least) : Math.max(padding.length, least));
  const newText = isRight ? blanks + kept + trail : lead + kept + blanks;
  return { range: whole, newText };
}

/** From pipe to pipe, or to the line's end. */
function wholeCell(text: string, range: Range, row: TableRow): Range {
  let { start, end } = range;
  while (start > row.range.start && isBlank(text, start - 1)) start--;
  while (end < row.range.end && isBlank(text, end)) end++;
  return { start, end };
}

function isBlank(text: string, at: number): boolean {
  return text[at] === " " || text[at] === "\t";
}

/** The measure by which the column is aligned, and most other columns too; undefined where it is not. */
function findMeasure(text: string, rows: readonly TableRow[], column: number): Measure | undefined {
  const [first, second] = MEASURES.filter((each) => isAligned(text, rows, column, each));
  if (first === undefined || second === undefined) return first;
  const columns = [...(rows[0]?.cells.keys() ?? [])];
  const countBy = (measure: Measure) => columns.filter((each) => isAligned(text, rows, each, measure)).length;
  return countBy(second) > countBy(first) ? second : first;
}

/** True when there are several cells in the column, all as wide as each other from pipe to pipe. */
function isAligned(text: string, rows: readonly TableRow[], column: number, measure: Measure): boolean {
  const widths = rows.flatMap((row) => {
    const cell = row.cells[column];
    if (cell === undefined) return [];
    const { start, end } = wholeCell(text, cell.range, row);
    return measure(text.slice(start, end));
  });
  return widths.length > 1 && widths.every((width) => width === widths[0]);
}

function delimiterCell(text: string, delimiter: Range, column: number): string {
  const line = text.slice(delimiter.start, delimiter.end).replace(/^[ \t>]*\|?/, "");
  return line.split("|")[column] ?? "";
}

/** Behind the last cell, with empty ones in between where more are missing. */
function appendCell(text: string, row: TableRow, column: number, value: string): TextEdit {
  let at = row.range.end;
  while (at > row.range.start && isBlank(text, at - 1)) at--;
  const isClosed = text[at - 1] === "|" && text[at - 2] !== "\\";
  const cells = [...Array<string>(column - row.cells.length).fill(""), value];
  const joined = cells.map((each) => (each === "" ? "" : ` ${each}`)).join(" |");
  return { range: { start: at, end: at }, newText: isClosed ? `${joined} |` : ` |${joined}` };
}
