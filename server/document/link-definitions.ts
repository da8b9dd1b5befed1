/** How many lines at the start of a paragraph are link reference definitions, which make no block. */
import { isBlank, skipBlanks } from "./block-starts";

/**
 * Lines that definitions take up at the start of a paragraph, whose lines are given as three offsets each:
 * start, start of the content, end. A paragraph that is nothing else gives the count of its lines.
 */
export function countDefinitionLines(text: string, lines: readonly number[]): number {
  const contents: string[] = [];
  for (let i = 0; i < lines.length; i += 3) contents.push(text.slice(lines[i + 1], lines[i + 2]));
  const paragraph = contents.join("\n");
  let offset = 0;
  let count = 0;
  while (offset < paragraph.length) {
    const end = definitionEnd(paragraph, offset);
    if (end < 0) break;
    for (let at = offset; at < end; at++) if (paragraph.charCodeAt(at) === 0x0a) count++;
    offset = end;
  }
  return offset >= paragraph.length ? contents.length : count;
}

/**
 * Tells most paragraphs that hold no definition by their first line: they do not begin with a bracket, or it
 * closes on that line without a colon behind it, as those of links and tasks do.
 */
export function mayDefine(text: string, offset: number, end: number): boolean {
  if (text.charCodeAt(offset) !== 0x5b /* [ */) return false;
  for (let at = offset + 1; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5c /* \ */) at++;
    else if (unit === 0x5d /* ] */) return text.charCodeAt(at + 1) === 0x3a;
    else if (unit === 0x5b /* [ */) return false;
  }
  return true;
}

/** The offset behind the definition that starts at `offset` and its line ending, or -1. */
function definitionEnd(text: string, offset: number): number {
  const label = labelEnd(text, offset);
  if (label < 0 || text.charCodeAt(label) !== 0x3a /* : */) return -1;
  const destination = skipOneLineEnding(text, label + 1);
  const behind = destinationEnd(text, destination);
  if (behind < 0) return -1;
  const lineEnd = skipBlanks(text, behind, text.length);
  const title = skipOneLineEnding(text, behind);
  if (title > behind) {
    const titleClose = titleEnd(text, title);
    if (titleClose >= 0) {
      const rest = skipBlanks(text, titleClose, text.length);
      if (isLineEnd(text, rest)) return rest + 1;
    }
  }
  return isLineEnd(text, lineEnd) ? lineEnd + 1 : -1;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) === 0x0a;
}

function skipOneLineEnding(text: string, offset: number): number {
  const at = skipBlanks(text, offset, text.length);
  return text.charCodeAt(at) === 0x0a ? skipBlanks(text, at + 1, text.length) : at;
}

/** Behind the `]` of a label of at most 999 characters, one of them not white space; or -1. */
function labelEnd(text: string, offset: number): number {
  if (text.charCodeAt(offset) !== 0x5b /* [ */) return -1;
  let isEmpty = true;
  let characters = 0;
  for (let at = offset + 1; at < text.length && characters <= 999; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5d /* ] */) return isEmpty ? -1 : at + 1;
    if (unit === 0x5b) return -1;
    if (unit !== 0x0a && !isBlank(unit)) isEmpty = false;
    if (unit === 0x5c /* \ */ && isPunctuation(text.charCodeAt(at + 1))) {
      at++;
      characters++;
    }
    // The second half of a surrogate pair is no character of its own.
    if ((unit & 0xfc00) !== 0xdc00) characters++;
  }
  return -1;
}

/** Behind the link destination at `offset`, or -1; like other parsers, no parentheses nested deeper than 32. */
function destinationEnd(text: string, offset: number): number {
  if (text.charCodeAt(offset) === 0x3c /* < */) return bracketedEnd(text, offset);
  let depth = 0;
  let at = offset;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit <= 0x20 && unit !== 0) || unit === 0x7f) break;
    if (unit === 0x5c && isPunctuation(text.charCodeAt(at + 1))) at++;
    else if (unit === 0x28 /* ( */) {
      if (++depth > 32) return -1;
    } else if (unit === 0x29 /* ) */ && --depth < 0) break;
  }
  return at > offset && depth === 0 ? at : -1;
}

function bracketedEnd(text: string, offset: number): number {
  for (let at = offset + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3e /* > */) return at + 1;
    if (unit === 0x0a || unit === 0x3c) return -1;
    if (unit === 0x5c && isPunctuation(text.charCodeAt(at + 1))) at++;
  }
  return -1;
}

/** Behind the quoted or bracketed title at `offset`, or -1. */
function titleEnd(text: string, offset: number): number {
  const open = text.charCodeAt(offset);
  if (open !== 0x22 && open !== 0x27 && open !== 0x28) return -1;
  const close = open === 0x28 /* ( */ ? 0x29 : open;
  for (let at = offset + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === close) return at + 1;
    if (unit === 0x28 && open === 0x28) return -1;
    if (unit === 0x5c && isPunctuation(text.charCodeAt(at + 1))) at++;
  }
  return -1;
}

function isPunctuation(unit: number): boolean {
  return (
    (unit >= 0x21 && unit <= 0x2f) ||
    (unit >= 0x3a && unit <= 0x40) ||
    (unit >= 0x5b && unit <= 0x60) ||
    (unit >= 0x7b && unit <= 0x7e)
  );
}
