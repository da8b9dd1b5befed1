/** What reports are made of: findings, actions and gates with the places that people and programs read. */
import type { Severity } from "../policy/types";
import type { Action, Gate } from "../process/types";

/** Lines and columns count from 1, columns in UTF-16 units; the path is relative to the root. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** True when a fix is offered, whether `docket fix` applies it or an author has to choose; where it was asked for. */
  readonly fixable?: boolean;
  /** True when `docket fix` corrects it. */
  readonly safelyFixable: boolean;
  readonly field?: string;
}

/** The actions or gates of one document, under the title that people know it by; the path is relative to the root. */
export interface TitledActions {
  readonly path: string;
  readonly title: string;
  readonly actions: readonly Action[];
}

export interface TitledGates {
  readonly path: string;
  readonly title: string;
  readonly gates: readonly Gate[];
}

/** Wraps a text for a terminal; the identity where there are no colours. */
type Paint = (text: string) => string;

export interface Colours {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly underline: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly green: Paint;
}
