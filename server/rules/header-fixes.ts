/** Fixes that write header fields, in the style in which the document or its neighbours write them. */
import { foldKey } from "../base/fold";
import type { HeaderField } from "../document/types";
import type { DocumentClass, FieldPolicy } from "../policy/types";
import { pathWithin } from "../workspace/govern";
import { commonHeaderForm, commonOwner } from "../workspace/neighbours";
import type { GovernedDocument, WorkspaceSnapshot } from "../workspace/types";
import { behindLine, insertLines, lineEndingOf, replace, withLineEnding } from "./fixes";
import type { Fix } from "./rule";

/** A value for a new field, and how sure it is. */
interface Suggestion {
  readonly value: string;
  /** Where the value comes from, for the title; undefined for a placeholder. */
  readonly source: string | undefined;
  /** True when the value follows from the policy and the place alone. */
  readonly certain: boolean;
}

function suggest(document: GovernedDocument, documentClass: DocumentClass, field: FieldPolicy, workspace: WorkspaceSnapshot, today: string): Suggestion {
  if (field.type === "class") return { value: documentClass.name, source: undefined, certain: true };
  if (field.default !== undefined) return { value: field.default, source: undefined, certain: false };
  if (field.type === "role" && foldKey(field.name) === "owner") {
    const owner = commonOwner(workspace, document.path, documentClass);
    if (owner !== undefined && field.values.length === 0) return { value: owner.name, source: `owner of ${owner.documents} ${owner.documents === 1 ? "document" : "documents"} ${owner.where}`, certain: false };
  }
  if (field.values.length > 0) return { value: field.values[0] ?? "", source: undefined, certain: false };
  if (field.type === "state") return { value: documentClass.states[0]?.name ?? placeholder(field), source: undefined, certain: false };
  if (field.type === "version") return { value: "1.0", source: undefined, certain: false };
  if (field.type === "date" && /updated/i.test(field.name)) return { value: today, source: undefined, certain: false };
  const id = documentClass.fileName?.tokensOf(nameOf(document))?.["id"];
  if (id !== undefined && /feature|item/i.test(field.name)) return { value: `${id} — {name}`, source: undefined, certain: false };
  return { value: placeholder(field), source: undefined, certain: false };
}

function nameOf(document: GovernedDocument): string {
  const path = pathWithin(document.policy, document.path);
  return path.slice(path.lastIndexOf("/") + 1);
}

function placeholder(field: FieldPolicy): string {
  return `{${field.name.toLowerCase()}}`;
}

/** The complete header of the class: what is known filled in, the rest as placeholders. */
export function insertHeader(document: GovernedDocument, documentClass: DocumentClass, workspace: WorkspaceSnapshot, today: string): Fix {
  const fields = documentClass.fields
    .filter((field) => field.required || field.type === "class")
    .map((field) => ({ name: field.name, value: suggest(document, documentClass, field, workspace, today).value }));
  const title = `Insert the header of ${documentClass.title.toLowerCase()}`;
  if (commonHeaderForm(workspace) === "front-matter" && document.parsed.header.frontMatter === undefined) {
    const yaml = fields.map((field) => `${field.name.toLowerCase().replace(/ /g, "_")}: ${yamlValue(field.value)}\n`).join("");
    const start = document.text.startsWith("\uFEFF") ? 1 : 0;
    return { title, safe: false, edits: [insertLines(document, start, `---\n${yaml}---\n\n`)] };
  }
  const lines = fields.map((field) => `**${field.name}:** ${field.value}\n`).join("");
  const heading = document.parsed.title;
  if (heading === undefined) {
    const frontMatter = document.parsed.header.frontMatter;
    const start = frontMatter === undefined ? (document.text.startsWith("\uFEFF") ? 1 : 0) : behindLine(document.text, frontMatter.end);
    return { title, safe: false, edits: [insertLines(document, start, frontMatter === undefined ? `${lines}\n` : `\n${lines}\n`)] };
  }
  const block = document.parsed.blocks[heading.heading];
  const offset = behindLine(document.text, block?.range.end ?? heading.titleRange.end);
  const blankFollows = /^[ \t]*(?:\r?\n|\r|$)/.test(document.text.slice(offset, offset + 200));
  return { title, safe: false, edits: [insertLines(document, offset, `\n${lines}${blankFollows ? "" : "\n"}`)] };
}

