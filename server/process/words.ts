/** Finds the words of a policy in folded text; only whole words count. */
import { foldKey } from "../base/fold";
import { plainValue } from "../base/plain-value";

const STRUCK = /~~(?:(?!~~)[^\n])*~~/g;
const OPENING_MARKS = /^[^\p{L}\p{N}]+/u;

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

function containsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isWordUnit(text, at - 1) && !isWordUnit(text, at + word.length)) return true;
  }
  return false;
}

function isWordUnit(text: string, at: number): boolean {
  const unit = text[at];
  return unit !== undefined && /[\p{L}\p{N}]/u.test(unit);
}

/** Without the parts that are struck through: `~~open~~ done` says `done`. */
export function withoutStruck(text: string): string {
  return text.includes("~~") ? text.replace(STRUCK, " ") : text;
}

/** Folded plain words of a value, without the marks that it opens with. */
export function foldedWords(value: string): string {
  return foldKey(plainValue(value)).replace(OPENING_MARKS, "");
}
