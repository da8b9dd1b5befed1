/** Puts a document under its policy: class, fields by their policy names, whether it is filed. */
import { headOfValue } from "../base/plain-value";
import { once } from "../base/remember";
import { findChangeLog } from "../document/change-log";
import { parseDocument } from "../document/parse-document";
import type { HeaderField } from "../document/types";
import type { DocumentClass, FieldPolicy, Policy } from "../policy/types";
import { classify } from "./classify";
import { findMeantState, findState, holdsAnywhere, isUnset } from "./field-values";
import type { GovernedDocument, StateField } from "./types";

/** `path` is relative to the root, with `/`. */
export function govern(path: string, text: string, policy: Policy): GovernedDocument {
  const parsed = parseDocument(text, policy.fieldHeadings);
  const classification = classify(pathWithin(policy, path), parsed, policy);
  const documentClass = classification?.class;
  const fieldsOf = fieldLookup(parsed.header.fields);
  const fieldOf = (field: FieldPolicy): HeaderField | undefined => {
    const all = fieldsOf(field);
    return all.length < 2 ? all[0] : (all.find((each) => !isUnset(each.value, policy)) ?? all[0]);
  };
  return {
    path,
    policy,
    parsed,
    text,
    classification,
    headerless:
      classification !== undefined &&
      parsed.header.problems.length === 0 &&
      classification.class.fields.some((field) => field.required) &&
      !hasKnownField(parsed.header.fields, policy),
    filed: isFiled(parsed.header.fields, documentClass, policy),
    fieldOf,
    fieldsOf,
    state: once(() => documentClass && readState(documentClass, fieldOf)),
    changeLog: once(() => documentClass?.changeLog && findChangeLog(parsed, documentClass.changeLog.keys)),
  };
}

/** Each field is looked up once, because most rules ask for most fields. */
function fieldLookup(fields: readonly HeaderField[]): GovernedDocument["fieldsOf"] {
  const found = new Map<FieldPolicy, readonly HeaderField[]>();
  return (field) => {
    let written = found.get(field);
    if (written === undefined) {
      written = fields.filter((each) => field.keys.includes(each.folded));
      found.set(field, written);
    }
    return written;
  };
}

function readState(
  documentClass: DocumentClass,
  fieldOf: GovernedDocument["fieldOf"],
): StateField | undefined {
  const field = documentClass.fields.find((each) => each.type === "state");
  const written = field && fieldOf(field);
  return written && { field, written, state: findState(written.value, documentClass) };
}

function hasKnownField(fields: readonly HeaderField[], policy: Policy): boolean {
  return fields.some((field) => policy.classes.some((each) => each.fieldByKey.has(field.folded)));
}

/** The path relative to the policy's folder. */
export function pathWithin(policy: Pick<Policy, "folder">, path: string): string {
  return policy.folder === "" ? path : path.slice(policy.folder.length + 1);
}

/** The path relative to the root of one that the policy gives relative to its folder. */
export function pathFromPolicy(policy: Pick<Policy, "folder">, path: string): string {
  return policy.folder === "" ? path : `${policy.folder}/${path}`;
}

/** True when `changed` in place of `written` would file the document: that step is the author's, never a tool's. */
export function wouldFile(document: GovernedDocument, written: HeaderField, changed: HeaderField): boolean {
  const fields = document.parsed.header.fields.map((each) => (each === written ? changed : each));
  return isFiled(fields, document.classification?.class, document.policy);
}

/** True when the state is a misspelling of one that files the document: what is in it may be permanent already. */
export function isMeantAsFiled(document: GovernedDocument): boolean {
  const documentClass = document.classification?.class;
  const stated = document.state();
  if (documentClass === undefined || stated === undefined || stated.state !== undefined) return false;
  const { written } = stated;
  const meant = findMeantState(headOfValue(written.value), documentClass);
  return meant !== undefined && wouldFile(document, written, { ...written, value: meant.name });
}

/**
 * A document is filed when its class says so, or, where the class is unknown or wrongly told, any class of the
 * policy: rather leave a document alone once too often than write into a permanent record.
 */
function isFiled(
  fields: readonly HeaderField[],
  documentClass: DocumentClass | undefined,
  policy: Policy,
): boolean {
  if (fields.length === 0) return false;
  const candidates = documentClass === undefined ? policy.classes : [documentClass, ...policy.classes];
  return candidates.some(
    (each) =>
      each.immutable?.when.some((condition) => holdsAnywhere(condition, fields, each, policy)) === true,
  );
}
