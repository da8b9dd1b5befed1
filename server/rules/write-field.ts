/** Writes a new header field in the style of the ones that are there: their marks, spacing, line breaks and table. */
import type { TextEdit } from "../base/edit";
import type { Range } from "../base/range";
import type { HeaderField } from "../document/types";
import type { GovernedDocument } from "../workspace/types";
import { behindLine, insertLines, lineEndingOf, withLineEnding } from "./fixes";

/** Below or above the line of `neighbour`, or behind it on the same line; undefined where there is no safe place. */
export function writeField(
  document: GovernedDocument,
  neighbour: HeaderField,
  name: string,
  value: string,
  below: boolean,
): TextEdit | undefined {
  if (neighbour.form === "front-matter") return writeEntry(document, neighbour, name, value, below);
  if (neighbour.form === "section") return writeBelowTitle(document, name, value);
  if (neighbour.form === "table") return writeRow(document, neighbour, name, value, below);
  const shared = document.parsed.header.fields.filter(
    (each) => each.lineRange.start === neighbour.lineRange.start,
  );
  if (shared.length > 1) return writeBeside(document.text, shared, name, value);
  return writeLine(document, neighbour, name, value, below);
}

/** A value as YAML reads it back. */
export function yamlValue(value: string): string {
  return /^[\s"'#&*!|>@`%{}[\],?:-]|[:#]\s|\s#|[{}[\]]|:$|^(?:null|true|false|~)?$/i.test(value)
    ? JSON.stringify(value)
    : value;
}

/** A key spelled as front matter spells the others: `last_updated`, `last-updated` or `Last Updated`. */
export function yamlKey(name: string, neighbour: string): string {
  const lower = neighbour === neighbour.toLowerCase() ? name.toLowerCase() : name;
  if (neighbour.includes(" ") || !name.includes(" ")) return lower;
  return lower.replace(/ /g, neighbour.includes("-") ? "-" : "_");
}

function writeEntry(
  document: GovernedDocument,
  neighbour: HeaderField,
  name: string,
  value: string,
  below: boolean,
): TextEdit | undefined {
  const { text } = document;
  const indentation = /^([ \t]*)["']?$/.exec(
    text.slice(neighbour.lineRange.start, neighbour.keyRange.start),
  )?.[1];
  // `{ owner: …, status: … }` on one line
  if (indentation === undefined) return undefined;
  const spacing = isInline(text, neighbour)
    ? /^["']?:([ \t]+)$/.exec(text.slice(neighbour.keyRange.end, neighbour.valueRange.start))?.[1]
    : undefined;
  const line = `${indentation}${yamlKey(name, neighbour.key)}:${spacing ?? " "}${yamlValue(value)}\n`;
  return insertLines(
    document,
    below ? behindLine(text, neighbour.lineRange.end) : neighbour.lineRange.start,
    line,
  );
}

/** Where the header has sections only: a line of its own below the title, or at the document's start. */
function writeBelowTitle(document: GovernedDocument, name: string, value: string): TextEdit {
  const { text, parsed } = document;
  const heading = parsed.title && parsed.blocks[parsed.title.heading];
  if (heading === undefined)
    return insertLines(document, text.startsWith("\uFEFF") ? 1 : 0, `${name}: ${value}\n\n`);
  return insertLines(document, behindLine(text, heading.range.end), `\n${name}: ${value}\n`);
}

/** A table's head and the row of dashes below it must stay together: what would go between goes below them. */
function writeRow(
  document: GovernedDocument,
  neighbour: HeaderField,
  name: string,
  value: string,
  below: boolean,
): TextEdit {
  const { text } = document;
  const next = behindLine(text, neighbour.lineRange.end);
  const isHead = /^(?=.*\|)[ \t>|:-]*-[ \t>|:-]*$/.test(text.slice(next, behindLine(text, next)).trimEnd());
  const offset = isHead ? behindLine(text, next) : below ? next : neighbour.lineRange.start;
  const template = findTemplate(document, neighbour);
  const margin = /^[ \t>]*/.exec(text.slice(neighbour.lineRange.start, neighbour.keyRange.start))?.[0] ?? "";
  const cell = value.replace(/\|/g, "\\|");
  if (template === undefined) return insertLines(document, offset, `${margin}| ${name} | ${cell} |\n`);
  const before = text.slice(template.lineRange.start, template.keyRange.start);
  const rows = document.parsed.header.fields.filter((each) => each.form === "table");
  const aligned = rows.every((row) => lengthOf(row.lineRange) === lengthOf(template.lineRange));
  /** Keeps the pipes in line where the table has them so and the new text is not too long. */
  const repad = (pad: string, old: string, now: string): string =>
    aligned ? " ".repeat(Math.max(Math.min(1, pad.length), old.length + pad.length - now.length)) : pad;
  const between = text
    .slice(template.keyRange.end, template.valueRange.start)
    .replace(
      /^([*_:`]*)([ \t]*)\|/,
      (_, marks: string, pad: string) => `${marks}${repad(pad, template.key, name)}|`,
    );
  const after = text
    .slice(template.valueRange.end, template.lineRange.end)
    .replace(/^([ \t]*)\|/, (_, pad: string) => `${repad(pad, template.value, cell)}|`);
  return insertLines(document, offset, `${before}${name}${between}${cell}${after}\n`);
}

function lengthOf(range: Range): number {
  return range.end - range.start;
}

/** Several fields share a line: the new one joins them behind the last. */
function writeBeside(
  text: string,
  shared: readonly HeaderField[],
  name: string,
  value: string,
): TextEdit | undefined {
  const [previous, last] = shared.slice(-2);
  if (previous === undefined || last === undefined) return undefined;
  // a list below the key is its value: the line has no place behind it
  if (last.value !== "" && !isInline(text, last)) return undefined;
  const between = text.slice(previous.valueRange.end, last.keyRange.start);
  const separator = text.slice(last.keyRange.end, last.valueRange.start).replace(/\S$/, "$& ");
  const at = last.valueRange.end;
  const newText = `${between}${name}${separator}${value}`;
  return { range: { start: at, end: at }, newText: withLineEnding(newText, lineEndingOf(text)) };
}

function writeLine(
  document: GovernedDocument,
  neighbour: HeaderField,
  name: string,
  value: string,
  below: boolean,
): TextEdit {
  const { text } = document;
  const template = findTemplate(document, neighbour);
  const line =
    template === undefined ? bareLine(text, neighbour, name, value) : likeLine(text, template, name, value);
  const lineBreak = breakStyle(document, neighbour);
  const own = hardBreak(text, neighbour);
  const gap = isSpaced(document, neighbour) ? `${/^[ \t>]*/.exec(line)?.[0].trimEnd() ?? ""}\n` : "";
  if (!below) return insertLines(document, neighbour.lineRange.start, `${line}${lineBreak}\n${gap}`);
  if (own === "" && lineBreak !== "") {
    // the last line of a header has no line break until another one follows it
    const end = neighbour.lineRange.end;
    const newText = withLineEnding(`${lineBreak}\n${line}`, lineEndingOf(text));
    return { range: { start: end, end }, newText };
  }
  return insertLines(document, behindLine(text, neighbour.lineRange.end), `${gap}${line}${own}\n`);
}

/** `neighbour` itself, or another field of its form that has its value on the line of its key. */
function findTemplate(document: GovernedDocument, neighbour: HeaderField): HeaderField | undefined {
  const { text, parsed } = document;
  if (isInline(text, neighbour)) return neighbour;
  return parsed.header.fields.find((each) => each.form === neighbour.form && isInline(text, each));
}

function isInline(text: string, field: HeaderField): boolean {
  return (
    field.valueRange.end > field.valueRange.start &&
    field.valueRange.start < behindLine(text, field.keyRange.end)
  );
}

/** Beside a field that has no value to copy the spacing from. */
function bareLine(text: string, neighbour: HeaderField, name: string, value: string): string {
  const before = text.slice(neighbour.lineRange.start, neighbour.keyRange.start);
  const marks = before.replace(/[*_]+[ \t]*$/, "");
  return marks === before ? `${before}${name}: ${value}` : `${marks}**${name}:** ${value}`;
}

function likeLine(text: string, template: HeaderField, name: string, value: string): string {
  const before = text.slice(template.lineRange.start, template.keyRange.start);
  const between = text.slice(template.keyRange.end, template.valueRange.start);
  const mark = /(?:\*\*|__)[ \t]*$/.exec(before)?.[0].trim();
  // `**Owner: PMO Lead**`: the value stands within the bold
  const closing = mark === undefined || between.includes(mark) ? "" : mark;
  return `${before}${name}${between}${value}${closing}`;
}

/** The hard line break at the end of the field's last line; empty where there is none. */
function hardBreak(text: string, field: HeaderField): string {
  const rest = text.slice(field.valueRange.end, field.lineRange.end);
  return /(?: {2,}|[ \t]*\\|[ \t]*<br\s*\/?>)[ \t]*$/i.exec(rest)?.[0] ?? "";
}

/** How the lines of this header are broken, told by the first one that is. */
function breakStyle(document: GovernedDocument, neighbour: HeaderField): string {
  if (neighbour.form === "list") return "";
  const alike = document.parsed.header.fields.filter((each) => each.form === neighbour.form);
  return alike.map((each) => hardBreak(document.text, each)).find((each) => each !== "") ?? "";
}

/** True where blank lines stand between the field and the ones next to it. */
function isSpaced(document: GovernedDocument, field: HeaderField): boolean {
  const fields = document.parsed.header.fields.filter((each) => each.form === field.form);
  const at = fields.indexOf(field);
  const gaps = [fields[at - 1], field, fields[at + 1]].flatMap((each, index, all) => {
    const next = all[index + 1];
    return each === undefined || next === undefined
      ? []
      : [document.text.slice(each.lineRange.end, next.lineRange.start)];
  });
  return (
    gaps.length > 0 && gaps.every((gap) => /[\r\n][ \t>]*(?:\r\n|[\r\n])/.test(gap.replace(/^\r\n/, "\n")))
  );
}
