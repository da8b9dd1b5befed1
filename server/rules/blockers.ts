/** What an action waits for, and whether that is still to come. */
import { rememberLast } from "../base/remember";
import type { Policy } from "../policy/types";
import type { ProcessTable } from "../process/action-table";
import { plainText } from "../process/plain-text";
import { GATE_WORD } from "../process/vocabulary";
import { foldedWords, leadingWord, withoutStruck } from "../process/words";
import { dependencyCell, saysNothing } from "./action-cells";
import { idKey, type JudgedActions, type RegisterRow } from "./action-rows";

/** What of a document is known to be over. */
type Known = Pick<JudgedActions, "byId" | "passedGates">;

const LETTER = /\p{L}/u;
const BETWEEN = /[+,;&]|\band\b/;
/** A cell of fewer words, such as a priority or a name, gives no reason. */
const FEWEST_WORDS = 3;

/** True where words follow the status: `Blocked: no boat`, `Waiting for spring`. */
export function givesReason({ cells }: RegisterRow, { process }: Policy): boolean {
  const words = foldedWords(withoutStruck(cells.status?.text ?? ""));
  const status = leadingWord(words, process.actionStatuses.blocked);
  return LETTER.test(words.slice(status?.length ?? 0));
}

/** True where a column that the policy does not know, such as one of notes, or the evidence says something at length. */
export function hasNote({ register, action }: RegisterRow, policy: Policy): boolean {
  const row = register.rows[action.line - (register.rows[0]?.line ?? 0)];
  const known = knownColumns(register);
  return (row?.cells ?? []).some(
    (cell, index) =>
      !known.has(index) &&
      !saysNothing(cell, policy) &&
      plainText(cell.text).split(" ").length >= FEWEST_WORDS,
  );
}

const knownColumns = rememberLast(({ columns }: ProcessTable): ReadonlySet<number | undefined> => {
  const { evidence, ...others } = columns;
  return new Set(Object.values(others));
});

/** True where the action waits for nothing that is known to be outstanding, in ids or in words. */
export function isUnblocked(row: RegisterRow, known: Known, policy: Policy): boolean {
  const { blockedOn } = row.action;
  if (blockedOn.length > 0) return blockedOn.every((id) => isFinished(id, known));
  return row.register.columns.blockedOn === undefined || saysNothing(row.cells.blockedOn, policy);
}

/** The open actions that are still said to be blocked, by nothing but what is over. */
export function blockedByFinished(known: JudgedActions, policy: Policy): readonly RegisterRow[] {
  return known.open.filter(
    (row) => row.action.status === "blocked" && isBlockedByFinishedOnly(row, known, policy),
  );
}

/** True where all that the action waits for are actions that nobody has to do any more, and gates that have passed. */
function isBlockedByFinishedOnly(row: RegisterRow, known: Known, policy: Policy): boolean {
  const { blockedOn } = row.action;
  if (blockedOn.length === 0 || !blockedOn.every((id) => isFinished(id, known))) return false;
  if (row.register.columns.blockedOn !== undefined && givesReason(row, policy)) return false;
  // in `A-02 + a dry day` the day may still be to come
  const written = plainText(withoutStruck(dependencyCell(row)?.text ?? "")).toLowerCase();
  const ids = blockedOn.map((id) => id.toLowerCase());
  return written
    .split(BETWEEN)
    .every((part) => !LETTER.test(part) || ids.some((id) => part.includes(id) && !saysMore(part, id)));
}

/** Behind a gate anything may follow, such as `after the board has met`: more than that it passes is still to come. */
function saysMore(part: string, id: string): boolean {
  if (!id.startsWith(`${GATE_WORD} `)) return false;
  const rest = part.replace(id, " ").replace(/\b(?:passes|passed|pass|complete[ds]?|closed|first)\b/g, " ");
  return LETTER.test(rest);
}

/** True for an action that nobody has to do any more, and for a gate that has passed. */
export function isFinished(id: string, { byId, passedGates }: Known): boolean {
  const rows = byId().get(idKey(id)) ?? [];
  if (rows.length === 0) return passedGates().has(idKey(id));
  return rows.every(({ action }) => action.status === "done" || action.status === "dropped");
}
