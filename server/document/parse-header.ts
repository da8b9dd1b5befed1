/** Finds the header block of a document in every form in which real repositories write it. */
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import type { Block } from "./block";
import { parseFieldLine, trimValue } from "./field-line";
import { parseFrontMatter } from "./front-matter";
import { parseTable, type TableCell, type TableRow } from "./table";
import type { FieldForm, Header, HeaderField, Problem } from "./types";

export interface ParsedHeader {
  readonly header: Header;
  /** Indices of headings that are field lines over a `---`, not headings to a reader. */
  readonly headings: ReadonlySet<number>;
}

/** Two-column tables whose head only names the columns. */
const COLUMN_NAMES = new Set(["field", "key", "property", "attribute", "item", "name", ""]);

/**
 * The header opens the document, before or after the title, and ends at the first thematic break behind a field,
 * at the next heading, or at the first ordinary paragraph.
 */
export function parseHeader(text: string, blocks: readonly Block[]): ParsedHeader {
  const fields: HeaderField[] = [];
  const problems: Problem[] = [];
  const headings = new Set<number>();
  let frontMatter: Range | undefined;
  let titled = false;
  let underSubheading = false;

  for (let i = 0; i < blocks.length; i = nextSibling(blocks, i)) {
    const block = blocks[i] as Block;
    if (block.kind === "front-matter") {
      frontMatter = block.range;
      const parsed = parseFrontMatter(text, block.range);
      fields.push(...parsed.fields);
      problems.push(...parsed.problems);
      continue;
    }
    if (block.kind === "heading") {
      const setext = block.endLine - block.line > 1;
      const found = setext ? paragraphFields(text, headingText(text, block), "plain") : undefined;
      if (found !== undefined && !found.broken && found.fields.length > 1) {
        headings.add(i);
        fields.push(...found.fields);
        if (fields.length === found.fields.length && !titled && found.fields.every((field) => field.form === "plain")) {
          problems.push({
            range: found.fields[0]?.lineRange ?? block.range,
            message: "the line `---` that opens it is missing",
          });
        }
        // the line of dashes under the fields is the break that ends the header
        if (titled) break;
        continue;
      }
      if (!titled && block.level === 1) {
        titled = true;
        continue;
      }
      if (titled && fields.every((field) => field.form === "front-matter") && !underSubheading && followsTitle(blocks, i)) {
        underSubheading = true;
        continue;
      }
      break;
    }
    if (block.kind === "html" && text.startsWith("<!--", block.contentStart)) continue;
    if (block.kind === "thematic-break" && fields.length === 0) continue;
    if (block.kind === "paragraph") {
      const found = paragraphFields(text, block.range, "plain");
      if (found === undefined || (underSubheading && found.fields.length < 2)) break;
      fields.push(...found.fields);
      if (found.broken) break;
      continue;
    }
    if (block.kind === "list") {
      const found = listFields(text, blocks, i);
      if (found.length > 0) {
        if (underSubheading && found.length < 2) break;
        fields.push(...found);
        continue;
      }
      const last = fields.at(-1);
      if (last === undefined || last.value !== "" || last.form === "front-matter") break;
      fields[fields.length - 1] = withListValue(text, blocks, i, last);
      continue;
    }
    if (block.kind === "block-quote") {
      fields.push(...quoteFields(text, blocks, i));
      continue;
    }
    if (block.kind === "table" && !underSubheading) {
      const found = tableFields(text, block);
      if (found === undefined) break;
      fields.push(...found);
      continue;
    }
    break;
  }
  return { header: { fields, range: rangeOf(fields), frontMatter, problems }, headings };
}

/** The fields of a block that stands anywhere, such as a footer that repeats the header. */
export function fieldsOfParagraph(text: string, block: Block): readonly HeaderField[] {
  return paragraphFields(text, block.range, "plain")?.fields ?? [];
}

function rangeOf(fields: readonly HeaderField[]): Range | undefined {
  const first = fields[0];
  if (first === undefined) return undefined;
  let end = first.lineRange.end;
  for (const field of fields) end = Math.max(end, field.lineRange.end, field.valueRange.end);
  return { start: first.lineRange.start, end };
}

function nextSibling(blocks: readonly Block[], index: number): number {
  const parent = blocks[index]?.parent;
  let next = index + 1;
  while (next < blocks.length && (blocks[next]?.parent ?? -1) > (parent ?? -1)) next++;
  return next;
}

/** True when nothing but comments and front matter stands between the title and this heading. */
function followsTitle(blocks: readonly Block[], index: number): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const block = blocks[i] as Block;
    if (block.kind === "heading") return block.level === 1;
    if (block.kind !== "html") return false;
  }
  return false;
}

function headingText(text: string, block: Block): Range {
  const end = block.text?.end ?? block.range.end;
  return { start: block.range.start, end: Math.max(block.range.start, end) };
}

