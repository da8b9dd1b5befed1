/** Finds what a misspelled word was meant to be. */
import { distance } from "fastest-levenshtein";

const DIGITS = /\d+/g;

/**
 * The candidate that `word` most likely stands for, or undefined when none is near enough; the first of several
 * that are equally near. Case is ignored; `allowed` is the number of slips that are still near. Words whose numbers differ are never near: `Class 8` is not `Class 7`.
 */
export function findClosest(
  word: string,
  candidates: Iterable<string>,
  allowed = allowedSlips(word),
): string | undefined {
  const wanted = word.toLowerCase();
  if (wanted.length < 3) return undefined;
  const digits = digitsOf(wanted);
  let closest: string | undefined;
  let best = allowed + 1;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (other.length < 3 || Math.abs(other.length - wanted.length) >= best || digitsOf(other) !== digits)
      continue;
    const found = slips(wanted, other);
    if (found >= best) continue;
    best = found;
    closest = candidate;
  }
  return closest;
}

function allowedSlips(word: string): number {
  return word.length < 5 ? 1 : word.length <= 9 ? 2 : 3;
}

/** The edits between two words, where two letters that changed places are one slip of the finger. */
function slips(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && a.length === b.length && sortLetters(a) === sortLetters(b) ? 1 : edits;
}

function sortLetters(word: string): string {
  return [...word].sort().join("");
}

function digitsOf(word: string): string {
  return (word.match(DIGITS) ?? []).join(" ");
}
