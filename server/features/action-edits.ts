/** The edits of *Mark Complete*, *Set Due…*, *Assign…* and *Set Evidence…*: one cell of an action's row. */
import { fingerprint } from "../base/fingerprint";
import { mostUsed } from "../base/most-used";
import { sentence } from "../base/sentence";
import type { ActionColumn, Policy } from "../policy/types";
import { processOf } from "../process/read-process";
import type { ActionRow } from "../process/types";
import { DONE_SYMBOL } from "../process/vocabulary";
import { foldedWords } from "../process/words";
import { columnName, headWords, inCaseOf, nameAction } from "../rules/action-cells";
import { actionsOf } from "../rules/action-rows";
import { blockedByFinished } from "../rules/blockers";
import { quoteValue } from "../rules/fields";
import { startWords } from "../rules/start-words";
import type { GovernedDocument } from "../workspace/types";
import { cellEdits } from "./cell-edit";
import { refuseDocument, refuseValue, type WriteBack } from "./write-back";

/** Which action is meant, as it was seen. */
export interface ActionPlace {
  /** Zero-based; where it is left out, or the row has moved since, the rest tells which one is meant. */
  readonly line?: number | undefined;
  readonly id: string | undefined;
  /** Of the row's line: see `fingerprint`. */
  readonly seen?: number | undefined;
}

export type ActionField = "status" | "due" | "owner" | "evidence";

/** A status is completed, and a start takes back that the action is blocked; neither needs a value. */
export interface ActionChange {
  readonly field: ActionField | "start";
  readonly value?: string | undefined;
}

/** Pure. The edits refer to the document's text; `isRecord` is true for a record by its history. */
export function editAction(
  document: GovernedDocument,
  isRecord: boolean,
  place: ActionPlace,
  change: ActionChange,
): WriteBack {
  const refusal = refuseDocument(document, isRecord);
  if (refusal !== undefined) return { refusal };
  const { rows } = processOf(document);
  const row = findRow(rows, place, document.text);
  if (row === undefined) return { refusal: hasChanged(place) };
  if (change.field === "status") return complete(document, row, rows);
  if (change.field === "start") return start(document, row);
  return write(document, row, change.field, (change.value ?? "").trim());
}

/** What was seen of a row or task list item. */
export function fingerprintOf(
  text: string,
  { range }: { readonly range: ActionRow["action"]["range"] },
): number {
  return fingerprint(text.slice(range.start, range.end));
}

/** The row at its line; elsewhere only where no other one can be meant. */
function findRow(rows: readonly ActionRow[], place: ActionPlace, text: string): ActionRow | undefined {
  const { id, line, seen } = place;
  const alike = rows.filter(
    ({ action }) => action.id === id && (seen === undefined || fingerprintOf(text, action) === seen),
  );
  const here = alike.find(({ action }) => action.line === line);
  if (here !== undefined) return here;
  const isNamed = id !== undefined || seen !== undefined;
  return isNamed && alike.length === 1 ? alike[0] : undefined;
}

function hasChanged({ id }: ActionPlace): string {
  const name = id === undefined ? "the action" : id;
  return `The row of ${name} is not what it was when it was chosen: it has been changed or taken out since. Look at it, and try again.`;
}

function write(
  document: GovernedDocument,
  row: ActionRow,
  field: Exclude<ActionField, "status">,
  value: string,
): WriteBack {
  const { policy } = document;
  const name = columnName(field, policy);
  const refusal = refuseValue(value, name) ?? refuseColumn(row, field, policy);
  return refusal === undefined ? writeCell(document, row, field, value) : { refusal };
}

function refuseColumn(
  { action, register }: ActionRow,
  field: ActionColumn,
  policy: Policy,
): string | undefined {
  const name = columnName(field, policy);
  if (register === undefined)
    return `${nameAction(action)} is an item of a task list, which has a box and no column \`${name}\`. Write it into the item's text.`;
  if (register.columns[field] === undefined)
    return `The register of ${nameAction(action)} has no column \`${name}\`. Add one to its head first.`;
  return undefined;
}

function writeCell(
  { text, policy }: GovernedDocument,
  { action, register }: ActionRow,
  field: ActionField,
  value: string,
): WriteBack {
  const column = register?.columns[field];
  const row = register?.rows.find(({ line }) => line === action.line);
  if (register === undefined || row === undefined || column === undefined)
    return { refusal: hasChanged(action) };
  const edits = cellEdits(text, register.block, row, column, value);
  if (edits.length > 0) return { edits };
  return {
    refusal: `The \`${columnName(field, policy)}\` of ${nameAction(action)} is ${quoteValue(value)} already.`,
  };
}

function complete(document: GovernedDocument, row: ActionRow, rows: readonly ActionRow[]): WriteBack {
  const { action, register } = row;
  const { policy, parsed } = document;
  if (action.status === "done") return { refusal: `${nameAction(action)} is complete already.` };
  if (register === undefined) {
    const task = parsed.blocks.find((block) => block.line === action.line && block.task !== undefined)?.task;
    return task === undefined ? { refusal: hasChanged(action) } : { edits: [{ range: task, newText: "x" }] };
  }
  const refusal = refuseColumn(row, "status", policy);
  if (refusal !== undefined) return { refusal };
  const words = doneWords(row, rows, policy);
  if (words === undefined)
    return {
      refusal:
        "The policy has no word for an action that is done. Name one in `process.actionStatuses.done`.",
    };
  return writeCell(document, row, "status", words);
}

function start(document: GovernedDocument, row: ActionRow): WriteBack {
  const { action, cells } = row;
  if (action.status !== "blocked") return { refusal: `${nameAction(action)} is not blocked.` };
  const refusal = refuseColumn(row, "status", document.policy);
  if (refusal !== undefined) return { refusal };
  const words = cells.status && startWords(cells.status, actionsOf(document).rows, document.policy);
  if (words === undefined)
    return {
      refusal:
        "The policy has no word for an action that can start. Name one in `process.actionStatuses.not-started`.",
    };
  return writeCell(document, row, "status", words);
}

/** The actions that were blocked by others and are so no more: all that they waited for is done `after` the change. */
export function findFreed(before: GovernedDocument, after: GovernedDocument): readonly ActionRow[] {
  const held = blockedByFinished(actionsOf(before), before.policy).map(({ action }) => action.line);
  return blockedByFinished(actionsOf(after), after.policy).filter(
    ({ action }) => !held.includes(action.line),
  );
}

/** As most other cells say it, those of its own register first; else the policy's word in the style of this cell. */
function doneWords(row: ActionRow, rows: readonly ActionRow[], policy: Policy): string | undefined {
  const { done } = policy.process.actionStatuses;
  const cells = (own: boolean): string[] =>
    rows.flatMap(({ register, cells: { status } }) =>
      status !== undefined && (register === row.register) === own && done.includes(foldedWords(status.text))
        ? [status.text]
        : [],
    );
  const example = mostUsed(cells(true)) ?? mostUsed(cells(false));
  const [word] = done;
  if (example !== undefined || word === undefined) return example;
  const { status } = row.cells;
  const written = status === undefined ? "" : headWords(status);
  const mark = EMPHASIS.exec(status?.text ?? "")?.[1] ?? "";
  const symbol = SYMBOL.test(status?.text ?? "") ? `${DONE_SYMBOL} ` : "";
  return symbol + mark + (written === "" ? sentence(word) : inCaseOf(written, word)) + mark;
}

const SYMBOL = /^\p{Extended_Pictographic}/u;
const EMPHASIS = /^(\*\*|__|\*|_)(?=\S).*\1$/;
