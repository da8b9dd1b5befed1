/** One row of an action register. */
import { copyText } from "../base/copy-text";
import { plainValue } from "../base/plain-value";
import { remember } from "../base/remember";
import type { TableRow } from "../document/table";
import type { ActionColumn, ActionStatus, Policy } from "../policy/types";
import { readActionStatus } from "./action-status";
import { cellOf, type ProcessTable } from "./action-table";
import { readDue } from "./due";
import { findIds, type OwnIds, splitLeadingId } from "./ids";
import { splitOwners } from "./owners";
import { plainText } from "./plain-text";
import type { Action } from "./types";
import { withoutStruck } from "./words";

/** What the rows of one document share. Owners and states come again and again: each is read once. */
export interface RowContext {
  readonly policy: Policy;
  readonly workItem: string | undefined;
  readonly ownIds: OwnIds;
  readonly ownersOf: (cell: string) => readonly string[];
  readonly statusOf: (cell: string) => ActionStatus | undefined;
}

export function newRowContext(
  policy: Policy,
  registers: readonly ProcessTable[],
  workItem: string | undefined,
): RowContext {
  return {
    policy,
    workItem,
    ownIds: collectIds(registers, policy),
    ownersOf: remember((cell) => splitOwners(cell, policy).map(copyText)),
    statusOf: remember((cell) => readActionStatus(cell, policy.process.actionStatuses)),
  };
}

/** The action of a row, or undefined for a blank row, a template's row and a sentence under the table's head. */
export function readActionRow(table: ProcessTable, row: TableRow, context: RowContext): Action | undefined {
  const { policy } = context;
  const written = (column: ActionColumn): string => cellOf(table, row, column)?.text ?? "";
  const text = written("text");
  const plain = plainText(text);
  if (isNoAction(table, row, plain, policy)) return undefined;
  const leading = table.columns.id !== undefined ? undefined : splitLeadingId(plain);
  const id = readRowId(table, row, policy) ?? leading?.id;
  const isStruck = withoutStruck(text).trim() === "";
  const status = context.statusOf(written("status"));
  return {
    id: id === undefined ? undefined : copyText(id),
    text: copyText(leading?.rest ?? plain),
    owners: context.ownersOf(written("owner")),
    due: readDue(written("due")),
    dueText: copyText(written("due")),
    status: status ?? (isStruck ? "dropped" : "not-started"),
    blockedOn: readBlockedOn(table, row, status, context.ownIds),
    evidence: copyText(filled(plainText(written("evidence")), policy)),
    workItem: context.workItem,
    source: "table",
    columns: table.columnNames,
    range: row.range,
    line: row.line,
  };
}

/**
 * Ids from the column for them. Where the register has none, the status may say it: `Pending AP-05`, with an id of
 * the register itself, or `Blocked: BLG-TECH-02`, with any.
 */
function readBlockedOn(
  table: ProcessTable,
  row: TableRow,
  status: ActionStatus | undefined,
  own: OwnIds,
): string[] {
  const hasColumn = table.columns.blockedOn !== undefined;
  if (!hasColumn && (status === "done" || status === "dropped")) return [];
  const ids = findIds(cellOf(table, row, hasColumn ? "blockedOn" : "status")?.text ?? "", own);
  const isAny = hasColumn || status === "blocked";
  return (isAny ? ids : ids.filter((id) => own.has(id.toLowerCase()))).map(copyText);
}

/** The id that a row carries in its own column; undefined where there is none or a placeholder. */
function readRowId(table: ProcessTable, row: TableRow, policy: Policy): string | undefined {
  const written = cellOf(table, row, "id")?.text ?? "";
  if (PLAIN_ID.test(written)) return written;
  const id = plainValue(written).replace(/\.$/, "");
  return filled(id, policy) || undefined;
}

function collectIds(registers: readonly ProcessTable[], policy: Policy): Map<string, string> {
  const ids = new Map<string, string>();
  for (const table of registers) {
    for (const row of table.rows) {
      const id = readRowId(table, row, policy);
      if (id !== undefined) ids.set(id.toLowerCase(), id);
    }
  }
  return ids;
}

/** More words than that and a row says something, whatever its other cells hold. */
const NOTHING_TO_SAY = 3;
const LONGEST_PLACEHOLDER = 40;
const PLAIN_ID = /^[A-Z]+(?:-[A-Z]+)*-?\d+$/;
const ID_LIKE = /^[A-Z]*[-.]?[A-Z]*\d/;
const WHOLE_MARK = /^(?:\{[^{}]*\}|\[[^[\]]*\])$/;

function isNoAction(table: ProcessTable, row: TableRow, plain: string, policy: Policy): boolean {
  // GitHub reads a sentence under a table as a row of one cell
  if (plain === "" || WHOLE_MARK.test(plain) || (table.width > 1 && row.cells.length === 1)) return true;
  const text = cellOf(table, row, "text")?.text ?? "";
  // a text may speak of `{placeholders}`; it is one only together with its owner
  const isMarked = (): boolean => policy.isTemplateMark(cellOf(table, row, "owner")?.text ?? "");
  if (filled(text, policy) === "" && (!text.includes("{") || isMarked())) return true;
  if (hasWords(plain, NOTHING_TO_SAY)) return false;
  const index = table.columns.text;
  const others = row.cells.filter((_, column) => column !== index).map((cell) => plainValue(cell.text));
  return others.every((other) => filled(other, policy) === "");
}

/** True when the text has more than `count` words. */
function hasWords(text: string, count: number): boolean {
  let at = -1;
  for (let spaces = 0; spaces < count; spaces++) {
    at = text.indexOf(" ", at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** The value, or nothing in place of a placeholder; one that starts like an id or goes on at length is none. */
function filled(value: string, policy: Policy): string {
  if (value === "" || ID_LIKE.test(value)) return value;
  const isShort = value.length < LONGEST_PLACEHOLDER || value.includes("{") || value.startsWith("[");
  return isShort && policy.isPlaceholder(value) ? "" : value;
}
