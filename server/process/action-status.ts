/** What the words of a status cell say; emoji and emphasis are decoration. */
import { headOfValue } from "../base/plain-value";
import type { ActionStatus } from "../policy/types";
import { containedWord, foldedWords, leadingWord, withoutStruck } from "./words";

type StatusWords = Readonly<Record<ActionStatus, readonly string[]>>;

/** What most cells open with, and what is left of them without it. */
const SYMBOLS = /^[^\p{L}\p{N}~]+/u;
const WORDS = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

const STATUSES: readonly ActionStatus[] = ["done", "in-progress", "blocked", "not-started", "dropped"];

/**
 * The status that a cell states, or undefined. The longest of the policy's words that opens it decides, so that
 * `Not started` is not started, and a note may follow. Elsewhere in the cell only terms of several words count:
 * in `Not yet complete` and `Nearly done` a single word would say the opposite of what is meant.
 */
export function readActionStatus(cell: string, words: StatusWords): ActionStatus | undefined {
  const bare = cell.replace(SYMBOLS, "");
  const text = WORDS.test(bare) ? bare.toLowerCase() : foldedWords(headOfValue(withoutStruck(cell)));
  if (text === "") return undefined;
  return (
    longest((status) => leadingWord(text, words[status])) ??
    longest((status) =>
      containedWord(
        text,
        words[status].filter((word) => word.includes(" ")),
      ),
    )
  );
}

function longest(find: (status: ActionStatus) => string | undefined): ActionStatus | undefined {
  let best: ActionStatus | undefined;
  let length = 0;
  for (const status of STATUSES) {
    const found = find(status)?.length ?? 0;
    if (found > length) {
      best = status;
      length = found;
    }
  }
  return best;
}