/** One field at its place in the class's order, written like its neighbour. */
export function insertField(
  document: GovernedDocument,
  documentClass: DocumentClass,
  field: FieldPolicy,
  workspace: WorkspaceSnapshot,
  today: string,
): Fix {
  const { value, source, certain } = suggest(document, documentClass, field, workspace, today);
  const index = documentClass.fields.indexOf(field);
  const present = (each: FieldPolicy): HeaderField | undefined => document.fieldsOf(each).find((written) => written.form !== "quote");
  const before = documentClass.fields.slice(0, index).reverse().map(present).find((written) => written !== undefined);
  const after = documentClass.fields.slice(index + 1).map(present).find((written) => written !== undefined);
  const neighbour = before ?? after ?? document.parsed.header.fields[0];
  const title = `Add \`${field.name}: ${value}\`${source === undefined ? "" : ` (${source})`}`;
  if (neighbour === undefined) return { title, safe: false, edits: [] };
  return { title, safe: certain, edits: [lineLike(document, neighbour, field.name, value, before !== undefined)] };
}

/** A field of any name below `neighbour`, in its style. */
export function insertLine(document: GovernedDocument, name: string, value: string, neighbour: HeaderField): Fix {
  return { title: `Add \`${name}\``, safe: false, edits: [lineLike(document, neighbour, name, value, true)] };
}

/** Values for a field that stands there without one. */
export function fillField(
  document: GovernedDocument,
  documentClass: DocumentClass,
  field: FieldPolicy,
  written: HeaderField,
  workspace: WorkspaceSnapshot,
  today: string,
): readonly Fix[] {
  const { value, source, certain } = suggest(document, documentClass, field, workspace, today);
  if (document.policy.isPlaceholder(value) || value.includes("{")) return [];
  const space = written.value === "" && !/\s/.test(document.text[written.valueRange.start - 1] ?? " ") ? " " : "";
  const text = written.form === "front-matter" ? yamlValue(value) : value;
  return [replace(`Set to \`${value}\`${source === undefined ? "" : ` (${source})`}`, written.valueRange, space + text, certain)];
}

/** A new line with the marks, the spacing and the hard break of the line of `neighbour`. */
function lineLike(document: GovernedDocument, neighbour: HeaderField, name: string, value: string, below: boolean) {
  const { text } = document;
  const shared = document.parsed.header.fields.filter((field) => field.lineRange.start === neighbour.lineRange.start);
  if (shared.length > 1 && neighbour.form !== "front-matter") return besideNeighbour(document, shared, name, value);
  const keyText = neighbour.form === "front-matter" ? likeKey(name, neighbour.key) : name;
  const before = text.slice(neighbour.lineRange.start, neighbour.keyRange.start).replace(/^\uFEFF/, "");
  const firstLineEnd = behindLine(text, neighbour.keyRange.end);
  const oneLine = neighbour.valueRange.start < firstLineEnd && neighbour.value !== "";
  const between = oneLine ? text.slice(neighbour.keyRange.end, neighbour.valueRange.start) : separatorOf(neighbour);
  const after = oneLine ? trailing(text, neighbour) : "";
  const line = `${before}${keyText}${between}${neighbour.form === "front-matter" ? yamlValue(value) : value}${after}\n`;
  const offset = below ? behindLine(text, neighbour.lineRange.end) : neighbour.lineRange.start;
  return insertLines(document, offset, line);
}

function separatorOf(field: HeaderField): string {
  if (field.form === "front-matter" || field.form === "plain") return ": ";
  return field.form === "table" ? " | " : ":** ";
}

/** What stands behind the value on its line: spaces of a hard break, a backslash, a table's pipe. */
function trailing(text: string, field: HeaderField): string {
  let end = field.valueRange.end;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  const rest = text.slice(field.valueRange.end, end);
  return /^[\s\\|]*$/.test(rest) ? rest : "";
}

/** Several fields share a line: the new one joins them behind the last. */
function besideNeighbour(document: GovernedDocument, shared: readonly HeaderField[], name: string, value: string) {
  const last = shared.at(-1) as HeaderField;
  const previous = shared.at(-2) as HeaderField;
  const { text } = document;
  const between = text.slice(previous.valueRange.end, last.keyRange.start);
  const separator = text.slice(last.keyRange.end, last.valueRange.start);
  const at = last.valueRange.end;
  return { range: { start: at, end: at }, newText: withLineEnding(`${between}${name}${separator}${value}`, lineEndingOf(text)) };
}

/** A front matter key spelled as the others are: `last_updated`, `last-updated` or `Last Updated`. */
function likeKey(name: string, neighbour: string): string {
  const lower = neighbour === neighbour.toLowerCase() ? name.toLowerCase() : name;
  return neighbour.includes(" ") || !name.includes(" ") ? lower : lower.replace(/ /g, neighbour.includes("-") ? "-" : "_");
}

function yamlValue(value: string): string {
  return /^[\s"'#&*!|>@`%{}[\],?:-]|[:#]\s|[{}[\]]|:$/.test(value) ? JSON.stringify(value) : value;
}
