/** What filing a document of a class comes to: the state that it is put in, and the field that says since when. */
import type { Condition, DocumentClass, FieldPolicy, StatePolicy } from "../policy/types";
import { findFilingDateField } from "../records/seal-record";
import { findState } from "../workspace/field-values";

export interface FilingTarget {
  /** Undefined where a date alone files the document. */
  readonly state: { readonly field: FieldPolicy; readonly to: StatePolicy } | undefined;
  readonly date: FieldPolicy | undefined;
}

/** Undefined for a class whose documents are not filed by their header. */
export function findFilingTarget(documentClass: DocumentClass): FilingTarget | undefined {
  const conditions = documentClass.immutable?.when ?? [];
  if (conditions.length === 0) return undefined;
  // what asks for the state alone is told from what asks for more besides
  const shortFirst = [...conditions].sort((a, b) => a.length - b.length);
  const state = shortFirst.map((each) => stateOf(each, documentClass)).find((each) => each !== undefined);
  return { state, date: findFilingDateField(documentClass) };
}

function stateOf(condition: Condition, documentClass: DocumentClass): FilingTarget["state"] {
  for (const { key, values } of condition) {
    const field = documentClass.fieldByKey.get(key);
    if (field?.type !== "state") continue;
    const [to] = values.flatMap((value) => findState(value, documentClass) ?? []);
    if (to !== undefined) return { field, to };
  }
  return undefined;
}
