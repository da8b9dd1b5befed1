/** A new row for the log of transitions, written as its other rows are. */
import { applyEdits, type TextEdit } from "../base/edit";
import type { Range } from "../base/range";
import type { Block } from "../document/block";
import { parseTable, type TableRow } from "../document/table";
import type { TransitionColumn } from "../policy/types";
import { findTransitionLogs } from "../process/transition-log";
import { lineEndingOf } from "../rules/fixes";
import type { Moment, Now } from "../workspace/ports";
import type { GovernedDocument } from "../workspace/types";
import { cellEdits } from "./cell-edit";
import { labelGate } from "./gate-label";

export interface Transition {
  readonly gate: string;
  readonly from: string;
  readonly to: string;
  /** Undefined where the row above tells. */
  readonly declaredBy: string | undefined;
}

/** Undefined where the document keeps no log. The row goes below the newest one, or above it where that is on top. */
export function transitionEdit(
  document: GovernedDocument,
  transition: Transition,
  now: Now,
): TextEdit | undefined {
  const log = findTransitionLogs(document).at(-1);
  if (log === undefined) return undefined;
  const { text } = document;
  const { head, delimiter, rows } = parseTable(text, log.block);
  const isNewestFirst = isDescending(rows, log.columns.date);
  const newest = isNewestFirst ? rows[0] : rows.at(-1);
  const model = newest !== undefined && newest.cells.length >= head.cells.length ? newest : head;
  const cellOf = (column: TransitionColumn): string => newest?.cells[log.columns[column] ?? -1]?.text ?? "";
  const written: Readonly<Record<TransitionColumn, string>> = {
    from: transition.from,
    to: transition.to,
    ...dated(cellOf("date"), cellOf("time"), head.cells[log.columns.time ?? -1]?.text ?? "", now),
    declaredBy: transition.declaredBy ?? cellOf("declaredBy"),
    gatePassed: labelGate(transition.gate, cellOf("gatePassed")),
  };
  const values = head.cells.map((_, index) => {
    const column = (Object.keys(log.columns) as TransitionColumn[]).find(
      (each) => log.columns[each] === index,
    );
    return column === undefined ? nextNumber(rows, newest, index) : written[column];
  });
  const line = fill(text, log.block, model, values);
  const lineEnding = lineEndingOf(text);
  const above = isNewestFirst || newest === undefined ? delimiter : newest.range;
  const at = above.end;
  return { range: { start: at, end: at }, newText: lineEnding + line };
}

function isDescending(rows: readonly TableRow[], column: number | undefined): boolean {
  const dateOf = (row: TableRow | undefined): string => row?.cells[column ?? -1]?.text ?? "";
  return rows.length > 1 && dateOf(rows[0]) > dateOf(rows.at(-1));
}

const STAMP = /^\d{4}-\d{2}-\d{2}T/;

/** Date and time as the row above has them: in UTC where it, or the column's title, says so. */
function dated(
  date: string,
  time: string,
  title: string,
  now: Now,
): { readonly date: string; readonly time: string } {
  if (STAMP.test(date)) return { date: stamp(date, now), time: timeLike(time, now.utc, "") };
  const zone = /Z$|\s*UTC$/i.exec(time)?.[0] ?? "";
  const moment = zone !== "" || /\butc\b/i.test(title) ? now.utc : now.local;
  return { date: moment.date, time: STAMP.test(time) ? stamp(time, now) : timeLike(time, moment, zone) };
}

/** A time stamp that says no zone is local. */
function stamp(example: string, { utc, local }: Now): string {
  const isUtc = /Z$/i.test(example);
  const { date, time } = isUtc ? utc : local;
  return `${date}T${time}${isUtc ? "Z" : ""}`;
}

function timeLike(example: string, { time }: Moment, zone: string): string {
  return (/^\d{1,2}:\d{2}:\d{2}/.test(example) ? time : time.slice(0, "HH:MM".length)) + zone;
}

/** Of a column of numbers; any other column that nothing is known of stays empty. */
function nextNumber(rows: readonly TableRow[], newest: TableRow | undefined, index: number): string {
  const isNumbered = rows.every((row) => /^\d+$/.test(row.cells[index]?.text ?? ""));
  if (newest === undefined) return "";
  return isNumbered ? `${Number(newest.cells[index]?.text) + 1}` : "";
}

/** The model's line with other cells. */
function fill(text: string, block: Block, model: TableRow, values: readonly string[]): string {
  const edits = values.flatMap((value, column) => cellEdits(text, block, model, column, value));
  const { start, end }: Range = model.range;
  const shifted = edits.map(({ range, newText }) => ({
    range: { start: range.start - start, end: range.end - start },
    newText,
  }));
  return applyEdits(text.slice(start, end), shifted);
}
