/** All actions of a document: rows of registers and task list items, in the order of the text. */
import type { Block } from "../document/block";
import type { TableCell, TableRow } from "../document/table";
import type { ActionColumn } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";
import { newRowContext, readActionRow } from "./action-row";
import { cellOf, isQuoted, type ProcessTable } from "./action-table";
import { readTask, taskPatterns } from "./action-task";
import type { ActionRow } from "./types";

/** What block quotes hold is quoted, and no action. */
export function readActionRows(
  document: GovernedDocument,
  tables: readonly ProcessTable[],
  workItem: string | undefined,
): ActionRow[] {
  const { policy, text } = document;
  const { blocks } = document.parsed;
  const registers = tables.filter((table) => table.isRegister);
  const context = newRowContext(policy, registers, workItem);
  const rows: ActionRow[] = [];
  for (const table of registers) {
    for (const row of table.rows) {
      const action = readActionRow(table, row, context);
      if (action !== undefined) rows.push({ action, cells: cellsOf(table, row), register: table });
    }
  }
  if (!blocks.some((block) => block.task !== undefined)) return rows;
  const patterns = taskPatterns(policy);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.task === undefined || isQuoted(blocks, block)) continue;
    const next = blocks[i + 1];
    const paragraph = next?.kind === "paragraph" ? next : undefined;
    const action = readTask(text, block, paragraph, context, patterns);
    if (action !== undefined) rows.push({ action, cells: {}, register: undefined });
  }
  return registers.length === 0 ? rows : rows.sort((a, b) => a.action.line - b.action.line);
}

function cellsOf(table: ProcessTable, row: TableRow): ActionRow["cells"] {
  const cells: Partial<Record<ActionColumn, TableCell>> = {};
  for (const column of Object.keys(table.columns) as ActionColumn[]) {
    const cell = cellOf(table, row, column);
    if (cell !== undefined) cells[column] = cell;
  }
  return cells;
}
