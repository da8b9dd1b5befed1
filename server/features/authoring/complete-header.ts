/** Header keys that the class asks for and the document lacks, and the place of a value that is being written. */
import { parseDate } from "../../base/date";
import { plainValue } from "../../base/plain-value";
import type { Range } from "../../base/range";
import { remember } from "../../base/remember";
import { isVersion } from "../../base/version";
import type { HeaderField } from "../../document/types";
import type { DocumentClass, FieldPolicy } from "../../policy/types";
import { yamlKey, yamlValue } from "../../rules/write-field";
import { findState } from "../../workspace/field-values";
import { govern } from "../../workspace/govern";
import type { GovernedDocument } from "../../workspace/types";
import type { Completion, CompletionList } from "./completion-item";
import type { AuthoringContext } from "./context";
import { describeClass, describeField } from "./describe-policy";
import { MOST_VALUES, valuesOf } from "./header-values";
import { paragraphs } from "./markdown";
import { lineAt } from "./target";

/** The line so far, where a key may be written: emphasis, a mark of a list, quote or table, and words. */
const KEY_SO_FAR =
  /^[ \t]*(?:(?:[-*+]|>|\|)[ \t]*)?(?:\*\*|__)?[\p{L}][\p{L}\p{N} ]*$|^[ \t]*(?:(?:[-*+]|>|\|)[ \t]*)?(?:\*\*?|__?)?$/u;
/** Behind the cursor nothing but what closes the key: what else is written there stays. */
const CLOSING = /^[*_:|\s]*$/;

/** In the header's lines, the line below it, and the lines below the title of a document without a header. */
export function completeKey(context: AuthoringContext): CompletionList | undefined {
  const { offset } = context;
  const line = lineAt(context.document.text, offset);
  const written = line.text.slice(0, offset - line.start);
  if (!KEY_SO_FAR.test(written) || !CLOSING.test(line.text.slice(written.length))) return undefined;
  const document = withoutLine(context.document, line);
  const documentClass = document.classification?.class;
  if (documentClass === undefined || document.filed || !isInHeader(document, offset)) return undefined;
  const settled = { ...context, document };
  const missing = documentClass.fields.filter((field) => document.fieldsOf(field).length === 0);
  const form = formOf(document);
  const valuesFor = remember((field: FieldPolicy) => valuesOf(field, documentClass, settled));
  const indent = /^[ \t]*/.exec(written)?.[0].length ?? 0;
  const keys = missing.map((field): Completion => {
    return {
      label: field.name,
      kind: "field",
      detail: field.required ? "required" : "optional",
      documentation: paragraphs(describeField(field, documentClass, document.policy)),
      filter: form(field.name, ""),
      text: form(escapeSnippet(field.name), snippetOf(field, valuesFor(field), 1)),
      isSnippet: true,
    };
  });
  const isNew = document.parsed.header.fields.length === 0;
  const items = isNew ? [wholeHeader(missing, documentClass, document, form, valuesFor), ...keys] : keys;
  if (items.length === 0) return undefined;
  return {
    range: {
      start: line.start + indent,
      end: line.start + Math.max(written.length, line.text.trimEnd().length),
    },
    items,
    isIncomplete: false,
  };
}

/**
 * What is being typed hides the header: a word without a colon makes front matter no YAML, a row without cells a table no
 * header, marks alone end it.
 */
function withoutLine(
  document: GovernedDocument,
  { start, text }: { readonly start: number; readonly text: string },
): GovernedDocument {
  if (text.trim() === "" || start > FURTHEST_HEADER) return document;
  // an empty line, or a word that goes on with the value above: whichever leaves most of the header
  const others = ["", "x"].map((line) => {
    const padded = line.padEnd(text.length);
    const without = document.text.slice(0, start) + padded + document.text.slice(start + text.length);
    return govern(document.path, without, document.policy);
  });
  const countOf = ({ parsed }: GovernedDocument): number => parsed.header.fields.length;
  return others.reduce((best, each) => (countOf(each) > countOf(best) ? each : best), document);
}

/** In UTF-16 units: what lies further down is prose. */
const FURTHEST_HEADER = 5000;

/** All that the class asks for, with a title where there is none. */
function wholeHeader(
  missing: readonly FieldPolicy[],
  documentClass: DocumentClass,
  document: GovernedDocument,
  form: Form,
  valuesFor: (field: FieldPolicy) => readonly Completion[],
): Completion {
  const required = missing.filter((field) => field.required);
  const hasTitle = document.parsed.title !== undefined;
  const lines = required.map((field, index) =>
    form(escapeSnippet(field.name), snippetOf(field, valuesFor(field), index + (hasTitle ? 1 : 2))),
  );
  const title = hasTitle ? "" : `# \${1:${escapeSnippet(documentClass.title)}}\n\n`;
  return {
    label: `Header: ${documentClass.title}`,
    kind: "field",
    detail: "all that is required",
    documentation: paragraphs(describeClass(documentClass)),
    filter: hasTitle ? form("Header", "") : `# ${form("Header", "")}`,
    text: `${title}${lines.join("\n")}\n$0`,
    isSnippet: true,
  };
}

type Form = (key: string, value: string) => string;

