/** The parts of a document in which names and ids mean something: all but code, gate blocks aside. */
import type { Range } from "../../base/range";
import { rememberLast } from "../../base/remember";
import type { GovernedDocument } from "../../workspace/types";

/**
 * In the order of the text, cut to `within`. A fence without a language is text: gate items and what a work item's
 * state is stand in such ones.
 */
export function proseParts({ parsed, text }: GovernedDocument, within: Range): readonly Range[] {
  const parts: Range[] = [];
  let start = 0;
  const add = (end: number): void => {
    const part = { start: Math.max(start, within.start), end: Math.min(end, within.end) };
    if (part.start < part.end) parts.push(part);
  };
  for (const { kind, range, text: info } of parsed.blocks) {
    const isCode =
      kind === "indented-code" || (kind === "fence" && info !== undefined && info.end > info.start);
    if (!isCode) continue;
    add(range.start);
    start = Math.max(start, range.end);
  }
  add(text.length);
  return parts;
}

/**
 * Code spans, links, comments and addresses: what stands in them is a name of something else. None is sought far, so
 * that a text of nothing but opening brackets is read in linear time.
 */
const NO_WORDS =
  /`[^`\r\n]{0,999}`|\[[^\]\r\n]{0,999}\]\([^)\r\n]{0,999}\)|<!--[\s\S]{0,999}?-->|https?:\/\/\S+/g;
const ID_WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?/gu;
const LONGEST_ID = 64;

interface IdWord {
  readonly word: string;
  readonly range: Range;
}

/** The words of prose that look like ids: with a capital and a digit, or only of capitals. In the order of the text. */
export const idWords: (document: GovernedDocument) => readonly IdWord[] = rememberLast((document) => {
  const found: IdWord[] = [];
  for (const part of proseParts(document, { start: 0, end: document.text.length })) {
    const text = document.text
      .slice(part.start, part.end)
      .replace(NO_WORDS, (span) => " ".repeat(span.length));
    for (const match of text.matchAll(ID_WORD)) {
      const [word] = match;
      if (word.length > LONGEST_ID || !isLikeId(word)) continue;
      const start = part.start + match.index;
      found.push({ word, range: { start, end: start + word.length } });
    }
  }
  return found;
});

/** Most words are plain ones, which the expressions would take long to tell. */
function isLikeId(word: string): boolean {
  let hasCapital = false;
  let hasDigit = false;
  let hasOther = false;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit > 0x7f) return /\p{Lu}/u.test(word) && /\d|^[\p{Lu}.-]+$/u.test(word);
    if (unit >= 0x61) hasOther = true;
    else if (unit >= 0x41) hasCapital = true;
    else if (unit >= 0x30) hasDigit = true;
  }
  return hasCapital && (hasDigit || !hasOther);
}
