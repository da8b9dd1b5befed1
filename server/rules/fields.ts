/** What the header rules share: which policy field a header line means, and where a missing one is reported. */

import { findClosest } from "../base/closest";
import { findDate } from "../base/date";
import { foldKey } from "../base/fold";
import { headOfValue, plainValue } from "../base/plain-value";
import type { Range } from "../base/range";
import { sentence } from "../base/sentence";
import type { HeaderField } from "../document/types";
import type { Condition, DocumentClass, FieldPolicy } from "../policy/types";
import { documentStart } from "../workspace/document-start";
import { findState, holds, isUnset, valueLookup } from "../workspace/field-values";
import type { GovernedDocument } from "../workspace/types";

/** The class that a document is checked against, or undefined when nothing claims it. */
export function classOf(document: GovernedDocument): DocumentClass | undefined {
  return document.classification?.class;
}

/** The class's field of the given type, such as its state field. */
export function fieldOfType(
  documentClass: DocumentClass,
  type: FieldPolicy["type"],
): FieldPolicy | undefined {
  return documentClass.fields.find((field) => field.type === type);
}

/** True for the field with the day of the last change, as its names tell. */
export function isLastUpdated({ type, name, keys }: FieldPolicy): boolean {
  return type === "date" && /updated|modified/i.test([name, ...keys].join(" "));
}

/** A header line whose key is nearly the name of a field that the document lacks. */
export interface Misspelling {
  readonly field: FieldPolicy;
  readonly written: HeaderField;
  /** The name that was meant as the policy spells it, or an alias in lower case but for its first letter. */
  readonly meant: string;
}

export function findMisspellings(document: GovernedDocument): readonly Misspelling[] {
  const documentClass = classOf(document);
  if (documentClass === undefined) return [];
  const absent = documentClass.fields.filter((field) => document.fieldOf(field) === undefined);
  if (absent.length === 0) return [];
  const { fieldKeys } = document.policy;
  // a name that any class knows is no misspelling of another
  const unknown = headerFields(document).filter((each) => !fieldKeys.has(each.folded));
  if (unknown.length === 0) return [];
  // an alias of an optional field, or its plural, is too often a word of its own: `Types`, `Scopes`, `Updates`
  const candidates = absent.flatMap((field) =>
    field.keys.filter((key) => key === field.keys[0] || (field.required && key.length > 4)),
  );
  const found: Misspelling[] = [];
  for (const written of unknown) {
    const meant = findMeant(written, candidates, absent, documentClass);
    if (meant !== undefined && !found.some((each) => each.field === meant.field))
      found.push({ ...meant, written });
  }
  return found;
}

function findMeant(
  written: HeaderField,
  candidates: readonly string[],
  absent: readonly FieldPolicy[],
  documentClass: DocumentClass,
): Pick<Misspelling, "field" | "meant"> | undefined {
  const closest = findClosest(written.folded, candidates);
  const field = closest === undefined ? undefined : absent.find((each) => each.keys.includes(closest));
  if (closest === undefined || field === undefined || !isPlausible(written.value, field, documentClass))
    return undefined;
  if (!field.required && isPlural(written.folded, closest)) return undefined;
  const name = foldKey(field.name) === closest ? field.name : sentence(closest);
  return { field, meant: name };
}

function isPlural(one: string, other: string): boolean {
  return ["s", "es"].some((ending) => one === other + ending || other === one + ending);
}

/** False where the value cannot be meant for this field: `Data: GPS traces` is no misspelled `Date`. */
function isPlausible(value: string, field: FieldPolicy, documentClass: DocumentClass): boolean {
  if (plainValue(value) === "") return true;
  if (field.type === "date") return findDate(value) !== undefined;
  if (field.type === "version") return /\d/.test(value);
  return field.type !== "state" || field.required || findState(value, documentClass) !== undefined;
}

