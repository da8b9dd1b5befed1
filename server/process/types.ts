/** Actions and gates as the documents state them. Text members are copies, never slices of a document. */
import type { Range } from "../base/range";
import type { TableCell } from "../document/table";
import type { ActionColumn, ActionStatus, TransitionColumn } from "../policy/types";
import type { ProcessTable } from "./action-table";

export interface Action {
  readonly id: string | undefined;
  /** In plain words, without Markdown's marks. */
  readonly text: string;
  readonly owners: readonly string[];
  /** ISO date, where the cell holds a date or a time stamp. */
  readonly due: string | undefined;
  /** The cell as written; empty where there is none. */
  readonly dueText: string;
  readonly status: ActionStatus;
  /** Ids that the action waits for, as written in its cell, without repetition. */
  readonly blockedOn: readonly string[];
  readonly evidence: string;
  /** The id of the work item that the document belongs to, such as `BLG-TECH-02`. */
  readonly workItem: string | undefined;
  readonly source: "table" | "task";
  /** What its register has a column for; nothing for a task. */
  readonly columns: readonly ActionColumn[];
  /** The row or list item: its first line without the ending. */
  readonly range: Range;
  /** Zero-based. */
  readonly line: number;
}

/** An action with the places of what it says, for those who point at them or write there. */
export interface ActionRow {
  readonly action: Action;
  /** The cells of a register's row; none for a task. */
  readonly cells: Readonly<Partial<Record<ActionColumn, TableCell>>>;
  /** The register that it is a row of; undefined for a task. */
  readonly register: ProcessTable | undefined;
}

export type Proof = "evidence" | "confirmation" | "validation";
export type GateItemStatus = "passed" | "pending" | "failed";
export type GateStatus = "passed" | "pending" | "failed" | "not-started";

export interface GateItem {
  /** `R.1a`, `G1.3`; empty where the document gives the item a title only. */
  readonly id: string;
  readonly title: string;
  readonly status: GateItemStatus;
  /** The proofs that are absent, pending or negative. */
  readonly missing: readonly Proof[];
  /** The line that names the item. */
  readonly range: Range;
  /** Zero-based. */
  readonly line: number;
}

export interface Gate {
  readonly workItem: string | undefined;
  /** `R`, `0`, `G3`; empty where items stand under no gate. */
  readonly gate: string;
  readonly title: string;
  readonly status: GateStatus;
  /** True when all its items pass, and the document does not yet say that the work item has gone through it. */
  readonly ready: boolean;
  readonly items: readonly GateItem[];
  /** The heading, or the row that names the gate. */
  readonly range: Range;
  /** Zero-based. */
  readonly line: number;
}

/** `missing` is absent or still to come, `negative` is refused. */
export type ProofVerdict = "given" | "missing" | "negative";

/** What stands behind a proof's key. */
export interface WrittenProof {
  /** Continuation lines are joined by one space. */
  readonly text: string;
  /** From the first to the last unit of the value; empty, behind the key, where there is none. */
  readonly range: Range;
  readonly verdict: ProofVerdict;
}

export interface GateItemRow {
  readonly item: GateItem;
  /** A proof whose key or column is absent has no entry. */
  readonly proofs: Readonly<Partial<Record<Proof, WrittenProof>>>;
}

/** Where a document says how far a gate is. */
export type StatementSource =
  | "heading"
  | "status-line"
  | "phase-history"
  | "gate-passed"
  | "current-state"
  | "transition-log";

export interface GateStatement {
  readonly status: GateStatus;
  readonly source: StatementSource;
  /** The words that say it: a part of the heading, a value, a cell. */
  readonly range: Range;
}

/** A gate with the places of what the document says of it, in the order of the sources and of the text. */
export interface GateRow {
  readonly gate: Gate;
  readonly items: readonly GateItemRow[];
  readonly statements: readonly GateStatement[];
}

/** A line `Key: value` of the section that says where the work item stands. */
export interface StatusEntry {
  /** Folded. */
  readonly key: string;
  /** Continuation lines are joined by one space. */
  readonly value: string;
  /** What stands on the first line of the value. */
  readonly firstLine: string;
  /** From the first to the last unit of the value; empty, behind the key, where there is none. */
  readonly range: Range;
}

/** A row of the log of transitions. */
export interface TransitionRow {
  readonly cells: Readonly<Partial<Record<TransitionColumn, TableCell>>>;
  /** States as the policy spells them; undefined where it knows none of this name. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** ISO date. */
  readonly date: string | undefined;
  readonly range: Range;
}

/** What is in the way of a work item, or may come to be. */
export interface Concern {
  readonly kind: "blocker" | "risk";
  readonly id: string | undefined;
  /** In plain words. */
  readonly text: string;
  readonly owners: readonly string[];
  /** What would suffer, in plain words; empty where nothing says it. */
  readonly affects: string;
  /** The row, or the value in the status block. */
  readonly range: Range;
  /** Zero-based. */
  readonly line: number;
}

/** A decision, or a deviation that is known: a section, a row of a table or an item of a list. */
export interface Entry {
  /** `Decision 1`, `D4`; undefined where the document gives none. */
  readonly id: string | undefined;
  /** In plain words. */
  readonly text: string;
  /** Its heading, row or item: the first line without the ending. */
  readonly range: Range;
  /** Zero-based. */
  readonly line: number;
}

/** How the work item goes on, in the words of the status block. */
export interface StatedStep {
  /** Who acts next, as it is written. */
  readonly actor: string | undefined;
  /** The roles that it names. */
  readonly actors: readonly string[];
  /** What they do; empty where the block does not say it. */
  readonly action: string;
  /** As it is written; empty where it is not. */
  readonly dueText: string;
  /** ISO date. */
  readonly due: string | undefined;
  readonly nextGate: string | undefined;
}

export interface ProcessFacts {
  readonly workItem: string | undefined;
  /** The work item's title, as the document's title states it. */
  readonly workItemTitle: string | undefined;
  /** The state that the document's status block names, as the policy spells it. */
  readonly state: string | undefined;
  readonly stated: StatedStep | undefined;
  /** True when the document says that its work item is closed: no document of that work item holds anything open. */
  readonly workItemClosed: boolean;
  /** True when nothing in this document is open: it is filed, archived or superseded, or its work item is closed. */
  readonly closed: boolean;
  readonly actions: readonly Action[];
  readonly gates: readonly Gate[];
  /** Blockers and risks that are open. */
  readonly concerns: readonly Concern[];
  readonly decisions: readonly Entry[];
  /** Of any governed document. */
  readonly deviations: readonly Entry[];
}
