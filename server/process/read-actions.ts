/** All actions of a document: rows of registers and task list items, in the order of the text. */
import type { Block } from "../document/block";
import type { GovernedDocument } from "../workspace/types";
import { type RowContext, readActionRow, readRowId } from "./action-row";
import { type ActionTable, readActionTable } from "./action-table";
import { readTask, taskPatterns } from "./action-task";
import type { Action } from "./types";

/** What block quotes hold is quoted, and no action. */
export function readActions(document: GovernedDocument, workItem: string | undefined): Action[] {
  const { policy, text } = document;
  const { blocks } = document.parsed;
  const tables = new Map<Block, ActionTable>();
  for (const block of blocks) {
    if (block.kind !== "table" || isQuoted(blocks, block)) continue;
    const table = readActionTable(text, block, policy.process);
    if (table !== undefined) tables.set(block, table);
  }
  const context: RowContext = { policy, workItem, ownIds: collectIds(document, tables) };
  const patterns = blocks.some((block) => block.task !== undefined) ? taskPatterns(policy) : undefined;
  const actions: Action[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind === "table") {
      const table = tables.get(block);
      for (const row of table?.rows ?? []) {
        const action = table && readActionRow(table, row, context);
        if (action !== undefined) actions.push(action);
      }
    } else if (block.task !== undefined && patterns !== undefined && !isQuoted(blocks, block)) {
      const next = blocks[i + 1];
      const action = readTask(text, block, next?.kind === "paragraph" ? next : undefined, context, patterns);
      if (action !== undefined) actions.push(action);
    }
  }
  return actions;
}

function collectIds(
  document: GovernedDocument,
  tables: ReadonlyMap<Block, ActionTable>,
): Map<string, string> {
  const ids = new Map<string, string>();
  for (const table of tables.values()) {
    for (const row of table.rows) {
      const id = readRowId(table, row, document.policy);
      if (id !== undefined) ids.set(id.toLowerCase(), id);
    }
  }
  return ids;
}

function isQuoted(blocks: readonly Block[], block: Block): boolean {
  for (let at = block.parent; at >= 0; at = blocks[at]?.parent ?? -1) {
    if (blocks[at]?.kind === "block-quote") return true;
  }
  return false;
}
