/** Fixes that write header fields, in the style in which the document or its neighbours write them. */

import { foldKey } from "../base/fold";
import { nameOf } from "../base/path-parts";
import { findChangeLog } from "../document/change-log";
import type { HeaderField } from "../document/types";
import type { DocumentClass, FieldPolicy } from "../policy/types";
import { holds } from "../workspace/field-values";
import { type CommonOwner, commonHeaderForm, commonOwner, prevailingOwner } from "../workspace/neighbours";
import type { GovernedDocument, WorkspaceSnapshot } from "../workspace/types";
import { highestEntry } from "./change-log";
import { classNoun, headerFields, withArticle } from "./fields";
import { behindLine, insertLines, lineStart, replace } from "./fixes";
import type { Fix } from "./rule";
import { writeField, yamlKey, yamlValue } from "./write-field";

/** A value for a new field, and how sure it is. */
interface Suggestion {
  readonly value: string;
  /** Where the value comes from, for the title; undefined for a placeholder. */
  readonly source: string | undefined;
  /** True when the value follows from the policy and the place alone. */
  readonly certain: boolean;
}

function suggest(
  document: GovernedDocument,
  documentClass: DocumentClass,
  field: FieldPolicy,
  workspace: WorkspaceSnapshot,
  today: string,
): Suggestion {
  if (field.type === "class") return { value: documentClass.name, source: undefined, certain: true };
  const owner = suggestOwner(document, documentClass, field, workspace);
  if (owner !== undefined)
    return {
      value: owner.name,
      source: `owner of ${owner.documents} ${owner.documents === 1 ? "document" : "documents"} ${owner.where}`,
      certain: false,
    };
  if (field.default !== undefined) return { value: field.default, source: undefined, certain: false };
  if (field.values.length > 0) return { value: field.values[0] ?? "", source: undefined, certain: false };
  if (field.type === "state")
    return { value: documentClass.states[0]?.name ?? placeholder(field), source: undefined, certain: false };
  if (field.type === "version") {
    const log = documentClass.changeLog && findChangeLog(document.parsed, documentClass.changeLog.keys);
    const newest = log && highestEntry(log)?.version.text;
    return { value: newest ?? "1.0", source: newest && "the highest change-log entry", certain: false };
  }
  if (field.type === "date" && /updated/i.test(field.name))
    return { value: today, source: undefined, certain: false };
  const id = documentClass.fileName?.tokensOf(nameOf(document.path))?.id;
  if (id !== undefined && /feature|item/i.test(field.name))
    return { value: `${id} — {name}`, source: undefined, certain: false };
  return { value: placeholder(field), source: undefined, certain: false };
}

/** Whom the documents around this one name; against the policy's own proposal only where most of the class do. */
function suggestOwner(
  { path }: GovernedDocument,
  documentClass: DocumentClass,
  field: FieldPolicy,
  workspace: WorkspaceSnapshot,
): CommonOwner | undefined {
  if (field.type !== "role" || foldKey(field.name) !== "owner" || field.values.length > 0) return undefined;
  return field.default === undefined
    ? commonOwner(workspace, path, documentClass)
    : prevailingOwner(workspace, path, documentClass);
}

function placeholder(field: FieldPolicy): string {
  return `{${field.name.toLowerCase()}}`;
}

/** The complete header of the class: what is known filled in, the rest as placeholders. */
export function insertHeader(
  document: GovernedDocument,
  documentClass: DocumentClass,
  workspace: WorkspaceSnapshot,
  today: string,
): Fix {
  const fields = documentClass.fields
    .filter(
      (field) =>
        field.required || field.type === "class" || isRequiredAtFirst(field, documentClass, document),
    )
    .map((field) => ({
      name: field.name,
      value: suggest(document, documentClass, field, workspace, today).value,
    }));
  const title = `Insert the header of ${withArticle(classNoun(documentClass))}`;
  const { text, parsed } = document;
  const { frontMatter } = parsed.header;
  const top = text.startsWith("\uFEFF") ? 1 : 0;
  const insert = (offset: number, lines: string): Fix => ({
    title,
    safe: false,
    edits: [insertLines(document, offset, lines)],
  });
  if (commonHeaderForm(workspace) === "front-matter") {
    const other = parsed.header.fields.find((field) => field.form === "front-matter")?.key ?? "last_updated";
    const yaml = fields.map((field) => `${yamlKey(field.name, other)}: ${yamlValue(field.value)}\n`).join("");
    if (frontMatter === undefined) return insert(top, `---\n${yaml}---\n\n`);
    return insert(lineStart(text, frontMatter.end), yaml);
  }
  const lines = fields.map((field) => `**${field.name}:** ${field.value}\n`).join("");
  const heading = parsed.title && parsed.blocks[parsed.title.heading];
  if (heading === undefined) {
    return frontMatter === undefined
      ? insert(top, `${lines}\n`)
      : insert(behindLine(text, frontMatter.end), `\n${lines}\n`);
  }
  const offset = behindLine(text, heading.range.end);
  const blankFollows = /^[ \t]*(?:\r?\n|\r|$)/.test(text.slice(offset, offset + 200));
  return insert(offset, `\n${lines}${blankFollows ? "" : "\n"}`);
}

/** True when the class asks for the field in a document that is new: in the first state, with the fields' defaults. */
function isRequiredAtFirst(
  { requiredWhile }: FieldPolicy,
  { fieldByKey, states }: DocumentClass,
  { policy }: GovernedDocument,
): boolean {
  const lookUp = (key: string): string | undefined => {
    const field = fieldByKey.get(key);
    return field?.default ?? (field?.type === "state" ? states[0]?.name : field?.values[0]);
  };
  return requiredWhile.some((condition) => holds(condition, lookUp, policy));
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
  const present = headerFields(document);
  const find = (each: FieldPolicy): HeaderField | undefined =>
    present.find((written) => each.keys.includes(written.folded));
  const before = documentClass.fields
    .slice(0, index)
    .reverse()
    .map(find)
    .find((written) => written !== undefined);
  const after = documentClass.fields
    .slice(index + 1)
    .map(find)
    .find((written) => written !== undefined);
  const neighbour = before ?? after ?? present[0];
  const title = `Add \`${field.name}: ${value}\`${source === undefined ? "" : ` (${source})`}`;
  const edit = neighbour && writeField(document, neighbour, field.name, value, before !== undefined);
  return { title, safe: certain, edits: edit === undefined ? [] : [edit] };
}

/** A field of any name below `neighbour`, in its style. */
export function insertLine(
  document: GovernedDocument,
  name: string,
  value: string,
  neighbour: HeaderField,
): Fix {
  const edit = writeField(document, neighbour, name, value, true);
  return { title: `Add \`${name}\``, safe: false, edits: edit === undefined ? [] : [edit] };
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
  const { start, end } = written.valueRange;
  const before = start === end && !/\s/.test(document.text[start - 1] ?? " ") ? " " : "";
  const gap = written.form === "section" && start === end ? "\n\n" : before;
  const behind = start === end && document.text[end] === "|" ? " " : "";
  const text = written.form === "front-matter" ? yamlValue(value) : value;
  return [
    replace(
      `Set to \`${value}\`${source === undefined ? "" : ` (${source})`}`,
      written.valueRange,
      gap + text + behind,
      certain,
    ),
  ];
}
