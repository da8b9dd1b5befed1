/** Header keys that the class asks for and the document lacks, and the values that a field may have. */
import type { Range } from "../../base/range";
import { parseVersion } from "../../base/version";
import type { HeaderField } from "../../document/types";
import type { DocumentClass, FieldPolicy } from "../../policy/types";
import { findState } from "../../workspace/field-values";
import type { GovernedDocument } from "../../workspace/types";
import { type Completion, type CompletionList, word } from "./completion-item";
import type { AuthoringContext } from "./context";
import { rolesOf } from "./roles";
import { lineAt } from "./target";

/** The line so far, where a key may be written: emphasis or a list marker, and words. */
const KEY_SO_FAR =
  /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?[\p{L}][\p{L}\p{N} ]*$|^[ \t]*(?:[-*+][ \t]+)?(?:\*\*?|__?)?$/u;

/** In the header's lines, the line below it, and the lines below the title of a document without a header. */
export function completeKey({
  document,
  offset,
  workspace,
  today,
}: AuthoringContext): CompletionList | undefined {
  const documentClass = document.classification?.class;
  if (documentClass === undefined || !isInHeader(document, offset)) return undefined;
  const line = lineAt(document.text, offset);
  const written = line.text.slice(0, offset - line.start);
  if (!KEY_SO_FAR.test(written)) return undefined;
  const missing = documentClass.fields.filter((field) => document.fieldsOf(field).length === 0);
  const form = formOf(document);
  const indent = /^[ \t]*/.exec(written)?.[0].length ?? 0;
  const items = missing.map((field): Completion => {
    const choices = valuesOf(field, documentClass, { document, offset, workspace, today }).map(
      ({ label }) => label,
    );
    return {
      label: field.name,
      kind: "field",
      detail: field.required ? "required" : "optional",
      documentation: field.why ?? "",
      filter: form(field.name, ""),
      text: form(escapeSnippet(field.name), snippetOf(field, choices)),
      isSnippet: true,
    };
  });
  return {
    range: { start: line.start + indent, end: line.start + line.text.trimEnd().length },
    items,
    isIncomplete: false,
  };
}

/** How a new line of the header is written: as most of the others are. */
function formOf(document: GovernedDocument): (key: string, value: string) => string {
  const { fields } = document.parsed.header;
  const last = fields.at(-1);
  if (last?.form === "front-matter" || last?.form === "plain") return (key, value) => `${key}: ${value}`;
  if (last?.form === "list") return (key, value) => `- **${key}:** ${value}`;
  if (last?.form === "quote") return (key, value) => `> **${key}:** ${value}`;
  if (last?.form === "table") return (key, value) => `| ${key} | ${value} |`;
  return (key, value) => `**${key}:** ${value}`;
}

function snippetOf(field: FieldPolicy, choices: readonly string[]): string {
  const all = [...new Set([...(field.default === undefined ? [] : [field.default]), ...choices])];
  const [first] = all;
  if (first === undefined) return `\${1:{${escapeSnippet(field.name.toLowerCase())}\\}}`;
  return all.length === 1
    ? `\${1:${escapeSnippet(first)}}`
    : `\${1|${all.slice(0, MOST_CHOICES).map(escapeChoice).join(",")}|}`;
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
  const title = parsed.title;
  if (title === undefined) return false;
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
  const items = valuesOf(field, documentClass, context);
  return items.length === 0 ? undefined : { range: rangeOf(written, offset), items, isIncomplete: false };
}

/** The field whose value holds the cursor, or whose line ends in front of it. */
function fieldBehind({ parsed, text }: GovernedDocument, offset: number): HeaderField | undefined {
  return parsed.header.fields.find(({ keyRange, valueRange, lineRange }) => {
    if (offset < keyRange.end || offset > lineRange.end + 1) return false;
    if (offset <= valueRange.end)
      return offset >= valueRange.start || text.slice(keyRange.end, offset).includes(":");
    return (
      /^[^\S\r\n]*$/.test(text.slice(valueRange.end, offset)) &&
      text.slice(keyRange.end, offset).includes(":")
    );
  });
}

function rangeOf({ valueRange }: HeaderField, offset: number): Range {
  return offset < valueRange.start || valueRange.start === valueRange.end
    ? { start: offset, end: offset }
    : { start: valueRange.start, end: Math.max(valueRange.end, offset) };
}

function valuesOf(
  field: FieldPolicy,
  documentClass: DocumentClass,
  context: AuthoringContext,
): readonly Completion[] {
  const { document, today } = context;
  if (field.values.length > 0) return field.values.map((value) => word(value, "value", field.name));
  switch (field.type) {
    case "state":
      return statesOf(field, documentClass, document);
    case "class":
      return document.policy.classes.map(({ name, summary }) => word(name, "value", "", summary ?? ""));
    case "role":
      return rolesOf(context.workspace, document.policy).map(({ name, charter, documents }) =>
        word(
          name,
          "role",
          charter === undefined ? "no charter" : "has a charter",
          `Owns ${documents} document${documents === 1 ? "" : "s"}.`,
        ),
      );
    case "date":
      return [word(today, "date", "today")];
    case "version":
      return versionsOf(field, document);
    default:
      return field.default === undefined ? [] : [word(field.default, "value", "as the policy proposes")];
  }
}

/** Those that may follow come first, in the policy's order; what cannot follow is left out. */
function statesOf(
  field: FieldPolicy,
  documentClass: DocumentClass,
  document: GovernedDocument,
): Completion[] {
  const written = document.fieldOf(field);
  const current = written && findState(written.value, documentClass);
  const legal =
    current === undefined
      ? documentClass.states
      : documentClass.states.filter(({ name }) => name === current.name || current.next.includes(name));
  return legal.map(({ name, meaning, setBy }) =>
    word(
      name,
      "state",
      name === current?.name ? "as it is" : current === undefined ? "" : `after ${current.name}`,
      [meaning, setBy && `Set by ${setBy}.`].filter(Boolean).join(" "),
    ),
  );
}

/** The next minor and the next major version, spelled as the present one. */
function versionsOf(field: FieldPolicy, document: GovernedDocument): Completion[] {
  const written = document.fieldOf(field)?.value ?? "";
  const version = parseVersion(written);
  if (version === undefined) return [word("1.0", "version", "the first version")];
  const [major = 0, minor = 0] = version.numbers;
  const v = /^v/i.exec(written.trim())?.[0] ?? "";
  return [
    word(`${v}${major}.${minor + 1}`, "version", "next minor version"),
    word(`${v}${major + 1}.0`, "version", "next major version"),
  ];
}
