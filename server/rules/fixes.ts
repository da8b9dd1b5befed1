/** Building blocks of fixes. A fix touches no byte outside its edits and keeps the document's line endings. */
import type { TextEdit } from "../base/edit";
import type { Range } from "../base/range";
import type { HeaderField } from "../document/types";
import type { GovernedDocument } from "../workspace/types";
import type { Fix } from "./rule";

/** Replaces one range. */
export function replace(title: string, range: Range, newText: string, safe: boolean): Fix {
  return { title, safe, edits: [{ range, newText }] };
}

/** The line ending that the document uses first; LF where it has none. */
export function lineEndingOf(text: string): string {
  const end = text.search(/[\r\n]/);
  if (end < 0 || text[end] === "\n") return "\n";
  return text[end + 1] === "\n" ? "\r\n" : "\r";
}

/** `text` with the document's line ending. */
export function withLineEnding(text: string, lineEnding: string): string {
  return lineEnding === "\n" ? text : text.replace(/\n/g, lineEnding);
}

/** The offset at which the line that holds `offset` begins. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}

/** The offset behind the ending of the line that holds `offset`. */
export function behindLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  if (text[end] === "\r" && text[end + 1] === "\n") return end + 2;
  return Math.min(end + 1, text.length);
}

/** Inserts whole lines at the start of a line; a last line without an ending gets one first. */
export function insertLines(document: GovernedDocument, offset: number, lines: string): TextEdit {
  const { text } = document;
  const lineEnding = lineEndingOf(text);
  const unended = offset === text.length && text.length > 0 && !/[\r\n]$/.test(text);
  const body = withLineEnding(lines, lineEnding);
  return { range: { start: offset, end: offset }, newText: unended ? lineEnding + body : body };
}

/** Takes a field's line out; several fields on one line and the head of a table are left to the author. */
export function removeField(
  document: GovernedDocument,
  field: HeaderField,
  title: string,
  safe: boolean,
): readonly Fix[] {
  const { text, parsed } = document;
  if (field.form === "section") return [];
  const { start, end } = field.lineRange;
  const next = behindLine(text, end);
  const isHead = field.form === "table" && /^[ \t>]*\|?[ \t]*:?-/.test(text.slice(next, next + 200));
  if (isHead || parsed.header.fields.some((each) => each !== field && each.lineRange.start === start))
    return [];
  return [{ title, safe, edits: [{ range: { start, end: next }, newText: "" }] }];
}
