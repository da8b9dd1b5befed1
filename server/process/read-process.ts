/** The delivery process as one document states it: its work item, actions and gates. */
import { findState } from "../workspace/field-values";
import type { GovernedDocument } from "../workspace/types";
import { findTables } from "./action-table";
import { readActionRows } from "./read-actions";
import { readGates } from "./read-gates";
import { addLogStatements } from "./stated-gates";
import { readStatusBlock } from "./status-block";
import { readTransitions } from "./transition-log";
import type { ActionRow, GateRow, ProcessFacts, StatusEntry, TransitionRow } from "./types";
import { findWorkItem } from "./work-item";
import { findWorkItemState } from "./work-item-state";

const NOTHING: DocumentProcess = {
  facts: {
    workItem: undefined,
    workItemTitle: undefined,
    state: undefined,
    workItemClosed: false,
    closed: false,
    actions: [],
    gates: [],
  },
  rows: [],
  gates: [],
  status: [],
  transitions: [],
};

/** What a document states of the process, and where. The facts alone are kept once the document is checked. */
export interface DocumentProcess {
  readonly facts: ProcessFacts;
  readonly rows: readonly ActionRow[];
  readonly gates: readonly GateRow[];
  /** The lines of the status block. */
  readonly status: readonly StatusEntry[];
  readonly transitions: readonly TransitionRow[];
}

/** What one rule has read, the next one need not. */
const known = new WeakMap<GovernedDocument, DocumentProcess>();

/**
 * Documents of the policy's action classes alone have actions and gates: guides and templates describe them. So
 * does a document whose title is still to be filled in. Never throws; takes time linear in the text.
 */
export function processOf(document: GovernedDocument): DocumentProcess {
  const before = known.get(document);
  if (before !== undefined) return before;
  const process = read(document);
  known.set(document, process);
  return process;
}

export function readProcess(document: GovernedDocument): ProcessFacts {
  return processOf(document).facts;
}

function read(document: GovernedDocument): DocumentProcess {
  const { classification, policy, parsed } = document;
  if (classification === undefined || !policy.process.actionClasses.includes(classification.class.id))
    return NOTHING;
  const written = parsed.title?.title ?? "";
  if (/[{[]/.test(written) && policy.isTemplateMark(written)) return NOTHING;
  const { id, title } = findWorkItem(document);
  const status = readStatusBlock(document);
  const state = findWorkItemState(status, policy.process);
  const tables = findTables(document);
  const transitions = readTransitions(document);
  const gates = addLogStatements(readGates(document, tables, id), status, transitions, policy.process);
  const workItemClosed = state?.isFinal === true || (document.filed && gates.length > 0);
  const rows = readActionRows(document, tables, id);
  const facts = {
    workItem: id,
    workItemTitle: title,
    state: state?.name,
    workItemClosed,
    closed: workItemClosed || document.filed || isOutOfForce(document),
    actions: rows.map(({ action }) => action),
    gates: gates.map(({ gate }) => gate),
  };
  return { facts, rows, gates, status, transitions };
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
