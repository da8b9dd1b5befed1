/** What the status of an action says that can start, where it said that it is blocked. */
import type { TableCell } from "../document/table";
import type { Policy } from "../policy/types";
import { foldedWords, leadingWord } from "../process/words";
import { headWords, inCaseOf } from "./action-cells";
import type { RegisterRow } from "./action-rows";

/** The word for blocked as written, without what follows it. */
export function blockedWord(cell: TableCell, { process }: Policy): string {
  const head = headWords(cell);
  return head.slice(0, leadingWord(foldedWords(head), process.actionStatuses.blocked)?.length);
}

/** In the document's own way of writing it, symbol included, or else the policy's plain word; undefined without one. */
export function startWords(
  cell: TableCell,
  rows: readonly RegisterRow[],
  policy: Policy,
): string | undefined {
  const word = policy.process.actionStatuses["not-started"][0];
  if (word === undefined) return undefined;
  const example = rows.find((row) => foldedWords(row.cells.status?.text ?? "") === word)?.cells.status?.text;
  return example ?? inCaseOf(blockedWord(cell, policy), word);
}
