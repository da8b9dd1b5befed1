/** All actions of a document: rows of registers and task list items, in the order of the text. */
import type { Block } from "../document/block";
import type { GovernedDocument } from "../workspace/types";
import { newRowContext, readActionRow } from "./action-row";
import { isQuoted, type ProcessTable } from "./action-table";
import { readTask, taskPatterns } from "./action-task";
import type { Action } from "./types";

/** What block quotes hold is quoted, and no action. */
export function readActions(
  document: GovernedDocument,
  tables: readonly ProcessTable[],
  workItem: string | undefined,
): Action[] {
  const { policy, text } = document;
  const { blocks } = document.parsed;
  const registers = tables.filter((table) => table.isRegister);
  const context = newRowContext(policy, registers, workItem);
  const actions: Action[] = [];
  for (const table of registers) {
    for (const row of table.rows) {
      const action = readActionRow(table, row, context);
      if (action !== undefined) actions.push(action);
    }
  }
  if (!blocks.some((block) => block.task !== undefined)) return actions;
  const patterns = taskPatterns(policy);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.task === undefined || isQuoted(blocks, block)) continue;
    const next = blocks[i + 1];
    const paragraph = next?.kind === "paragraph" ? next : undefined;
    const action = readTask(text, block, paragraph, context, patterns);
    if (action !== undefined) actions.push(action);
  }
  return registers.length === 0 ? actions : actions.sort((a, b) => a.line - b.line);
}
