/** The delivery process as one document states it: its work item, actions and gates. */
import { findState } from "../workspace/field-values";
import type { GovernedDocument } from "../workspace/types";
import { findTables } from "./action-table";
import { readActions } from "./read-actions";
import { readGates } from "./read-gates";
import type { ProcessFacts } from "./types";
import { findWorkItem } from "./work-item";
import { findWorkItemState } from "./work-item-state";

const NOTHING: ProcessFacts = {
  workItem: undefined,
  workItemTitle: undefined,
  state: undefined,
  workItemClosed: false,
  closed: false,
  actions: [],
  gates: [],
};

/**
 * Documents of the policy's action classes alone have actions and gates: guides and templates describe them. So
 * does a document whose title is still to be filled in. Never throws; takes time linear in the text.
 */
export function readProcess(document: GovernedDocument): ProcessFacts {
  const { classification, policy, parsed } = document;
  if (classification === undefined || !policy.process.actionClasses.includes(classification.class.id))
    return NOTHING;
  const written = parsed.title?.title ?? "";
  if (/[{[]/.test(written) && policy.isTemplateMark(written)) return NOTHING;
  const { id, title } = findWorkItem(document);
  const state = findWorkItemState(document);
  const tables = findTables(document);
  const gates = readGates(document, tables, id);
  const workItemClosed = state?.isFinal === true || (document.filed && gates.length > 0);
  return {
    workItem: id,
    workItemTitle: title,
    state: state?.name,
    workItemClosed,
    closed: workItemClosed || document.filed || isOutOfForce(document),
    actions: readActions(document, tables, id),
    gates,
  };
}

/** True in a state that nothing follows, or that names a successor: `Archived`, `Superseded`. */
function isOutOfForce(document: GovernedDocument): boolean {
  const documentClass = document.classification?.class;
  if (documentClass === undefined) return false;
  const field = documentClass.fields.find((each) => each.type === "state");
  const written = field && document.fieldOf(field);
  const state = written && findState(written.value, documentClass);
  return state !== undefined && (state.next.length === 0 || state.successor !== undefined);
}
