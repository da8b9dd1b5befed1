/** Reads header fields from paragraphs, lists and block quotes. */
import type { Range } from "../base/range";
import type { Block } from "./block";
import { parseFieldLine, trimValue } from "./field-line";
import type { FieldForm, HeaderField } from "./types";

export interface FoundFields {
  readonly fields: readonly HeaderField[];
  /** True when ordinary text follows the fields within the paragraph: the header ends there. */
  readonly broken: boolean;
}

/** The fields of `block`, whose first line may stand behind container marks; undefined for ordinary text. */
export function paragraphFields(text: string, block: Block, form: FieldForm): FoundFields | undefined {
  const fields: HeaderField[] = [];
  /** Ordinary lines, which are a value that runs on where another field follows them, and the end otherwise. */
  let ordinary: { readonly content: Range; readonly line: Range }[] = [];
  const continueLast = (content: Range, line: Range): void => {
    const last = fields.pop();
    if (last !== undefined) fields.push(continueValue(text, last, content, line));
  };
  let margin = 0;
  for (let start = block.range.start; start < block.range.end; ) {
    const end = endOfLine(text, start, block.range.end);
    // only the block knows what container marks its first line has
    const known = start === block.range.start && block.contentStart >= start;
    const content = known ? { start: block.contentStart, end } : contentOf(text, start, end);
    const line = { start, end };
    if (start === block.range.start) margin = columnOf(text, start, content.start);
    start = nextLine(text, end);
    const last = fields.at(-1);
    const indented = last !== undefined && columnOf(text, line.start, content.start) - margin >= 2;
    const found = parseFieldLine(text, content, line, form);
    if (found !== undefined && !(indented && found[0]?.form === "plain")) {
      for (const each of ordinary) continueLast(each.content, each.line);
      ordinary = [];
      fields.push(...found);
      continue;
    }
    if (last === undefined) return undefined;
    if (text.startsWith("<!--", content.start)) continue;
    // a value runs on over indented lines and within a list item, or stands on the line below its key
    if (ordinary.length === 0 && (indented || form === "list" || last.value === "")) {
      continueLast(content, line);
      continue;
    }
    // field lines without bold and prose in one paragraph are prose
    if (fields.every((field) => field.form === "plain")) return undefined;
    ordinary.push({ content, line });
  }
  return fields.length > 0 ? { fields, broken: ordinary.length > 0 } : undefined;
}

function continueValue(text: string, field: HeaderField, content: Range, line: Range): HeaderField {
  const trimmed = trimValue(text, content.start, content.end);
  const more = text.slice(trimmed.start, trimmed.end);
  const lineRange = { start: field.lineRange.start, end: line.end };
  if (more === "") return { ...field, lineRange };
  const start = field.value === "" ? trimmed.start : field.valueRange.start;
  return {
    ...field,
    value: field.value === "" ? more : `${field.value} ${more}`,
    valueRange: { start, end: trimmed.end },
    lineRange,
  };
}

/** Field lines right above a line of dashes, which Markdown reads as a heading; undefined for any other heading. */
export function underlinedFields(text: string, heading: Block): readonly HeaderField[] | undefined {
  if (heading.level !== 2 || heading.endLine - heading.line < 2) return undefined;
  const range = { start: heading.range.start, end: Math.max(heading.range.start, heading.text?.end ?? 0) };
  const found = paragraphFields(text, { ...heading, range }, "plain");
  if (found === undefined || found.broken) return undefined;
  // one plain line over dashes is a heading with a colon in it
  return found.fields.length > 1 || found.fields[0]?.form === "bold" ? found.fields : undefined;
}

/** The list's items as fields; empty when its first item is none. */
export function listFields(text: string, blocks: readonly Block[], list: number): readonly HeaderField[] {
  const fields: HeaderField[] = [];
  for (let i = list + 1; i < blocks.length && (blocks[i]?.parent ?? -1) >= list; i++) {
    const item = blocks[i] as Block;
    if (item.kind !== "list-item" || item.parent !== list) continue;
    // a blank line does not part two lists: what follows the header may be its tasks
    if (item.task !== undefined) return fields;
    const first = blocks[i + 1];
    const found =
      first?.kind === "paragraph" && first.parent === i ? paragraphFields(text, first, "list") : undefined;
    if (found === undefined && fields.length === 0) return [];
    fields.push(...(found?.fields ?? []));
  }
  return fields;
}

/** True for a list that opens with a box to tick. */
export function isTaskList(blocks: readonly Block[], list: number): boolean {
  return blocks[list + 1]?.task !== undefined;
}

/** `field`, whose key stands alone on its line, with the items of the list below as its value. */
export function withListValue(
  text: string,
  blocks: readonly Block[],
  list: number,
  field: HeaderField,
): HeaderField {
  const items: string[] = [];
  let range: Range | undefined;
  for (let i = list + 1; i < blocks.length && (blocks[i]?.parent ?? -1) >= list; i++) {
    const item = blocks[i] as Block;
    if (item.kind !== "list-item" || item.parent !== list) continue;
    const value = trimValue(text, item.contentStart, endOfLine(text, item.contentStart, item.range.end));
    items.push(text.slice(value.start, value.end));
    range = { start: range?.start ?? value.start, end: value.end };
  }
  const valueRange = range ?? field.valueRange;
  return {
    ...field,
    value: items.join(", "),
    valueRange,
    lineRange: { start: field.lineRange.start, end: blocks[list]?.range.end ?? valueRange.end },
  };
}

/** The fields of all paragraphs within a block quote. */
export function quoteFields(text: string, blocks: readonly Block[], quote: number): readonly HeaderField[] {
  const fields: HeaderField[] = [];
  for (let i = quote + 1; i < blocks.length && (blocks[i]?.parent ?? -1) >= quote; i++) {
    const block = blocks[i] as Block;
    if (block.kind !== "paragraph") continue;
    fields.push(...(paragraphFields(text, block, "quote")?.fields ?? []));
  }
  return fields;
}

/** The column at which `at` stands on its line; a tab counts as four. */
function columnOf(text: string, lineStart: number, at: number): number {
  let column = 0;
  for (let i = lineStart; i < at; i++) column += text[i] === "\t" ? 4 : 1;
  return column;
}

function endOfLine(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}

function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}

/** Behind indentation and quote marks; a byte-order mark counts as neither text nor indentation. */
function contentOf(text: string, start: number, end: number): Range {
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || unit === 9 || unit === 62 || unit === 0xfeff) at++;
    else break;
  }
  return { start: at, end };
}
