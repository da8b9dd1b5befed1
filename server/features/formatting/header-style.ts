/** One style for the lines of a header: how keys are set off, what stands before a value, how lines are broken. */
import type { TextEdit } from "../../base/edit";
import { mostUsed } from "../../base/most-used";
import type { Range } from "../../base/range";
import type { Block } from "../../document/block";
import type { HeaderField } from "../../document/types";
import { classOf, headerFields } from "../../rules/fields";
import type { GovernedDocument } from "../../workspace/types";

const OPENING = /(\*\*|__)[ \t]*$/;
/** What stands between key and value: `:** `, `**: ` and `: `, with the blank that French sets before the colon. */
const COLON_INSIDE = /^([ \t\u00a0\u202f]*[:：])[ \t]*(\*\*|__)([ \t]*)$/;
const COLON_OUTSIDE = /^[ \t]*(\*\*|__)([ \t\u00a0\u202f]*[:：])([ \t]*)$/;
const COLON_ALONE = /^([ \t\u00a0\u202f]*[:：])([ \t]*)$/;
const HARD_BREAK = /(?: {2,}|[ \t]*\\|[ \t]*<br\s*\/?>)[ \t]*$/i;

interface StyledField {
  readonly field: HeaderField;
  /** The marks in front of the key; empty where it is plain. */
  readonly opening: string;
  /** The marks and the colon behind it. */
  readonly closing: string;
  readonly before: Range;
  readonly behind: Range;
  /** What stands between colon and value. */
  readonly gap: string;
  /** False where the value stands on another line, or there is none. */
  readonly hasValue: boolean;
}

/** The style that most fields have, and of two as common the first one. Tables and front matter have none. */
export function styleEdits(document: GovernedDocument): readonly TextEdit[] {
  const { text } = document;
  const fields = headerFields(document);
  const styled = fields.flatMap((field) => readStyle(text, field) ?? []);
  const most = mostUsed(styled.map(nameOf));
  const chosen = styled.find((each) => nameOf(each) === most);
  const isLinedUp = linesUp(styled);
  const edits = styled.flatMap((each) => {
    const { opening, closing } = chosen !== undefined && mayTake(document, each, chosen) ? chosen : each;
    const gap = each.hasValue && !isLinedUp && !closing.includes("：") ? " " : each.gap;
    return [
      { range: each.before, newText: opening },
      { range: each.behind, newText: closing + gap },
    ];
  });
  return [...edits, ...breakEdits(document, fields)].filter(
    ({ range, newText }) => text.slice(range.start, range.end) !== newText,
  );
}

function nameOf({ opening, closing }: StyledField): string {
  return `${opening} ${closing}`;
}

/** Undefined where marks and colon stand in none of the usual ways, such as `**Owner: Harbour Lead**`. */
function readStyle(text: string, field: HeaderField): StyledField | undefined {
  const { form, keyRange, valueRange, lineRange } = field;
  if (form === "table" || form === "front-matter") return undefined;
  const lineEnd = text.slice(keyRange.end, lineRange.end).search(/[\r\n]|$/) + keyRange.end;
  const hasValue = valueRange.end > valueRange.start && valueRange.start < lineEnd;
  const end = hasValue || valueRange.start < lineEnd ? valueRange.start : lineEnd;
  const opening = OPENING.exec(text.slice(lineRange.start, keyRange.start));
  const separator = text.slice(keyRange.end, end);
  const read = readSeparator(separator, opening?.[1]);
  if (read === undefined) return undefined;
  const before = { start: keyRange.start - (opening?.[0].length ?? 0), end: keyRange.start };
  const behind = { start: keyRange.end, end };
  return { field, opening: opening?.[1] ?? "", ...read, before, behind, hasValue };
}

function readSeparator(
  separator: string,
  mark: string | undefined,
): Pick<StyledField, "closing" | "gap"> | undefined {
  if (mark === undefined) {
    const [, closing, gap = ""] = COLON_ALONE.exec(separator) ?? [];
    return closing === undefined ? undefined : { closing, gap };
  }
  const [, colon, closed, space = ""] = COLON_INSIDE.exec(separator) ?? [];
  if (colon !== undefined && closed === mark) return { closing: colon + closed, gap: space };
  const [, closing, behind, gap = ""] = COLON_OUTSIDE.exec(separator) ?? [];
  return closing === mark ? { closing: closing + behind, gap } : undefined;
}

/** Bold keys stay bold; a plain one among them becomes bold where it is surely a key and no words with a colon. */
function mayTake(document: GovernedDocument, { field, opening }: StyledField, chosen: StyledField): boolean {
  if ((opening === "") === (chosen.opening === "")) return true;
  const isAlone = !document.parsed.header.fields.some(
    (each) => each !== field && each.lineRange.start === field.lineRange.start,
  );
  return opening === "" && isAlone && classOf(document)?.fieldByKey.has(field.folded) === true;
}

/** True where somebody has put all values below one another; two may stand so by chance. */
function linesUp(styled: readonly StyledField[]): boolean {
  const inline = styled.filter(({ hasValue }) => hasValue);
  const columns = inline.map(({ field }) => field.valueRange.start - field.lineRange.start);
  return (
    inline.length > 2 &&
    columns.every((column) => column === columns[0]) &&
    inline.some(({ gap }) => gap.length > 1)
  );
}

/** Where lines are broken in several ways, in the one that is most common; no break is added, and none removed. */
function breakEdits({ text, parsed }: GovernedDocument, fields: readonly HeaderField[]): TextEdit[] {
  const breaks = fields.flatMap(({ form, lineRange, valueRange }, index) => {
    const isLastOfLine = fields[index + 1]?.lineRange.end !== lineRange.end;
    const isLine = form === "bold" || form === "plain" || form === "quote";
    if (!isLine || !isLastOfLine || !isWithinParagraph(parsed.blocks, lineRange)) return [];
    const written = HARD_BREAK.exec(text.slice(Math.min(valueRange.end, lineRange.end), lineRange.end))?.[0];
    if (written === undefined) return [];
    const range = { start: lineRange.end - written.length, end: lineRange.end };
    return [{ range, newText: written.trim() || "  " }];
  });
  const chosen = mostUsed(breaks.map(({ newText }) => newText));
  return chosen === undefined ? [] : breaks.map(({ range }) => ({ range, newText: chosen }));
}

/** True where another line of the same paragraph follows: at its end a break would say nothing. */
function isWithinParagraph(blocks: readonly Block[], line: Range): boolean {
  return blocks.some(
    ({ kind, range, text }) =>
      range.start <= line.start &&
      (kind === "paragraph" || kind === "heading") &&
      line.end < (kind === "heading" ? (text?.end ?? range.end) : range.end),
  );
}
