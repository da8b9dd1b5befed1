/** The delivery process as one document states it: its work item, actions and gates. */
import { once, rememberLast } from "../base/remember";
import { findState } from "../workspace/field-values";
import type { GovernedDocument } from "../workspace/types";
import { findTables } from "./action-table";
import { readConcerns } from "./concerns";
import { readDecisions, readDeviations } from "./entries";
import { readActionRows } from "./read-actions";
import { readGates } from "./read-gates";
import { addLogStatements } from "./stated-gates";
import { readStatedStep } from "./stated-step";
import { readStatusBlock } from "./status-block";
import { readTransitions } from "./transition-log";
import type { ActionRow, Entry, GateRow, ProcessFacts, StatusEntry, TransitionRow } from "./types";
import { findWorkItem } from "./work-item";
import { findWorkItemState } from "./work-item-state";

const NOTHING: DocumentProcess = {
  facts: {
    workItem: undefined,
    workItemTitle: undefined,
    state: undefined,
    stated: undefined,
    workItemClosed: false,
    closed: false,
    actions: [],
    gates: [],
    concerns: [],
    decisions: [],
  },
  closed: false,
  inForce: true,
  workItem: undefined,
  state: undefined,
  rows: [],
  gates: [],
  status: [],
  transitions: [],
  decisions: [],
};

/** What a document states of the process, and where. Each part is read when it is first asked for. */
export interface DocumentProcess {
  readonly facts: Omit<ProcessFacts, "deviations">;
  /** Three of the facts, told without reading the others. */
  readonly closed: boolean;
  /** False where nobody mends anything: the document is filed, archived or superseded. */
  readonly inForce: boolean;
  readonly workItem: string | undefined;
  readonly state: string | undefined;
  readonly rows: readonly ActionRow[];
  readonly gates: readonly GateRow[];
  /** The lines of the status block. */
  readonly status: readonly StatusEntry[];
  readonly transitions: readonly TransitionRow[];
  readonly decisions: readonly Entry[];
}

/**
 * Documents of the policy's action classes alone have actions and gates: guides and templates describe them. So
 * does a document whose title is still to be filled in. Never throws; takes time linear in the text.
 */
export const processOf: (document: GovernedDocument) => DocumentProcess = rememberLast((document) => {
  if (!holdsProcess(document)) return NOTHING;
  const written = document.parsed.title?.title ?? "";
  const isTemplate = /[{[]/.test(written) && document.policy.isTemplateMark(written);
  return isTemplate ? NOTHING : new ReadProcess(document);
});

/** The facts alone are kept once the document is checked. */
export function readProcess(document: GovernedDocument): ProcessFacts {
  return { ...processOf(document).facts, deviations: readDeviations(document) };
}

/** True for documents of the classes whose documents have actions and gates. */
export function holdsProcess({ classification, policy }: GovernedDocument): boolean {
  return classification !== undefined && policy.process.actionClasses.includes(classification.class.id);
}

class ReadProcess implements DocumentProcess {
  readonly #document: GovernedDocument;
  readonly #workItem = once(() => findWorkItem(this.#document));
  readonly #tables = once(() => findTables(this.#document));
  readonly #status = once(() => readStatusBlock(this.#document));
  readonly #state = once(() => findWorkItemState(this.status, this.#document.policy.process));
  readonly #transitions = once(() => readTransitions(this.#document));
  readonly #decisions = once(() => readDecisions(this.#document));
  readonly #gates = once(() => this.#readGates());
  readonly #rows = once(() => readActionRows(this.#document, this.#tables(), this.#workItem().id));

  constructor(document: GovernedDocument) {
    this.#document = document;
  }

  get closed(): boolean {
    return !this.inForce || this.#state()?.isFinal === true;
  }

  get inForce(): boolean {
    return !this.#document.filed && !isOutOfForce(this.#document);
  }

  get workItem(): string | undefined {
    return this.#workItem().id;
  }

  get state(): string | undefined {
    return this.#state()?.name;
  }

  get rows(): readonly ActionRow[] {
    return this.#rows();
  }

  get gates(): readonly GateRow[] {
    return this.#gates();
  }

  get status(): readonly StatusEntry[] {
    return this.#status();
  }

  get transitions(): readonly TransitionRow[] {
    return this.#transitions();
  }

  get decisions(): readonly Entry[] {
    return this.#decisions();
  }

  get facts(): DocumentProcess["facts"] {
    const isFinal = this.#state()?.isFinal === true;
    return {
      workItem: this.workItem,
      workItemTitle: this.#workItem().title,
      state: this.state,
      stated: readStatedStep(this.status, this.#document.policy),
      workItemClosed: isFinal || (this.#document.filed && this.gates.length > 0),
      closed: this.closed,
      actions: this.rows.map(({ action }) => action),
      gates: this.gates.map(({ gate }) => gate),
      concerns: readConcerns(this.#document, this.status),
      decisions: this.decisions,
    };
  }

  #readGates(): readonly GateRow[] {
    const gates = readGates(this.#document, this.#tables(), this.#workItem().id);
    return addLogStatements(gates, this.status, this.transitions, this.#document.policy.process);
  }
}

/** True in a state that nothing follows, or that names a successor: `Archived`, `Superseded`. */
export function isOutOfForce(document: GovernedDocument): boolean {
  const documentClass = document.classification?.class;
  if (documentClass === undefined) return false;
  const field = documentClass.fields.find((each) => each.type === "state");
  const written = field && document.fieldOf(field);
  const state = written && findState(written.value, documentClass);
  return state !== undefined && (state.next.length === 0 || state.successor !== undefined);
}
