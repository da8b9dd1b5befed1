/** Values that stand for one still to come: the policy's words, and the marks of templates. */
import { foldKey } from "../base/fold";

/** True for the whole value being `[…]`, but not a link, nor a checkbox. */
const BRACKETED = /^\[(?!\s*[xX]?\s*\])[^[\]]*\](?!\()$/;

const BRACED = /\{[^{}\n]*\}/;
const CODE = /(`+)[^`\n](?:[^\n]*?[^`\n])?\1(?!`)/g;

/** A note behind a placeholder: in brackets, or after a dash that stands for itself. */
const NOTE = /^\s*(?:\(.*\)|[—–]\s*.+|\s-{1,3}\s+.+)\s*$/;

/**
 * A template's mark, which is right in no document: `{…}` anywhere in the value, `[…]` where it is the whole
 * value. Code spans quote marks, as in a pattern of paths.
 */
export function isTemplateMark(value: string): boolean {
  const trimmed = value.trim();
  return BRACKETED.test(trimmed) || BRACED.test(trimmed.replace(CODE, ""));
}

/** True for one of `words`, with or without a note behind it, and for a template's mark. Empty is no placeholder. */
export function compilePlaceholders(words: readonly string[]): (value: string) => boolean {
  const known = [...words].map((word) => word.trim().toLowerCase()).sort((a, b) => b.length - a.length);
  const folded = new Set(known.map(foldKey).filter((word) => word !== ""));
  return (value) => {
    const trimmed = value.trim();
    if (trimmed === "") return false;
    const lower = trimmed.toLowerCase();
    for (const word of known) {
      if (!lower.startsWith(word)) continue;
      if (lower.length === word.length || NOTE.test(trimmed.slice(word.length))) return true;
    }
    return folded.has(foldKey(trimmed)) || isTemplateMark(trimmed);
  };
}
