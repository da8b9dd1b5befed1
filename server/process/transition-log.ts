/** The log of state transitions: a row says which state was left, which was entered, when, by whom, through which gate. */
import { parseDate } from "../base/date";
import { plainValue } from "../base/plain-value";
import type { Block } from "../document/block";
import { parseTable, type TableCell, type TableRow } from "../document/table";
import type { ProcessPolicy, TransitionColumn } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";
import { readHead } from "./table-head";
import type { TransitionRow } from "./types";
import { matchState } from "./work-item-state";

type Columns = Readonly<Partial<Record<TransitionColumn, number>>>;

export function readTransitions(document: GovernedDocument): TransitionRow[] {
  const rows: TransitionRow[] = [];
  for (const { block, columns } of findTransitionLogs(document)) {
    for (const row of parseTable(document.text, block).rows) {
      const read = readRow(row, columns, document.policy.process);
      if (read !== undefined) rows.push(read);
    }
  }
  return rows;
}

interface TransitionLog {
  readonly block: Block;
  /** Column number by what it says. */
  readonly columns: Columns;
}

/** A table is such a log when it has both states and the day; what block quotes hold is quoted. */
export function findTransitionLogs({ parsed, policy, text }: GovernedDocument): TransitionLog[] {
  const logs: TransitionLog[] = [];
  for (const block of parsed.blocks) {
    if (block.kind !== "table" || block.parent !== -1) continue;
    const titles = readHead(text, block, policy.process.transitionColumns.from);
    const columns = titles && findColumns(titles, policy.process);
    if (columns !== undefined && isLog(columns)) logs.push({ block, columns });
  }
  return logs;
}

function isLog({ from, to, date, gatePassed, declaredBy }: Columns): boolean {
  const isOfGates = gatePassed !== undefined || declaredBy !== undefined;
  return from !== undefined && to !== undefined && date !== undefined && isOfGates;
}

function findColumns(titles: readonly string[], process: ProcessPolicy): Columns {
  const columns: Partial<Record<TransitionColumn, number>> = {};
  for (const column of Object.keys(process.transitionColumns) as TransitionColumn[]) {
    const index = titles.findIndex((title) => process.transitionColumns[column].includes(title));
    if (index >= 0) columns[column] = index;
  }
  return columns;
}

/** Undefined for a row that names no state to be entered. */
function readRow(row: TableRow, columns: Columns, process: ProcessPolicy): TransitionRow | undefined {
  const cells: Partial<Record<TransitionColumn, TableCell>> = {};
  for (const [column, index] of Object.entries(columns) as [TransitionColumn, number][]) {
    const cell = row.cells[index];
    if (cell !== undefined) cells[column] = cell;
  }
  const written = (column: TransitionColumn): string => cells[column]?.text ?? "";
  if (plainValue(written("to")) === "") return undefined;
  return {
    cells,
    from: matchState(written("from"), process)?.name,
    to: matchState(written("to"), process)?.name,
    date: parseDate(plainValue(written("date")))?.iso,
    range: row.range,
  };
}
