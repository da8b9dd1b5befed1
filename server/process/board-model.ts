/** The board: where every work item in flight stands, what waits for what, what is due, and how documents fare by class. */
import type { OpenStep } from "./critical-path";
import type { WorkItemStatus } from "./work-item-status";

export interface Board {
  /** ISO date. */
  readonly today: string;
  /** In the order of the policies, those without any work item left out; last what goes through no lifecycle. */
  readonly lanes: readonly BoardLane[];
  /** Of the work items in which something waits for something, the longest critical path first. */
  readonly charts: readonly DependencyChart[];
  /** Of the work items with a deadline, the earliest one first. */
  readonly deadlines: readonly DeadlineRow[];
  /** By class, in the order of their names. */
  readonly compliance: readonly ClassCompliance[];
}

/** The work items that go through one lifecycle. */
export interface BoardLane {
  /** As the policy names it; undefined for what goes through none. */
  readonly lifecycle: string | undefined;
  readonly columns: readonly BoardColumn[];
  /** How many work items are closed: they are not listed. */
  readonly closed: number;
}

export interface BoardColumn {
  /** `state` is one of the lifecycle's; the others hold what names none, or goes through no lifecycle. */
  readonly kind: "state" | "unknown-state" | "no-lifecycle" | "no-work-item";
  /** As the policy spells it; empty unless it is a state. */
  readonly state: string;
  /** True when no gate leads out of the state. */
  readonly isFinal: boolean;
  /** The most urgent first. */
  readonly cards: readonly BoardCard[];
}

export interface BoardCard {
  /** Its own among the cards, and the same while the documents change around it. */
  readonly key: string;
  readonly status: WorkItemStatus;
  /** Earliest deadline of its open actions; ISO date. */
  readonly due: string | undefined;
}

/** What waits for what in one work item; what neither waits nor is waited for is counted only. */
export interface DependencyChart {
  readonly card: BoardCard;
  /** What is waited for comes before what waits. */
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
  readonly loose: number;
}

export type ChartNode =
  | {
      readonly kind: "action";
      readonly id: string;
      readonly step: OpenStep;
      readonly isCritical: boolean;
      /** True when something holds it up. */
      readonly waits: boolean;
    }
  | {
      readonly kind: "gate";
      readonly id: string;
      readonly gate: WorkItemStatus["pendingGates"][number];
      readonly isCritical: boolean;
    }
  | { readonly kind: "work-item"; readonly id: string; readonly card: BoardCard; readonly isCritical: false };

/** `to` waits for `from`; both are ids of nodes. */
export interface ChartEdge {
  readonly from: string;
  readonly to: string;
  readonly isCritical: boolean;
}

export interface DeadlineRow {
  readonly card: BoardCard;
  /** Its open actions that have a deadline, the earliest first. */
  readonly steps: readonly OpenStep[];
}

export interface ClassCompliance {
  /** As headers name the class. */
  readonly className: string;
  readonly documents: number;
  /** Those without a finding of severity error or warning. */
  readonly clean: number;
  /** The document with the most of these findings, and how many it has; undefined where all are clean. */
  readonly worst: { readonly path: string; readonly findings: number } | undefined;
}
