/** Cells of action tables: status words, owners, dates, the ids that an action can wait for. */
import type { Range } from "../../base/range";
import { sentence } from "../../base/sentence";
import type { TableRow } from "../../document/table";
import type { ActionColumn, ActionStatus, ProcessPolicy } from "../../policy/types";
import { readActionStatus } from "../../process/action-status";
import { findTables, type ProcessTable } from "../../process/action-table";
import { isOpen } from "../../process/critical-path";
import { processOf } from "../../process/read-process";
import { type Completion, type CompletionList, word } from "./completion-item";
import type { AuthoringContext } from "./context";
import { rolesOf } from "./roles";
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
  if (cell === undefined || items.length === 0) return undefined;
  return { range: rangeOf(cell, context), items, isIncomplete: false };
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
    if (!table.isRegister || !holds(table.block.range, offset)) continue;
    for (const row of table.rows) {
      if (!holds(row.range, offset)) continue;
      const index = indexOfCell(document.text.slice(row.range.start, offset));
      const entry = Object.entries(table.columns).find(([, each]) => each === index);
      return entry && { table, row, column: entry[0] as ActionColumn, index };
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
  const { document, workspace, today } = context;
  switch (column) {
    case "status":
      return statusItems(table, index, document.policy.process);
    case "owner":
      return rolesOf(workspace, document.policy).map(({ name, charter, actions }) =>
        word(
          name,
          "role",
          charter === undefined ? "no charter" : "has a charter",
          `Has ${actions} open action${actions === 1 ? "" : "s"}.`,
        ),
      );
    case "due":
      return [word(today, "date", "today")];
    case "blockedOn":
      return processOf(document).rows.flatMap(({ action }) =>
        action.id === undefined || action.line === row.line || !isOpen(action)
          ? []
          : [word(action.id, "id", action.text)],
      );
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
    return text === undefined ? [] : [word(text, "value", written.has(status) ? "as in other rows" : "")];
  });
}
