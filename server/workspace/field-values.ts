/** Values of header fields as the policy compares them. */
import { findClosest } from "../base/closest";
import { parseDate } from "../base/date";
import { foldKey } from "../base/fold";
import { headOfValue, plainValue } from "../base/plain-value";
import type { HeaderField } from "../document/types";
import type { Condition, DocumentClass, FieldCondition, Policy, StatePolicy } from "../policy/types";

/** Words that open a remark on a state without a dash or bracket: `Filed 2026-02-20`, `Superseded by pricing.md`. */
const REMARK = /[,:]?\s+(?:(?:by|since|on(?! hold)|as of|from|effective)\b|\d{4}-\d{2}-\d{2}).*$/i;

/** What `find` finds first for the ways in which a value may name a fixed word: without its remark, and with it. */
function findNamed<T>(value: string, find: (folded: string) => T | undefined): T | undefined {
  const head = headOfValue(value);
  return find(foldKey(head)) ?? find(foldKey(plainValue(value))) ?? find(foldKey(head.replace(REMARK, "")));
}

/** The state that a value names, decoration and remarks aside; undefined when the class has no such state. */
export function findState(value: string, documentClass: DocumentClass): StatePolicy | undefined {
  return (
    findNamed(value, (word) => documentClass.states.find((each) => each.keys.includes(word))) ??
    documentClass.states.find((each) => isQualified(value, each))
  );
}

/** `abgelöst durch ADR-5`, where the policy says that `durch` begins a remark on the state. */
function isQualified(value: string, { keys, qualifiers }: StatePolicy): boolean {
  if (qualifiers.length === 0) return false;
  const folded = `${foldKey(plainValue(value))} `;
  return keys.some((key) => qualifiers.some((word) => folded.startsWith(`${key} ${word} `)));
}

/** The state of which the word is a misspelling. `Inactive` is none of `Active`, nor is `Unfiled` one of `Filed`. */
export function findMeantState(word: string, documentClass: DocumentClass): StatePolicy | undefined {
  const folded = foldKey(word);
  const keys = documentClass.states.flatMap((state) => state.keys);
  if (keys.some((key) => folded.length > key.length + 1 && folded.endsWith(key))) return undefined;
  const closest = findClosest(folded, keys);
  return documentClass.states.find((state) => closest !== undefined && state.keys.includes(closest));
}

/** True when the value says nothing yet: empty, or a placeholder of the policy. */
export function isUnset(value: string, policy: Policy): boolean {
  const plain = plainValue(value);
  const trimmed = value.trim();
  return plain === "" || policy.isPlaceholder(plain) || (trimmed !== plain && policy.isPlaceholder(trimmed));
}

/** True when every field of the condition holds one of its values. `lookUp` looks a field up by its folded name. */
export function holds(
  condition: Condition,
  lookUp: (key: string) => string | undefined,
  policy: Policy,
): boolean {
  if (condition.length === 0) return false;
  return condition.every((each) => {
    const value = lookUp(each.key);
    return value !== undefined && matchesValue(value, each, policy);
  });
}

function matchesValue(value: string, { values, words }: FieldCondition, policy: Policy): boolean {
  const folded = foldKey(value);
  return values.some((expected, index) => {
    if (expected === "*") return !isUnset(value, policy);
    if (expected === "<date>") return parseDate(plainValue(value)) !== undefined;
    const key = words[index] ?? "";
    // this runs for every class and document: most values are told apart without looking for remarks
    if (folded === key) return true;
    return folded.includes(key) && findNamed(value, (word) => (word === key ? true : undefined)) === true;
  });
}

/**
 * True when the condition holds for any of the fields that go by a name, where `holds` asks the first one: a header
 * with two states is treated as the stricter one.
 */
export function holdsAnywhere(
  condition: Condition,
  fields: readonly HeaderField[],
  documentClass: DocumentClass,
  policy: Policy,
): boolean {
  return (
    condition.length > 0 &&
    condition.every((each) => {
      const keys = keysOf(each.key, documentClass);
      return fields.some((field) => keys.includes(field.folded) && matchesValue(field.value, each, policy));
    })
  );
}

/** Looks fields up by their folded name within one header, through the aliases of `documentClass` where it has the field. */
export function valueLookup(
  fields: readonly HeaderField[],
  documentClass: DocumentClass | undefined,
): (key: string) => string | undefined {
  return (key) => {
    const keys = keysOf(key, documentClass);
    return fields.find((field) => keys.includes(field.folded))?.value;
  };
}

/** A name that is only an alias in the class stands for itself: `Role` is not any `Owner`. */
function keysOf(key: string, documentClass: DocumentClass | undefined): readonly string[] {
  const field = documentClass?.fieldByKey.get(key);
  return field !== undefined && field.keys[0] === key ? field.keys : [key];
}
