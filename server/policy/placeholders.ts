/** Values that stand for one still to come: the policy's words, and the marks of templates. */
import { foldKey } from "../base/fold";

/** The whole value in brackets, which is neither a link nor a checkbox. */
const BRACKETED = /^\[(?!\s?[xX]?\s?\])[^[\]]*\]$/;
const BRACED = /\{[^{}\n]*\}/;
const CODE = /`[^`\n]*`/g;

/** A note in brackets or behind a dash, without a value in front of it; `— PMO Lead` is a name with a mark before it. */
const ONLY_NOTE = /^(?:\([^()]*\)$|(?:[—–]\s*|-{1,3}\s+)[\p{Ll}(])/u;

/** A longer value is a paragraph; only its beginning is looked at, so that no value takes long. */
const LONGEST = 2000;

/**
 * A template's mark, which is right in no document: `{…}` anywhere in the value, `[…]` where it is the whole
 * value. Code spans quote marks, as in a pattern of paths.
 */
export function isTemplateMark(value: string): boolean {
  // most values hold no bracket at all
  if (!value.includes("{") && !value.includes("[")) return false;
  const trimmed = value.slice(0, LONGEST).trim();
  return BRACKETED.test(trimmed) || BRACED.test(trimmed.replaceAll("``", "`").replace(CODE, ""));
}

/**
 * True for one of `words`, with or without a note behind it, for a note alone, and for a template's mark. Empty is no
 * placeholder.
 */
export function compilePlaceholders(words: readonly string[]): (value: string) => boolean {
  const known = words.map((word) => word.trim().toLowerCase());
  const folded = new Set(known.map(foldKey).filter((word) => word !== ""));
  const initials = new Set(known.map((word) => word.charCodeAt(0)));
  return (value) => {
    const trimmed = value.slice(0, LONGEST).trim();
    // most values begin with a letter that no placeholder begins with, which is cheaper to tell
    if (/^[a-z0-9]/i.test(trimmed) && !initials.has(trimmed.charAt(0).toLowerCase().charCodeAt(0)))
      return isTemplateMark(trimmed);
    if (ONLY_NOTE.test(trimmed)) return true;
    const lower = trimmed.toLowerCase();
    for (const word of known) {
      if (lower === word || (lower.startsWith(word) && isNote(trimmed.slice(word.length)))) return true;
    }
    return (trimmed !== "" && folded.has(foldKey(trimmed))) || isTemplateMark(trimmed);
  };
}

/** What may follow a placeholder: a note in brackets, or behind a dash that stands for itself. */
function isNote(text: string): boolean {
  const note = text.trim();
  if (note.startsWith("(")) return note.endsWith(")");
  if (note.startsWith("—") || note.startsWith("–")) return note.length > 1;
  return /^\s/.test(text) && /^-{1,3}\s/.test(note);
}
