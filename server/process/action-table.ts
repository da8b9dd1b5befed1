/** Which tables are registers of actions, and which of their columns say what. */
import type { Block } from "../document/block";
import { parseTable, type TableCell, type TableRow } from "../document/table";
import type { ActionColumn, ProcessPolicy } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";
import { readHead } from "./table-head";

type Columns = Readonly<Partial<Record<ActionColumn, number>>>;

export interface ProcessTable {
  readonly block: Block;
  /** True for a register of actions, false for a table that states something else of its rows. */
  readonly isRegister: boolean;
  /** Column number by what it says. */
  readonly columns: Columns;
  readonly columnNames: readonly ActionColumn[];
  /** How many columns the head has. */
  readonly width: number;
  readonly rows: readonly TableRow[];
}

/** The document's registers, and its other tables with a status column; not those that a block quote holds. */
export function findTables(document: GovernedDocument): ProcessTable[] {
  const { parsed, policy, text } = document;
  const words = headWords(policy.process);
  const tables: ProcessTable[] = [];
  for (const block of parsed.blocks) {
    const titles = block.kind === "table" ? readHead(text, block, words) : undefined;
    if (titles === undefined) continue;
    const columns = findColumns(titles, policy.process);
    const isRegister = isRegisterHead(columns);
    if ((!isRegister && columns.status === undefined) || isQuoted(parsed.blocks, block)) continue;
    const columnNames = Object.keys(columns) as ActionColumn[];
    const { rows } = parseTable(text, block);
    tables.push({ block, isRegister, columns, columnNames, width: titles.length, rows });
  }
  return tables;
}

/** The cell of a row that says `column`; undefined where the row or the table has none. */
export function cellOf(table: ProcessTable, row: TableRow, column: ActionColumn): TableCell | undefined {
  const index = table.columns[column];
  return index === undefined ? undefined : row.cells[index];
}

/** True for a block within a block quote, which quotes and states nothing. */
export function isQuoted(blocks: readonly Block[], block: Block): boolean {
  for (let at = block.parent; at >= 0; at = blocks[at]?.parent ?? -1) {
    if (blocks[at]?.kind === "block-quote") return true;
  }
  return false;
}

/**
 * A register has a column of actions and one of owners or states. A next-steps table restates actions role by role:
 * owners come first, and there are neither ids nor states.
 */
function isRegisterHead(columns: Columns): boolean {
  const { id, owner, status, text: action } = columns;
  if (action === undefined || (owner === undefined && status === undefined)) return false;
  return id !== undefined || status !== undefined || owner === undefined || owner > action;
}

/** The columns of a table's head; where several carry one meaning, the name that the policy lists first wins. */
function findColumns(titles: readonly string[], process: ProcessPolicy): Columns {
  const columns: Partial<Record<ActionColumn, number>> = {};
  for (const column of Object.keys(process.actionColumns) as ActionColumn[]) {
    for (const name of process.actionColumns[column]) {
      const index = titles.indexOf(name);
      if (index < 0) continue;
      columns[column] = index;
      break;
    }
  }
  return columns;
}

/** The first words of the columns without which a table is of no interest here. */
function headWords(process: ProcessPolicy): string[] {
  const { text, status } = process.actionColumns;
  return [...text, ...status].map((name) => name.split(" ")[0] ?? name);
}