/** The header's fields; beside fields of another form, a quoted line is a notice, and a section is none of its lines. */
export function headerFields(document: GovernedDocument): readonly HeaderField[] {
  const { fields } = document.parsed.header;
  const proper = fields.filter((field) => field.form !== "quote" && field.form !== "section");
  if (proper.length === fields.length) return fields;
  return proper.some((field) => document.policy.fieldKeys.has(field.folded)) ? proper : fields;
}

/** Where a missing field is reported: the header's last line. */
export function headerEnd(document: GovernedDocument): Range {
  const fields = headerFields(document);
  const last = fields.findLast((field) => document.policy.fieldKeys.has(field.folded)) ?? fields.at(-1);
  return last === undefined || last.form === "section"
    ? documentStart(document)
    : lastLineOf(document.text, last.lineRange);
}

function lastLineOf(text: string, range: Range): Range {
  let start = range.end;
  while (start > range.start && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  let end = range.end;
  while (end > start && (text[end - 1] === " " || text[end - 1] === "\t")) end--;
  return { start, end: Math.max(end, start) };
}

/** True when the document must have the field as it stands. */
export function isRequired(document: GovernedDocument, field: FieldPolicy): boolean {
  return field.required || holdsNow(field.requiredWhile, document);
}

/** True when one of the conditions holds by what the header says. */
export function holdsNow(conditions: readonly Condition[], document: GovernedDocument): boolean {
  if (conditions.length === 0) return false;
  const lookUp = valueLookup(document.parsed.header.fields, classOf(document));
  return conditions.some((condition) => holds(condition, lookUp, document.policy));
}

/** True while the policy accepts a placeholder for this field, such as no filing date on an active record. */
export function mayBePending(document: GovernedDocument, field: FieldPolicy): boolean {
  if (field.placeholderWhile.length === 0) return false;
  const documentClass = classOf(document);
  const lookUp = valueLookup(document.parsed.header.fields, documentClass);
  return field.placeholderWhile.some((condition) => {
    // where the deciding field says nothing, or nothing known, its own finding is the cause
    const undecided = condition.some(({ key }) => {
      const value = lookUp(key) ?? "";
      const isState = documentClass?.fieldByKey.get(key)?.type === "state";
      return (
        isUnset(value, document.policy) || (isState === true && findState(value, documentClass) === undefined)
      );
    });
    return undecided || holds(condition, lookUp, document.policy);
  });
}

/** Why a class asks for a field, in the policy's words where it has any. */
export function whyAsked(field: FieldPolicy, documentClass: DocumentClass): string {
  return field.why ?? `${sentence(withArticle(classNoun(documentClass)))} states it in its header.`;
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

/** `a canonical document`, `an operational record`, `an RFC`; told by the first sound, as far as letters tell it */
export function withArticle(noun: string): string {
  const vowel = /^[A-Z]{2,}\b/.test(noun)
    ? /^[AEFHILMNORSX]/.test(noun)
    : /^(?:[aeiou]|hour|honest)/i.test(noun) && !/^(?:one\b|once\b|eu|uni|us[aeu]|uti|ux\b)/i.test(noun);
  return `${vowel ? "an" : "a"} ${noun}`;
}

/** The class's title within a sentence: `Role charter` is a `role charter`, an `RFC` stays one. */
export function classNoun(documentClass: DocumentClass): string {
  return documentClass.title.replace(/\p{Lu}\p{Ll}+/gu, (word) => word.toLowerCase());
}

/**
 * The value proper within its field: without decoration around it and without a remark behind it. A fix that
 * replaces it keeps both. The whole value where its words do not stand together.
 */
export function headRange(text: string, written: HeaderField, head = headOfValue(written.value)): Range {
  const { start, end } = written.valueRange;
  const at = head === "" ? -1 : text.slice(start, end).indexOf(head);
  return at < 0 ? written.valueRange : { start: start + at, end: start + at + head.length };
}

/** What stands in a range, for a message. */
export function quoteRange(text: string, range: Range): string {
  return quoteValue(text.slice(range.start, range.end));
}
