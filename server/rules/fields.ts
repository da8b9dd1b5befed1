/** What the header rules share: which policy field a header line means, and where a missing one is reported. */
import { findClosest } from "../base/closest";
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import type { HeaderField } from "../document/types";
import type { DocumentClass, FieldPolicy } from "../policy/types";
import { holds, isUnset, valueLookup } from "../workspace/field-values";
import type { GovernedDocument } from "../workspace/types";

/** The class that a document is checked against, or undefined when nothing claims it. */
export function classOf(document: GovernedDocument): DocumentClass | undefined {
  return document.classification?.class;
}

/** The class's field of the given type, such as its state field. */
export function fieldOfType(documentClass: DocumentClass, type: FieldPolicy["type"]): FieldPolicy | undefined {
  return documentClass.fields.find((field) => field.type === type);
}

/** A header line whose key is nearly the name of a field that the document lacks. */
export interface Misspelling {
  readonly field: FieldPolicy;
  readonly written: HeaderField;
  /** The name or alias that was meant, as the policy spells it or folded. */
  readonly meant: string;
}

export function findMisspellings(document: GovernedDocument): readonly Misspelling[] {
  const documentClass = classOf(document);
  if (documentClass === undefined) return [];
  const fields = document.parsed.header.fields;
  const absent = documentClass.fields.filter((field) => !fields.some((each) => field.keys.includes(each.folded)));
  if (absent.length === 0) return [];
  const found: Misspelling[] = [];
  for (const written of fields) {
    // a quoted line is a notice, not a field with a slip in its name
    if (written.form === "quote" || isKnownKey(written.folded, document)) continue;
    const closest = findClosest(written.folded, absent.map((field) => foldKey(field.name)));
    const field = absent.find((each) => foldKey(each.name) === closest);
    if (field !== undefined && !found.some((each) => each.field === field)) found.push({ field, written, meant: field.name });
  }
  return found;
}

/** True when any class of the policy has a field of this name: then it is no misspelling of another. */
function isKnownKey(folded: string, document: GovernedDocument): boolean {
  return document.policy.classes.some((each) => each.fieldByKey.has(folded) || each.kinds.some((kind) => kind.fieldByKey.has(folded)));
}

/** Where a missing field is reported: the header's last line. */
export function headerEnd(document: GovernedDocument): Range {
  const fields = document.parsed.header.fields;
  const known = fields.filter((field) => field.form !== "quote" && isKnownKey(field.folded, document));
  const last = known.at(-1) ?? fields.at(-1);
  return last === undefined ? documentStart(document) : lastLineOf(document.text, last.lineRange);
}

/** The title, or the first line that says anything; never the whole document. */
export function documentStart(document: GovernedDocument): Range {
  const title = document.parsed.title;
  if (title !== undefined) return title.titleRange;
  const text = document.text;
  let start = 0;
  while (start < text.length && /\s|\uFEFF/.test(text[start] as string)) start++;
  if (start === text.length) return { start: 0, end: 0 };
  let end = start;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return { start, end };
}

function lastLineOf(text: string, range: Range): Range {
  let start = range.end;
  while (start > range.start && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  let end = range.end;
  while (end > start && (text[end - 1] === " " || text[end - 1] === "\t")) end--;
  return { start, end: Math.max(end, start) };
}

/** True while the policy accepts a placeholder for this field, such as no filing date on an active record. */
export function mayBePending(document: GovernedDocument, field: FieldPolicy): boolean {
  if (field.placeholderWhile.length === 0) return false;
  const documentClass = classOf(document);
  const valueOf = valueLookup(document.parsed.header.fields, documentClass);
  return field.placeholderWhile.some((condition) => {
    const missing = Object.keys(condition).some((name) => isUnset(valueOf(name) ?? "", document.policy));
    // where the deciding field says nothing, its own finding is the cause
    return missing || holds(condition, valueOf, document.policy);
  });
}

/** A field's value for a message, shortened. */
export function quoteValue(value: string): string {
  const line = value.replace(/\s+/g, " ").replace(/`/g, "'");
  return `\`${line.length > 60 ? `${line.slice(0, 57)}…` : line}\``;
}

/** `a, b or c` */
export function listWords(words: readonly string[], joiner: "and" | "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${joiner} ${words.at(-1)}`;
}

/** `a Canonical document`, `an Operational record` */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}

/** The sentence with its first letter in upper case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
