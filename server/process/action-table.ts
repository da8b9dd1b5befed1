/** Which tables are registers of actions, and which of their columns say what. */
import { foldKey } from "../base/fold";
import type { Block } from "../document/block";
import { parseTable, type TableCell, type TableRow } from "../document/table";
import type { ActionColumn, ProcessPolicy } from "../policy/types";

export interface ActionTable {
  /** Column number by what it says. */
  readonly columns: ReadonlyMap<ActionColumn, number>;
  /** How many columns the head has. */
  readonly width: number;
  readonly rows: readonly TableRow[];
}

const NOTE = /\s*\([^()]*\)\s*$|\s*:\s*$/;

/**
 * The table as a register: it has a column of actions and one of owners or states. Undefined for any other, and
 * for a next-steps table, which restates actions role by role: owners come first, without ids and states.
 */
export function readActionTable(text: string, block: Block, process: ProcessPolicy): ActionTable | undefined {
  if (!mayBeRegister(text, block, process)) return undefined;
  const { head, rows } = parseTable(text, block);
  const columns = findColumns(
    head.cells.map((cell) => cell.text),
    process,
  );
  const action = columns.get("text");
  const owner = columns.get("owner");
  if (action === undefined || (owner === undefined && !columns.has("status"))) return undefined;
  const hasIdentity = columns.has("id") || columns.has("status");
  if (!hasIdentity && owner !== undefined && owner < action) return undefined;
  return { columns, width: head.cells.length, rows };
}

/** The cell of a row that says `column`; undefined where the row or the table has none. */
export function cellOf(table: ActionTable, row: TableRow, column: ActionColumn): TableCell | undefined {
  const index = table.columns.get(column);
  return index === undefined ? undefined : row.cells[index];
}

/** The columns of a table's head; where several carry one meaning, the name that the policy lists first wins. */
export function findColumns(head: readonly string[], process: ProcessPolicy): Map<ActionColumn, number> {
  const titles = head.map((title) => foldKey(title.replace(NOTE, "")));
  const columns = new Map<ActionColumn, number>();
  for (const column of Object.keys(process.actionColumns) as ActionColumn[]) {
    for (const name of process.actionColumns[column]) {
      const index = titles.indexOf(name);
      if (index < 0) continue;
      columns.set(column, index);
      break;
    }
  }
  return columns;
}

/** Looks at the head's line alone, so that the cells of other tables are never read. */
function mayBeRegister(text: string, block: Block, process: ProcessPolicy): boolean {
  const end = text.indexOf("\n", block.range.start);
  const head = foldKey(text.slice(block.contentStart, end < 0 ? block.range.end : end));
  return process.actionColumns.text.some((name) => head.includes(name));
}
