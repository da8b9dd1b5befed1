/** Puts the pipes of a table in line, and changes nothing in its cells. */
import { displayWidth } from "../../base/display-width";
import type { TextEdit } from "../../base/edit";
import type { Range } from "../../base/range";
import type { Block } from "../../document/block";
import { parseTable, type TableRow } from "../../document/table";

/** In columns of a fixed-width font: a wider column is not padded, which would fill the screen with blanks. */
const WIDEST_COLUMN = 100;
/** Up to this width the last column is padded, too. */
const WIDEST_TABLE = 120;
const LEAST_DASHES = 3;
const PIPE = /(?<!\\)\|/;

type Alignment = "left" | "right" | "centre" | "none";

interface Column {
  /** Of its widest cell; without padding, of its title. */
  readonly width: number;
  readonly alignment: Alignment;
  /** False where the cells keep their own width, and the pipes behind them stand where they may. */
  readonly padded: boolean;
}

/** A line below the rows that no pipe divides is a sentence to its author, and stays. */
export function alignTable(text: string, block: Block): readonly TextEdit[] {
  const table = parseTable(text, block);
  const delimiter = readDelimiter(text, table.delimiter);
  const rows = [table.head, ...table.rows].flatMap((row, index): Row[] => {
    const range = contentOf(text, row, index === 0 ? block.contentStart : undefined);
    const cells = row.cells.map((cell) => text.slice(cell.range.start, cell.range.end));
    return PIPE.test(text.slice(range.start, range.end)) ? [{ row, range, cells }] : [];
  });
  const columns = measureColumns(text, rows, delimiter);
  const edits = rows.map(({ range, cells }) => ({ range, newText: renderRow(cells, columns) }));
  edits.push({ range: delimiter.range, newText: renderDelimiter(columns, delimiter.isSpaced) });
  return edits.filter(({ range, newText }) => text.slice(range.start, range.end) !== newText);
}

interface Row {
  readonly row: TableRow;
  /** Without the margin. */
  readonly range: Range;
  /** As they stand, escapes included. */
  readonly cells: readonly string[];
}

interface Delimiter {
  /** Without the margin. */
  readonly range: Range;
  /** True where blanks stand around the dashes. */
  readonly isSpaced: boolean;
  readonly alignments: readonly Alignment[];
}

function readDelimiter(text: string, line: Range): Delimiter {
  const start = line.start + marginOf(text.slice(line.start, line.end));
  const written = text.slice(start, line.end);
  const cells = written.trim().replace(/^\|/, "").replace(/\|$/, "").split("|");
  const alignments = cells.map((cell): Alignment => {
    const [left, right] = [cell.trim().startsWith(":"), cell.trim().endsWith(":")];
    if (left) return right ? "centre" : "left";
    return right ? "right" : "none";
  });
  const isSpaced = /-:?[ \t]+\||\|[ \t]+:?-/.test(written);
  return { range: { start, end: line.end }, isSpaced, alignments };
}

/** Behind indentation and the marks of quotes. */
function marginOf(line: string): number {
  return /^[ \t>]*/.exec(line)?.[0].length ?? 0;
}

/** The row behind its margin; only the head's line can hold the mark of a list item. */
function contentOf(text: string, { range }: TableRow, start: number | undefined): Range {
  return { start: start ?? range.start + marginOf(text.slice(range.start, range.end)), end: range.end };
}

function measureColumns(text: string, rows: readonly Row[], { alignments, isSpaced }: Delimiter): Column[] {
  const least = isSpaced ? LEAST_DASHES : LEAST_DASHES - 2;
  const widthOf = (index: number, of: readonly Row[]): number =>
    of.reduce((most, { cells }) => Math.max(most, displayWidth(cells[index] ?? "")), least);
  const widths = alignments.map((_, index) => widthOf(index, rows));
  const whole = widths.reduce((sum, width) => sum + width + " | ".length, 1);
  let inLine = true;
  return alignments.map((alignment, index) => {
    const width = widths[index] ?? least;
    const isLast = index === alignments.length - 1;
    const fits = width <= WIDEST_COLUMN && (!isLast || whole <= WIDEST_TABLE);
    const padded = inLine && (fits || isInLine(text, rows, index));
    inLine = padded;
    return { width: padded ? width : widthOf(index, rows.slice(0, 1)), alignment, padded };
  });
}

/** True when each cell of the column is as wide as the others from pipe to pipe: somebody has padded it. */
function isInLine(text: string, rows: readonly Row[], column: number): boolean {
  const widths = rows.map(({ row }) => {
    const { start, end } = row.cells[column]?.range ?? row.range;
    const before = /\|[ \t]*$/.exec(text.slice(row.range.start, start))?.[0].length ?? 0;
    const behind = /^[ \t]*\|/.exec(text.slice(end, row.range.end))?.[0].length ?? 0;
    return behind === 0 ? 0 : before + displayWidth(text.slice(start, end)) + behind;
  });
  return widths.length > 1 && widths[0] !== 0 && widths.every((width) => width === widths[0]);
}

/** Cells that are missing stay missing, and those beyond the head's stay as they are. */
function renderRow(cells: readonly string[], columns: readonly Column[]): string {
  const padded = cells.map((cell, index) => pad(cell, columns[index]));
  return `|${padded.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|")}|`;
}

function pad(cell: string, column: Column | undefined): string {
  const room = column?.padded === true ? column.width - displayWidth(cell) : 0;
  if (column === undefined || room <= 0) return cell;
  const left = column.alignment === "right" ? room : column.alignment === "centre" ? room >> 1 : 0;
  return " ".repeat(left) + cell + " ".repeat(room - left);
}

/** With blanks around the dashes where the table has them so. */
function renderDelimiter(columns: readonly Column[], spaced: boolean): string {
  const cells = columns.map(({ width, alignment }) => {
    const room = width + (spaced ? 0 : 2);
    const left = alignment === "left" || alignment === "centre" ? ":" : "";
    const right = alignment === "right" || alignment === "centre" ? ":" : "";
    return left + "-".repeat(room - left.length - right.length) + right;
  });
  return spaced ? `| ${cells.join(" | ")} |` : `|${cells.join("|")}|`;
}
