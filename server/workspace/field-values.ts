/** Values of header fields as the policy compares them. */
import { parseDate } from "../base/date";
import { foldKey } from "../base/fold";
import { headOfValue, plainValue } from "../base/plain-value";
import type { HeaderField } from "../document/types";
import type { Condition, DocumentClass, Policy, StatePolicy } from "../policy/types";

/** The state that a value names, decoration and notes aside; undefined when the class has no such state. */
export function findState(value: string, documentClass: DocumentClass): StatePolicy | undefined {
  for (const candidate of [headOfValue(value), plainValue(value)]) {
    const key = foldKey(candidate);
    const state = documentClass.states.find((each) => each.keys.includes(key));
    if (state !== undefined) return state;
  }
  return undefined;
}

/** True when the value says nothing yet: empty, or a placeholder of the policy. */
export function isUnset(value: string, policy: Policy): boolean {
  const plain = plainValue(value);
  return plain === "" || policy.isPlaceholder(value.trim()) || policy.isPlaceholder(plain);
}

/** True when every field of the condition holds one of its values. `valueOf` looks a field up by its policy name. */
export function holds(condition: Condition, valueOf: (name: string) => string | undefined, policy: Policy): boolean {
  const names = Object.keys(condition);
  if (names.length === 0) return false;
  return names.every((name) => {
    const value = valueOf(name);
    return value !== undefined && (condition[name] ?? []).some((expected) => matchesValue(value, expected, policy));
  });
}

function matchesValue(value: string, expected: string, policy: Policy): boolean {
  if (expected === "*") return !isUnset(value, policy);
  const plain = plainValue(value);
  if (expected === "<date>") return parseDate(plain) !== undefined;
  const key = foldKey(expected);
  return foldKey(plain) === key || foldKey(headOfValue(value)) === key;
}

/** Looks fields up by name within one header, through the aliases of `documentClass` where it has the field. */
export function valueLookup(
  fields: readonly HeaderField[],
  documentClass: DocumentClass | undefined,
): (name: string) => string | undefined {
  return (name) => {
    const key = foldKey(name);
    const keys = documentClass?.fieldByKey.get(key)?.keys ?? [key];
    return fields.find((field) => keys.includes(field.folded))?.value;
  };
}
