/** Fixes of layout: separators, details blocks and indentation. They move and mark words, and change none. */
import type { TextEdit } from "../base/edit";
import type { Range } from "../base/range";
import type { GovernedDocument } from "../workspace/types";
import { bodyStart, endsInBlankLine, insertBlockAt } from "./body-fixes";
import { behindLine, lineEndingOf, lineStart } from "./fixes";
import type { Fix } from "./rule";
import type { Piece, StyleOutline } from "./style-outline";

/** The offset at which the line that holds `offset` begins, behind a byte order mark. */
export function lineStartOf(text: string, offset: number): number {
  const at = lineStart(text, offset);
  return at === 0 ? bodyStart(text) : at;
}

/** The first line of a block, trimmed: what a finding marks of something that goes over many lines. */
export function firstLineOf(text: string, range: Range): Range {
  let { start } = range;
  while (start < range.end && /\s/.test(text[start] as string)) start++;
  let end = start;
  while (end < range.end && text[end] !== "\n" && text[end] !== "\r") end++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}

/** Takes whole lines out, with the blank ones below them; what stood above and below stays apart by a blank line. */
export function cutLines(document: GovernedDocument, { start, end }: Range): TextEdit {
  const { text } = document;
  let next = end;
  while (next < text.length && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(next, next + 100))) {
    const behind = behindLine(text, next);
    if (behind === next) break;
    next = behind;
  }
  const isApart = start <= bodyStart(text) || endsInBlankLine(text, start) || next === text.length;
  return { range: { start, end: next }, newText: isApart ? "" : lineEndingOf(text) };
}

/**
 * None where the separator stands in HTML, which a blank line would end, nor above an indented line, which might come to
 * belong to a list above.
 */
export function removeSeparator(document: GovernedDocument, { range, raw }: Piece): readonly Fix[] {
  if (raw) return [];
  const { text } = document;
  const lines = { start: lineStartOf(text, range.start), end: behindLine(text, range.end) };
  if (/^\s*?[ \t]+\S/.test(text.slice(lines.end, lines.end + 100))) return [];
  return [{ title: "Remove the separator", safe: true, edits: [cutLines(document, lines)] }];
}

/** The lines that open a details block: its tag, its summary, and the separators below; undefined where more is on them. */
export function openingOf(
  { text }: GovernedDocument,
  { pieces }: StyleOutline,
  index: number,
): Range | undefined {
  const { details } = pieces[index] as Piece;
  let last = index;
  while (isOpening(pieces[last + 1], details) && areAdjacent(text, pieces, last)) last++;
  return wholeLines(text, pieces[index] as Piece, pieces[last] as Piece, pieces[last + 1]);
}

/**
 * The lines that close a details block: the separators above its tag, and the tag; undefined where more is on them, or
 * no such piece is there.
 */
export function closingOf(
  { text }: GovernedDocument,
  { pieces }: StyleOutline,
  index: number,
): Range | undefined {
  const close = pieces[index];
  if (close === undefined) return undefined;
  const { details } = close;
  let first = index;
  const isOwn = (piece: Piece | undefined): boolean =>
    piece?.kind === "separator" && piece.within === details;
  while (isOwn(pieces[first - 1]) && areAdjacent(text, pieces, first - 1)) first--;
  return wholeLines(text, pieces[first] as Piece, close, pieces[index + 1]);
}

/** True where nothing stands between a piece and the next one, such as a comment. */
function areAdjacent(text: string, pieces: readonly Piece[], index: number): boolean {
  return text.slice(pieces[index]?.range.end, pieces[index + 1]?.range.start).trim() === "";
}

function isOpening(piece: Piece | undefined, details: number): boolean {
  return piece?.kind === "summary"
    ? piece.details === details
    : piece?.kind === "separator" && piece.within === details;
}

function wholeLines(text: string, first: Piece, last: Piece, below: Piece | undefined): Range | undefined {
  const start = lineStartOf(text, first.range.start);
  const end = behindLine(text, last.range.end);
  const isAlone =
    text.slice(start, first.range.start).trim() === "" && text.slice(last.range.end, end).trim() === "";
  // what goes on in the same HTML block would be torn from it
  return isAlone && !(below?.raw === true && below.block === last.block && below.kind !== "open")
    ? { start, end }
    : undefined;
}

/** Lines of the document as a fix writes them elsewhere. */
export function linesOf(text: string, { start, end }: Range): string {
  return `${text.slice(start, end).replace(/\r\n?/g, "\n").trimEnd()}\n`;
}

/** Words of a heading as the text of a summary, which is HTML. */
export function summaryOf(title: string): string {
  return title
    .replace(/&(?!\w+;|#)/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}

/** Puts lines in front of and behind the blocks from `first` to `last`, each with a blank line on either side. */
export function surround(
  document: GovernedDocument,
  first: Piece,
  last: Piece,
  above: string,
  below: string,
): TextEdit[] {
  const { text } = document;
  return [
    insertBlockAt(document, lineStartOf(text, first.range.start), above),
    insertBlockAt(document, behindLine(text, last.range.end), below),
  ];
}
