/** What the state rules share: the state that a document had before, by its filing or by the last commit. */
import { parseDocument } from "../document/parse-document";
import type { HeaderField } from "../document/types";
import type { DocumentClass, Policy, StatePolicy } from "../policy/types";
import type { DocumentHistory } from "../records/types";
import { findState } from "../workspace/field-values";
import type { GovernedDocument } from "../workspace/types";
import { classOf, fieldOfType } from "./fields";

/** A step from one state to another that the class does not know. */
export interface StateReturn {
  readonly before: StatePolicy;
  readonly now: StatePolicy;
  readonly written: HeaderField;
  /** The value as it was written before. */
  readonly value: string;
  /** True when the earlier state is the one in which a record was filed. */
  readonly filed: boolean;
}

/** Undefined when the state is the same, or one that may follow, be it over others. */
export function findReturn(
  document: GovernedDocument,
  history: DocumentHistory | undefined,
): StateReturn | undefined {
  const documentClass = classOf(document);
  const field = documentClass && fieldOfType(documentClass, "state");
  const written = field && document.fieldOf(field);
  if (documentClass === undefined || written === undefined) return undefined;
  const now = findState(written.value, documentClass);
  if (now === undefined) return undefined;
  const texts = [
    { text: history?.record?.text, filed: true },
    { text: history?.committed, filed: false },
  ];
  for (const { text, filed } of texts) {
    const value = text === undefined ? undefined : stateIn(text, documentClass, document.policy);
    const before = value === undefined ? undefined : findState(value, documentClass);
    if (value === undefined || before === undefined || mayFollow(before, now, documentClass)) continue;
    return { before, now, written, value, filed };
  }
  return undefined;
}

/** What the header of a text says in the class's state field. */
export function stateIn(
  text: string,
  documentClass: DocumentClass,
  { fieldHeadings }: Policy,
): string | undefined {
  const field = fieldOfType(documentClass, "state");
  return parseDocument(text, fieldHeadings).header.fields.find(
    (each) => field?.keys.includes(each.folded) === true,
  )?.value;
}

function mayFollow(before: StatePolicy, now: StatePolicy, { states }: DocumentClass): boolean {
  const reached = new Set([before.name]);
  // a set may grow while it is gone through
  for (const name of reached) {
    if (name === now.name) return true;
    for (const next of states.find((state) => state.name === name)?.next ?? []) reached.add(next);
  }
  return false;
}