/** How a new line of the header is written: as the last one that has a line to itself. */
function formOf({ parsed, text }: GovernedDocument): Form {
  const { fields } = parsed.header;
  const last = fields.findLast(
    (field) => field.value !== "" && fields.every((each) => each === field || !isOnLineOf(each, field)),
  );
  const neighbour = last ?? fields.at(-1);
  if (neighbour?.form === "front-matter") return (key, value) => `${yamlKey(key, neighbour.key)}: ${value}`;
  if (last === undefined) return boldForm;
  const { lineRange, keyRange, valueRange } = last;
  const before = text.slice(lineRange.start, keyRange.start).trimStart();
  const between = text.slice(keyRange.end, valueRange.start).replaceAll(/[^\S\r\n]+/g, " ");
  const after = text.slice(valueRange.end, lineRange.end);
  // a value of several lines, or with a note behind it, is no pattern
  if (/[\r\n]/.test(between + after) || !/^[\s\\|*_]*$/.test(after)) return boldForm;
  const end = last.form === "table" ? after.replaceAll(/[^\S\r\n]+/g, " ").trimEnd() : after;
  return (key, value) => `${before}${key}${between.trimEnd()} ${value}${end}`;
}

function isOnLineOf({ keyRange }: HeaderField, { lineRange }: HeaderField): boolean {
  return keyRange.start >= lineRange.start && keyRange.end <= lineRange.end;
}

function boldForm(key: string, value: string): string {
  return `**${key}:** ${value}`;
}

/** A choice among the values, the policy's proposal first; a placeholder where any value will do. */
function snippetOf(field: FieldPolicy, values: readonly Completion[], stop: number): string {
  const choices = values.map(({ text }) => text);
  const all = [...new Set([...(field.default === undefined ? [] : [field.default]), ...choices])];
  const [first] = all;
  if (first === undefined) return `\${${stop}:{${escapeSnippet(field.name.toLowerCase())}\\}}`;
  return all.length === 1
    ? `\${${stop}:${escapeSnippet(first)}}`
    : `\${${stop}|${all.slice(0, MOST_CHOICES).map(escapeChoice).join(",")}|}`;
}

const MOST_CHOICES = 20;

function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, "\\$&");
}

function escapeChoice(text: string): string {
  return text.replaceAll(/[\\$},|]/g, "\\$&");
}

function isInHeader({ parsed, text }: GovernedDocument, offset: number): boolean {
  const { range } = parsed.header;
  if (range !== undefined) {
    const below = text.slice(range.end, offset);
    return offset >= range.start && (offset <= range.end || isNextLine(below));
  }
  const { title } = parsed;
  // a new document, or one that begins with the word that is being typed
  if (title === undefined) return !/[\r\n]\s*\S/.test(text.trimStart()) && !/\S\s+\S+\s+\S/.test(text);
  const between = offset > title.titleRange.end ? text.slice(title.titleRange.end, offset) : undefined;
  return (
    between !== undefined &&
    between.split(/\r\n|\n|\r/).length <= LINES_BELOW_TITLE &&
    !/\S.*[\r\n]/.test(between)
  );
}

/** The heading's line, an empty one, and the one on which the header begins. */
const LINES_BELOW_TITLE = 3;

function isNextLine(text: string): boolean {
  return /^[^\S\r\n]*(?:\r\n|\n|\r)[^\r\n]*$/.test(text);
}

/** Behind a field's colon. */
export function completeValue(context: AuthoringContext): CompletionList | undefined {
  const { document, offset } = context;
  const documentClass = document.classification?.class;
  const written = documentClass && fieldBehind(document, offset);
  const field = written && documentClass.fieldByKey.get(written.folded);
  if (written === undefined || field === undefined || documentClass === undefined) return undefined;
  const range = rangeOf(written, field, document, offset);
  const items = valuesOf(field, documentClass, context, document.text.slice(range.start, offset));
  if (items.length === 0) return undefined;
  const isYaml = written.form === "front-matter";
  const asWritten = isYaml ? items.map((item) => ({ ...item, text: yamlValue(item.text) })) : items;
  const value = plainValue(document.text.slice(range.start, range.end));
  return {
    range,
    items: asWritten,
    replaces: isSettled(value, field, documentClass),
    isIncomplete: items.length >= MOST_VALUES,
  };
}

/** True for a value of its type, and not the beginning of one. */
function isSettled(value: string, { type }: FieldPolicy, documentClass: DocumentClass): boolean {
  if (type === "date") return parseDate(value) !== undefined;
  if (type === "version") return isVersion(value);
  return type === "state" && findState(value, documentClass) !== undefined;
}

/** The field whose value holds the cursor, or whose line ends in front of it. */
function fieldBehind({ parsed, text }: GovernedDocument, offset: number): HeaderField | undefined {
  return parsed.header.fields.find(({ keyRange, valueRange, lineRange, form }) => {
    if (offset < keyRange.end || offset > lineRange.end + 1) return false;
    const behind = text.slice(keyRange.end, offset);
    // what is typed below a field reads as more of its value, and is meant as a key
    if (/[\r\n]/.test(behind)) return false;
    const isBehindKey = form === "table" ? behind.includes("|") : behind.includes(":");
    if (offset <= valueRange.end) return offset >= valueRange.start || isBehindKey;
    return /^[^\S\r\n]*$/.test(text.slice(valueRange.end, offset)) && isBehindKey;
  });
}

/** The whole value; of several, the one that holds the cursor. */
function rangeOf(
  { valueRange }: HeaderField,
  { type }: FieldPolicy,
  { text }: GovernedDocument,
  offset: number,
): Range {
  if (offset < valueRange.start || valueRange.start === valueRange.end) return { start: offset, end: offset };
  const end = Math.max(valueRange.end, offset);
  if (type === "state" || type === "class") return { start: valueRange.start, end };
  const before = /[,;]\s*([^,;]*)$/.exec(text.slice(valueRange.start, offset));
  const after = text.slice(offset, end).search(/\s*[,;]/);
  return {
    start: before === null ? valueRange.start : offset - (before[1] ?? "").length,
    end: after < 0 ? end : offset + after,
  };
}
