/** One row of an action register. */
import { copyText } from "../base/copy-text";
import { plainValue } from "../base/plain-value";
import type { TableRow } from "../document/table";
import type { ActionColumn, Policy } from "../policy/types";
import { readActionStatus } from "./action-status";
import { type ActionTable, cellOf } from "./action-table";
import { readDue } from "./due";
import { findIds, type OwnIds, splitLeadingId } from "./ids";
import { splitOwners } from "./owners";
import { plainText } from "./plain-text";
import type { Action } from "./types";
import { withoutStruck } from "./words";

/** More words than that and a row says something, whatever its other cells hold. */
const NOTHING_TO_SAY = 3;

const WHOLE_MARK = /^(?:\{[^{}]*\}|\[[^[\]]*\])$/;

/** What the rows of one document share. */
export interface RowContext {
  readonly policy: Policy;
  readonly workItem: string | undefined;
  readonly ownIds: OwnIds;
}

/** The action of a row, or undefined for a blank row, a template's row and a sentence under the table's head. */
export function readActionRow(table: ActionTable, row: TableRow, context: RowContext): Action | undefined {
  const { policy } = context;
  const written = (column: ActionColumn): string => cellOf(table, row, column)?.text ?? "";
  const text = written("text");
  if (isNoAction(table, row, text, policy)) return undefined;
  const plain = plainText(text);
  const leading = table.columns.has("id") ? undefined : splitLeadingId(plain);
  const id = readRowId(table, row, policy) ?? leading?.id;
  const evidence = plainText(written("evidence"));
  const status = written("status");
  const isStruck = withoutStruck(text).trim() === "";
  return {
    id: id === undefined ? undefined : copyText(id),
    text: copyText(leading?.rest ?? plain),
    owners: splitOwners(written("owner"), policy).map(copyText),
    due: readDue(written("due")),
    dueText: copyText(written("due")),
    status: readActionStatus(status, policy.process.actionStatuses) ?? (isStruck ? "dropped" : "not-started"),
    blockedOn: readBlockedOn(table, row, context).map(copyText),
    evidence: policy.isPlaceholder(evidence) ? "" : copyText(evidence),
    workItem: context.workItem,
    source: "table",
    range: row.range,
    line: row.line,
  };
}

/** The id that a row carries in its own column; undefined where there is none or a placeholder. */
export function readRowId(table: ActionTable, row: TableRow, policy: Policy): string | undefined {
  const id = plainValue(cellOf(table, row, "id")?.text ?? "").replace(/\.$/, "");
  return id === "" || policy.isPlaceholder(id) ? undefined : id;
}

/**
 * Ids from the column for them. Where the register has none, the status may say it: `Pending AP-05`, with an id of
 * the register itself, or `Blocked: BLG-TECH-02`, with any.
 */
function readBlockedOn(table: ActionTable, row: TableRow, context: RowContext): string[] {
  const cell = cellOf(table, row, "blockedOn")?.text ?? "";
  if (table.columns.has("blockedOn")) return findIds(cell, context.ownIds);
  const cellText = cellOf(table, row, "status")?.text ?? "";
  const status = readActionStatus(cellText, context.policy.process.actionStatuses);
  if (status === "done" || status === "dropped") return [];
  const ids = findIds(cellText, context.ownIds);
  return status === "blocked" ? ids : ids.filter((id) => context.ownIds.has(id.toLowerCase()));
}

function isNoAction(table: ActionTable, row: TableRow, text: string, policy: Policy): boolean {
  const plain = plainValue(text);
  if (plain === "" || WHOLE_MARK.test(plain)) return true;
  // a text may speak of `{placeholders}`; it is one only together with its owner
  if (policy.isPlaceholder(text) && (!text.includes("{") || isMarked(table, row, policy))) return true;
  // GitHub reads a sentence under a table as a row of one cell
  if (table.width > 1 && row.cells.length === 1) return true;
  const index = table.columns.get("text");
  const others = row.cells.filter((_, column) => column !== index).map((cell) => plainValue(cell.text));
  const isBare = others.every((other) => other === "" || policy.isPlaceholder(other));
  return isBare && plain.split(" ").length <= NOTHING_TO_SAY;
}

function isMarked(table: ActionTable, row: TableRow, policy: Policy): boolean {
  return policy.isTemplateMark(cellOf(table, row, "owner")?.text ?? "");
}
