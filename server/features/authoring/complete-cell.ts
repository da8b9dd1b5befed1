/** Cells of action tables: status words, owners, dates, the ids that an action can wait for. */
import { parseDate } from "../../base/date";
import type { Range } from "../../base/range";
import { sentence } from "../../base/sentence";
import { parseTable, type TableRow } from "../../document/table";
import type { ActionColumn, ActionStatus, ProcessPolicy, TransitionColumn } from "../../policy/types";
import { readActionStatus } from "../../process/action-status";
import { findTables, type ProcessTable } from "../../process/action-table";
import { findTransitionLogs } from "../../process/transition-log";
import { GATE_WORD } from "../../process/vocabulary";
import { actionIds, dueItems, stateItems } from "./cell-items";
import { gateItems } from "./complete-reference";
import { type Completion, type CompletionList, word } from "./completion-item";
import type { AuthoringContext } from "./context";
import { code, count } from "./markdown";
import { roleItems } from "./role-items";
import { holds } from "./target";

const STATUSES: readonly ActionStatus[] = ["not-started", "in-progress", "blocked", "done", "dropped"];

/** A cell of a register, in a row that may still be empty. */
interface Cell {
  readonly table: ProcessTable;
  readonly row: TableRow;
  readonly column: ActionColumn;
  readonly index: number;
}

export function completeCell(context: AuthoringContext): CompletionList | undefined {
  if (context.document.filed) return undefined;
  const cell = findCell(context);
  const items = cell === undefined ? [] : itemsOf(cell, context);
  if (cell === undefined || items.length === 0) return completeTransition(context);
  const range = rangeOf(cell, context);
  const written = context.document.text.slice(range.start, range.end);
  const { actionStatuses } = context.document.policy.process;
  const replaces =
    (cell.column === "status" && readActionStatus(written, actionStatuses) !== undefined) ||
    (cell.column === "due" && parseDate(written) !== undefined);
  return { range, items, replaces, isIncomplete: false };
}

const ID_UNIT = /[\p{L}\p{N}.-]/u;

/** An id among others, or the whole cell. */
function rangeOf({ row, column, index }: Cell, { document: { text }, offset }: AuthoringContext): Range {
  const written = row.cells[index];
  if (written === undefined || written.text === "" || !holds(written.range, offset))
    return { start: offset, end: offset };
  if (column !== "blockedOn" || /^[—–-]$/.test(written.text)) return written.range;
  let start = offset;
  while (start > written.range.start && ID_UNIT.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < written.range.end && ID_UNIT.test(text.charAt(end))) end++;
  return { start, end };
}

function findCell({ document, offset }: AuthoringContext): Cell | undefined {
  for (const table of findTables(document)) {
    if (!holds(table.block.range, offset)) continue;
    for (const row of table.rows) {
      if (!holds(row.range, offset)) continue;
      const index = indexOfCell(document.text.slice(row.range.start, offset));
      const entry = Object.entries(table.columns).find(([, each]) => each === index);
      const column = entry?.[0] as ActionColumn | undefined;
      // other tables state something of their rows, and only that
      if (column === undefined || (!table.isRegister && column !== "status")) return undefined;
      return { table, row, column, index };
    }
  }
  return undefined;
}

/** The number of the cell that a row's beginning ends in; an escaped pipe parts nothing. */
function indexOfCell(before: string): number {
  const pipes = before.match(/(?<!\\)\|/g)?.length ?? 0;
  return /^[ \t>]*\|/.test(before) ? pipes - 1 : pipes;
}

function itemsOf({ table, row, column, index }: Cell, context: AuthoringContext): readonly Completion[] {
  const { document } = context;
  switch (column) {
    case "status":
      return table.isRegister
        ? statusItems(table, index, document.policy.process)
        : usualItems(table.rows, index, row);
    case "owner":
      return roleItems(context);
    case "due":
      return dueItems(context);
    case "id":
      return nextId(table.rows, index);
    case "blockedOn":
      return actionIds(context, row.line);
    default:
      return [];
  }
}

/** As the register's other rows write them, with their symbols; the policy's first word for the others. */
function statusItems(table: ProcessTable, index: number, process: ProcessPolicy): readonly Completion[] {
  const written = new Map<ActionStatus, string>();
  for (const { cells } of table.rows) {
    const text = cells[index]?.text ?? "";
    const status = readActionStatus(text, process.actionStatuses);
    // a remark behind the word belongs to its row
    if (status !== undefined && !written.has(status) && !/[—–(:]|\d/.test(text)) written.set(status, text);
  }
  return STATUSES.flatMap((status) => {
    const [first] = process.actionStatuses[status];
    const text = written.get(status) ?? (first === undefined ? undefined : sentence(first));
    const words = process.actionStatuses[status].map(code).join(", ");
    return text === undefined
      ? []
      : [word(text, "value", written.has(status) ? "as in other rows" : "", `Also written ${words}.`)];
  });
}

/** The number behind the highest one of the register, as the last row with an id writes them. */
function nextId(rows: readonly TableRow[], index: number): readonly Completion[] {
  const read = rows.flatMap(({ cells }) => {
    const match = /^(.*?)(\d+)$/.exec(cells[index]?.text ?? "");
    return match === null ? [] : [{ prefix: match[1] ?? "", digits: match[2] ?? "" }];
  });
  const last = read.at(-1);
  if (last === undefined) return [];
  const highest = Math.max(
    ...read.filter(({ prefix }) => prefix === last.prefix).map(({ digits }) => Number(digits)),
  );
  const next = `${last.prefix}${String(highest + 1).padStart(last.digits.length, "0")}`;
  return [word(next, "id", "next id", "The next id that no row of the register has.")];
}

/** What other rows of the table say there, the most frequent first; sentences belong to their rows. */
function usualItems(rows: readonly TableRow[], index: number, own: TableRow): readonly Completion[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = row.cells[index]?.text ?? "";
    if (row !== own && text !== "" && text.split(" ").length <= MOST_WORDS)
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([text, times]) => word(text, "value", "as in other rows", `In ${count(times, "other row")}.`));
}

const MOST_WORDS = 3;

/** A cell of the log of transitions. */
function completeTransition(context: AuthoringContext): CompletionList | undefined {
  const { document, offset } = context;
  for (const { block, columns } of findTransitionLogs(document)) {
    if (!holds(block.range, offset)) continue;
    for (const row of parseTable(document.text, block).rows) {
      if (!holds(row.range, offset)) continue;
      const index = indexOfCell(document.text.slice(row.range.start, offset));
      const column = Object.entries(columns).find(([, each]) => each === index)?.[0] as
        | TransitionColumn
        | undefined;
      const items = column === undefined ? [] : transitionItems(column, context);
      if (items.length === 0) return undefined;
      const written = row.cells[index];
      const isEmpty = written === undefined || written.text === "" || !holds(written.range, offset);
      return { range: isEmpty ? { start: offset, end: offset } : written.range, items, isIncomplete: false };
    }
  }
  return undefined;
}

function transitionItems(column: TransitionColumn, context: AuthoringContext): readonly Completion[] {
  switch (column) {
    case "from":
    case "to":
      return stateItems(context.document);
    case "date":
      return [word(context.today, "date", "today", "Today's date.")];
    case "declaredBy":
      return roleItems(context);
    case "gatePassed":
      return gateItems(context.document)
        .filter(({ label }) => !label.includes("."))
        .map((item) => ({ ...item, text: `${sentence(GATE_WORD)} ${item.label}` }));
    case "time":
      return [];
  }
}
