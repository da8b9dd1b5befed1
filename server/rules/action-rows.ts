/** Which actions the rules judge: rows of registers in documents that are still open. */
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import { once, remember, rememberLast } from "../base/remember";
import type { ActionColumn, Policy } from "../policy/types";
import { readActionStatus } from "../process/action-status";
import type { ProcessTable } from "../process/action-table";
import { passedGateKeys } from "../process/passed-gates";
import { type DocumentProcess, processOf } from "../process/read-process";
import type { ActionRow } from "../process/types";
import { containedWord, foldedWords, leadingWord } from "../process/words";
import type { GovernedDocument } from "../workspace/types";

/** A row of a register, as opposed to a task list item, which has no cells. */
export interface RegisterRow extends ActionRow {
  readonly register: ProcessTable;
}

export interface JudgedActions {
  /** Undefined where nothing is judged. */
  readonly process: DocumentProcess | undefined;
  readonly rows: readonly RegisterRow[];
  readonly open: readonly RegisterRow[];
  /** Those whose status cell says something that is no status. */
  readonly unread: readonly RegisterRow[];
  /** The actions that go by each id, in the order of the text; a restated action comes more than once. */
  readonly byId: () => RowsById;
  /** The document's gates that have passed, as dependencies name them: the keys of `Gate 1`. */
  readonly passedGates: () => ReadonlySet<string>;
}

/** By the id's key. */
export type RowsById = ReadonlyMap<string, readonly RegisterRow[]>;

const NO_ROWS: RowsById = new Map();
const NO_GATES: ReadonlySet<string> = new Set();
const NOTHING: JudgedActions = {
  process: undefined,
  rows: [],
  open: [],
  unread: [],
  byId: () => NO_ROWS,
  passedGates: () => NO_GATES,
};

/**
 * The document's actions: all rows, and those that are open. A status that cannot be read is the one finding of its
 * row, or a mark whose meaning only its author knows: whether such an action is open, no one can tell.
 */
export const actionsOf: (document: GovernedDocument) => JudgedActions = rememberLast(pick);

/** The registers of these rows that have no column of the kind, in the order of the text. */
export function registersWithout(rows: readonly RegisterRow[], column: ActionColumn): ProcessTable[] {
  const registers = new Set(rows.map((row) => row.register));
  return [...registers].filter((register) => register.columns[column] === undefined);
}

/** The line that heads a register, for what all of its rows lack. */
export function registerHead({ text }: GovernedDocument, { block }: ProcessTable): Range {
  let end = block.contentStart;
  while (end < block.range.end && text[end] !== "\n" && text[end] !== "\r") end++;
  while (text[end - 1] === " " || text[end - 1] === "\t") end--;
  return { start: block.contentStart, end };
}

function pick(document: GovernedDocument): JudgedActions {
  const process = processOf(document);
  if (process.closed || process.rows.length === 0) return NOTHING;
  const { actionStatuses } = document.policy.process;
  const trusted = new Map<ProcessTable, boolean>();
  const rows = process.rows.filter((row): row is RegisterRow => {
    const { register } = row;
    if (register === undefined) return false;
    const isTrusted = trusted.get(register) ?? isActionRegister(document, register);
    trusted.set(register, isTrusted);
    return isTrusted;
  });
  const { policy } = document;
  const isRead = remember(
    (written) =>
      written === "" ||
      readActionStatus(written, actionStatuses) !== undefined ||
      policy.isPlaceholder(written) ||
      isPending(written, policy),
  );
  const open: RegisterRow[] = [];
  const unread: RegisterRow[] = [];
  for (const row of rows) {
    const { status } = row.action;
    if (status === "done" || status === "dropped") continue;
    if (isRead(row.cells.status?.text ?? "")) open.push(row);
    else unread.push(row);
  }
  let byId: RowsById | undefined;
  return {
    process,
    rows,
    open,
    unread,
    byId: () => {
      byId ??= rowsById(rows);
      return byId;
    },
    passedGates: once(() => passedGateKeys(process.gates.map(({ gate }) => gate))),
  };
}

function rowsById(rows: readonly RegisterRow[]): RowsById {
  const byId = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    if (row.action.id === undefined) continue;
    const key = idKey(row.action.id);
    const same = byId.get(key);
    if (same === undefined) byId.set(key, [row]);
    else same.push(row);
  }
  return byId;
}

/** One name for ids that differ in case only. */
export function idKey(id: string): string {
  return foldKey(id);
}

/** True where a status of the author's own says that something is still to come: `Awaiting the town's answer`. */
function isPending(status: string, { process }: Policy): boolean {
  return leadingWord(foldedWords(status), process.pendingWords) !== undefined;
}

/**
 * False for a list of risks, decisions or features that happens to have the same columns: a register of actions
 * says when something is due or what it waits for, or that it is about actions.
 */
function isActionRegister(document: GovernedDocument, register: ProcessTable): boolean {
  const { columns, block } = register;
  if (columns.due !== undefined || columns.blockedOn !== undefined) return true;
  const name = document.policy.process.actionColumns.text[0];
  if (name === undefined) return false;
  const names = [name, `${name}s`];
  const head = registerHead(document, register);
  if (containedWord(foldKey(document.text.slice(head.start, head.end)), names) !== undefined) return true;
  const section = document.parsed.sections.findLast((each) => each.headingLine < block.line);
  return section !== undefined && containedWord(foldKey(section.title), names) !== undefined;
}