interface FoundFields {
  readonly fields: HeaderField[];
  /** True when ordinary text follows the fields within the paragraph: the header ends there. */
  readonly broken: boolean;
}

function paragraphFields(text: string, paragraph: Range, form: FieldForm): FoundFields | undefined {
  const fields: HeaderField[] = [];
  let broken = false;
  for (let start = paragraph.start; start < paragraph.end; ) {
    const end = endOfLine(text, start, paragraph.end);
    const content = contentOf(text, start, end);
    const line = { start, end };
    start = nextLine(text, end);
    const indented = content.start - line.start >= 2;
    const last = fields.at(-1);
    const found = parseFieldLine(text, content, line, form);
    if (found !== undefined && !(last !== undefined && indented && found[0]?.form === "plain")) {
      fields.push(...found);
      continue;
    }
    if (last === undefined) return undefined;
    if (text.startsWith("<!--", content.start)) continue;
    // a value runs on over indented lines, or stands on the line below its key
    if (indented || last.value === "") {
      fields[fields.length - 1] = continueValue(text, last, content, line);
      continue;
    }
    // field lines without bold and prose in one paragraph are prose
    if (fields.every((field) => field.form === "plain")) return undefined;
    broken = true;
    break;
  }
  return fields.length > 0 ? { fields, broken } : undefined;
}

function continueValue(text: string, field: HeaderField, content: Range, line: Range): HeaderField {
  const trimmed = trimValue(text, content.start, content.end);
  const more = text.slice(trimmed.start, trimmed.end);
  const start = field.value === "" ? trimmed.start : field.valueRange.start;
  return {
    ...field,
    value: field.value === "" ? more : `${field.value} ${more}`,
    valueRange: { start, end: trimmed.end },
    lineRange: { start: field.lineRange.start, end: line.end },
  };
}

/** The list's items as fields; empty when its first item is none. */
function listFields(text: string, blocks: readonly Block[], list: number): HeaderField[] {
  const fields: HeaderField[] = [];
  for (let i = list + 1; i < blocks.length && (blocks[i]?.parent ?? -1) >= list; i++) {
    const item = blocks[i] as Block;
    if (item.kind !== "list-item" || item.parent !== list) continue;
    if (item.task !== undefined) return [];
    const end = endOfLine(text, item.contentStart, item.range.end);
    const line = { start: item.range.start, end };
    const found = parseFieldLine(text, contentOf(text, item.contentStart, end), line, "list");
    if (found === undefined) {
      if (fields.length === 0) return [];
      continue;
    }
    fields.push(...found);
  }
  return fields;
}

function withListValue(text: string, blocks: readonly Block[], list: number, field: HeaderField): HeaderField {
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
  return { ...field, value: items.join(", "), valueRange, lineRange: { start: field.lineRange.start, end: blocks[list]?.range.end ?? valueRange.end } };
}

function quoteFields(text: string, blocks: readonly Block[], quote: number): HeaderField[] {
  const fields: HeaderField[] = [];
  for (let i = quote + 1; i < blocks.length && (blocks[i]?.parent ?? -1) >= quote; i++) {
    const block = blocks[i] as Block;
    if (block.kind !== "paragraph") continue;
    fields.push(...(paragraphFields(text, block.range, "quote")?.fields ?? []));
  }
  return fields;
}

function tableFields(text: string, block: Block): HeaderField[] | undefined {
  const table = parseTable(text, block);
  if (table.head.cells.length !== 2) return undefined;
  const rows = COLUMN_NAMES.has(foldKey(table.head.cells[0]?.text ?? "")) ? table.rows : [table.head, ...table.rows];
  const fields: HeaderField[] = [];
  for (const row of rows) {
    const field = rowField(text, row);
    if (field === undefined) return undefined;
    fields.push(field);
  }
  return fields.length > 0 ? fields : undefined;
}

function rowField(text: string, row: TableRow): HeaderField | undefined {
  const [keyCell, valueCell] = row.cells;
  if (keyCell === undefined) return undefined;
  const key = bareKey(text, keyCell);
  const name = text.slice(key.start, key.end);
  if (!/^\p{L}/u.test(name) || name.split(/\s+/).length > 5) return undefined;
  const valueRange = valueCell?.range ?? { start: keyCell.range.end, end: keyCell.range.end };
  return { key: name, folded: foldKey(name), keyRange: key, value: valueCell?.text ?? "", valueRange, lineRange: row.range, form: "table" };
}

/** The key without emphasis and colon. */
function bareKey(text: string, cell: TableCell): Range {
  let { start, end } = cell.range;
  while (start < end && /[*_`\s]/.test(text[start] as string)) start++;
  while (end > start && /[*_`:\s]/.test(text[end - 1] as string)) end--;
  return { start, end };
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
