/** Finds the words of a policy in values; only whole words count, and symbols are decoration. */
import { foldKey } from "../base/fold";
import { plainValue } from "../base/plain-value";

const STRUCK = /~~(?:(?!~~)[^\n])*~~/g;
const OPENING_MARKS = /^[^\p{L}\p{N}]+/u;
const WORD_UNIT = /[\p{L}\p{N}]/u;
const ASCII_WORD = /^[A-Za-z0-9]+(?![A-Za-z0-9\u0080-\uffff])/;
/** Longer than any statement worth reading: what follows is prose. */
const LONGEST = 400;

/** The longest of `words` with which `text` begins, or undefined. */
export function leadingWord(text: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const word of words) {
    if (word.length <= (best?.length ?? 0) || !text.startsWith(word)) continue;
    if (!isWordUnit(text, word.length)) best = word;
  }
  return best;
}

/** The longest of `words` that stands anywhere in `text`, or undefined. */
export function containedWord(text: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const word of words) {
    if (word.length > (best?.length ?? 0) && containsWord(text, word)) best = word;
  }
  return best;
}

/** False when no word of `words` can open the value, told by its first word alone: the answer for most values. */
export function mayOpenWith(value: string, words: readonly string[]): boolean {
  const first = ASCII_WORD.exec(value)?.[0].toLowerCase();
  return first === undefined || words.some((word) => word.startsWith(first));
}

function containsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isWordUnit(text, at - 1) && !isWordUnit(text, at + word.length)) return true;
  }
  return false;
}

function isWordUnit(text: string, at: number): boolean {
  const unit = text[at];
  return unit !== undefined && WORD_UNIT.test(unit);
}

/** Without the parts that are struck through: `~~open~~ done` says `done`. */
export function withoutStruck(text: string): string {
  return text.includes("~~") ? text.replace(STRUCK, " ") : text;
}

/** Folded plain words of a value, without the marks that it opens with. */
export function foldedWords(value: string): string {
  return foldKey(plainValue(value.slice(0, LONGEST))).replace(OPENING_MARKS, "");
}
