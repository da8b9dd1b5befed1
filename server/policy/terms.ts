/** Words of titles, and the terms that are looked for in them. */
import type { TermWord } from "./deliverables-policy";

const NO_WORD = /[^\p{L}\p{N}]+/gu;

/** In lower case, with a blank before and behind each word. */
export function wordsOf(text: string): string {
  return ` ${text.toLowerCase().replace(NO_WORD, " ").trim()} `;
}

/** True where all words of the term are among `words`, in any order. */
export function hasTerm(words: string, term: readonly TermWord[]): boolean {
  return term.every(({ needle }) => words.includes(needle));
}
