/** Where a work item stands: the data of next-steps updates and of the board. */
import type { OpenStep, PlacedAction } from "./critical-path";
import type { Concern, Gate, StatedStep } from "./types";

export interface PlacedGate {
  readonly path: string;
  readonly gate: Gate;
}

export interface PlacedConcern {
  readonly path: string;
  readonly concern: Concern;
}

export interface WorkItemStatus {
  /** Undefined where a document belongs to no work item, and stands for itself. */
  readonly workItem: string | undefined;
  readonly title: string;
  /** The document that stands for it: the one with its gates, else its first one. */
  readonly path: string;
  /** As the policy spells it. */
  readonly state: string | undefined;
  /** What the status block says of how it goes on, in its own words. */
  readonly stated: StatedStep | undefined;
  /** The last gate that has passed. */
  readonly passed: PlacedGate | undefined;
  /** The first gate that has not. */
  readonly nextGate: PlacedGate | undefined;
  /** All that have not, in the order of the document. */
  readonly pendingGates: readonly PlacedGate[];
  /** What is done and lets something else go on; else what was done last, as the registers have it. */
  readonly closed: readonly PlacedAction[];
  /** What can be worked on now, the earliest deadline first. */
  readonly next: readonly OpenStep[];
  /** Of these, what holds up nothing on the critical path. */
  readonly parallel: readonly OpenStep[];
  /** What waits, for other actions or for what its own words say. */
  readonly waiting: readonly OpenStep[];
  readonly overdue: readonly OpenStep[];
  /** What the documents list as in the way, and as what may come to be. */
  readonly blockers: readonly PlacedConcern[];
  readonly risks: readonly PlacedConcern[];
  /** Empty unless something waits for something. */
  readonly criticalPath: readonly OpenStep[];
}
