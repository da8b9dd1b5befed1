/** What the deadline of an action says where it is no date. */
import { findDate } from "../base/date";
import { plainValue } from "../base/plain-value";
import type { Policy } from "../policy/types";
import { readActionStatus } from "../process/action-status";
import { plainText } from "../process/plain-text";
import { containedWord, foldedWords, leadingWord, withoutStruck } from "../process/words";
import { isNone, saysNothing } from "./action-cells";
import type { RegisterRow } from "./action-rows";

/** True for an empty cell, a mark and a word for nothing; `TBC` says that a date will come, and is vague. */
export function isDeadlineMissing(row: RegisterRow, policy: Policy): boolean {
  const cell = row.cells.due;
  if (row.action.due !== undefined || !saysNothing(cell, policy)) return false;
  const plain = plainText(withoutStruck(cell?.text ?? ""));
  return !/^\p{L}/u.test(plainValue(plain)) || isNone(plain, policy);
}

/** How a deadline misses its day: words say how soon, an event says when something else has happened. */
export type Vagueness = "event" | "words";

/** Undefined where the cell has a date, even one within a sentence, and where it says nothing at all. */
export function findVagueness(row: RegisterRow, policy: Policy): Vagueness | undefined {
  const cell = row.cells.due;
  if (cell === undefined || row.action.due !== undefined || isDeadlineMissing(row, policy)) return undefined;
  const written = withoutStruck(cell.text);
  if (findDate(plainText(written)) !== undefined) return undefined;
  const { actionStatuses, eventWords, pendingWords } = policy.process;
  // where a column of states is absent, people note in this one that the action is done
  const status = readActionStatus(written, actionStatuses);
  if (status === "done" || status === "dropped") return undefined;
  const words = foldedWords(written);
  const isEvent =
    leadingWord(words, eventWords) !== undefined && containedWord(words, pendingWords) === undefined;
  return isEvent ? "event" : "words";
}
