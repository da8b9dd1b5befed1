/** What the cells of an action say, how messages name it and where they point. */
import { headOfValue, plainValue } from "../base/plain-value";
import type { Range } from "../base/range";
import { sentence } from "../base/sentence";
import type { TableCell } from "../document/table";
import type { ActionColumn, ActionStatus, Policy } from "../policy/types";
import { readActionStatus } from "../process/action-status";
import { plainText } from "../process/plain-text";
import type { Action, ActionRow } from "../process/types";
import { foldedWords, mayOpenWith, withoutStruck } from "../process/words";
import type { RegisterRow } from "./action-rows";
import { quoteValue } from "./fields";

const WORD = /[\p{L}\p{N}]/u;

/** The action for a message: its id, or the beginning of what is to be done. */
export function nameAction({ id, text }: Action): string {
  return id ?? quoteValue(text);
}

/** `A1`, `A1 and A2`, or `A1, A2 and 3 more` */
export function nameActions(ids: readonly string[]): string {
  const shown = ids.length > MOST_NAMED ? ids.slice(0, MOST_NAMED - 1) : ids;
  const left = ids.length - shown.length;
  const last = left > 0 ? `${left} more` : shown.at(-1);
  const before = left > 0 ? shown : shown.slice(0, -1);
  return before.length === 0 ? `${last}` : `${before.join(", ")} and ${last}`;
}

const MOST_NAMED = 6;

/** The cell of the column; where it is empty or absent, the id by which the row is known, or its text. */
export function cellRange({ cells, action }: RegisterRow, column: ActionColumn): Range {
  for (const cell of [cells[column], cells.id, cells.text])
    if (cell !== undefined && cell.text !== "") return cell.range;
  return action.range;
}

/** True for an empty cell, a placeholder, and words or marks that say there is nothing to name. */
export function saysNothing(cell: TableCell | undefined, policy: Policy): boolean {
  const text = cell?.text ?? "";
  if (text === "" || policy.isPlaceholder(text)) return true;
  const plain = plainText(withoutStruck(text));
  return !WORD.test(plain) || policy.isPlaceholder(plain) || isNone(plain, policy);
}

/** True for one of the policy's words for nothing, with or without a note behind it. */
export function isNone(text: string, policy: Policy): boolean {
  const { noneWords } = policy.process;
  return mayOpenWith(text, noneWords) && noneWords.includes(foldedWords(headOfValue(text)));
}

/** What the status cell states; undefined where it is empty, absent or cannot be read. */
export function statedStatus({ cells }: ActionRow, policy: Policy): ActionStatus | undefined {
  return readActionStatus(cells.status?.text ?? "", policy.process.actionStatuses);
}

/** How a message names the column that a register lacks: `Deadline`. */
export function columnName(column: ActionColumn, policy: Policy): string {
  return sentence(policy.process.actionColumns[column][0] ?? column);
}

/** Where `words` stand in the cell; the whole cell where they do not stand together. */
export function wordsRange(text: string, { range }: TableCell, words: string): Range {
  const at = words === "" ? -1 : text.slice(range.start, range.end).indexOf(words);
  return at < 0 ? range : { start: range.start + at, end: range.start + at + words.length };
}

/** The words of a cell without decoration around them and a note behind them, as written. */
export function headWords(cell: TableCell): string {
  return headOfValue(withoutStruck(cell.text)).replace(/^[^\p{L}\p{N}]+/u, "");
}

/** `WIP` is in capitals, and `DONE` is written in capitals. */
const LONGEST_ACRONYM = 3;

/** The policy's word, which is folded, in the case of what it replaces. */
export function inCaseOf(written: string, word: string): string {
  const plain = plainValue(written);
  if (plain === plain.toUpperCase() && plain.length > LONGEST_ACRONYM) return word.toUpperCase();
  return plain.charAt(0) === plain.charAt(0).toLowerCase() ? word : sentence(word);
}

/** The cell that names what the action waits for: the one for it, or the status where the register has none. */
export function dependencyCell({ cells, register }: RegisterRow): TableCell | undefined {
  return register.columns.blockedOn === undefined ? cells.status : cells.blockedOn;
}

/** Where `id` stands in the cell as a word of its own; undefined where it is only implied, as in a range of ids. */
export function findIdRange(text: string, { range }: TableCell, id: string): Range | undefined {
  const written = text.slice(range.start, range.end);
  for (let at = written.indexOf(id); at >= 0; at = written.indexOf(id, at + 1)) {
    const end = at + id.length;
    if (!WORD.test(written.charAt(at - 1)) && !WORD.test(written.charAt(end)))
      return { start: range.start + at, end: range.start + end };
  }
  return undefined;
}
