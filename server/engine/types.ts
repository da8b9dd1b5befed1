/** What a check yields. */

import type { Range } from "../base/range";
import type { StatedLength } from "../deliverables/manifest";
import type { DeliverableFacts } from "../deliverables/requirements";
import type { Severity } from "../policy/types";
import type { Mentions } from "../process/mentions";
import type { ProcessFacts } from "../process/types";
import type { Fix } from "../rules/rule";
import type { DocumentEntry } from "../workspace/types";

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
  readonly field: string | undefined;
  readonly related: readonly { readonly at: Range; readonly message: string }[];
  /** Computed on demand, refers to the text that was checked; empty for a filed document. */
  readonly fixes: () => readonly Fix[];
  /** True when they bring back what was filed: nothing else may write into a filed record. */
  readonly restores: boolean;
  /** True when none of them is safe; told without computing them. */
  readonly needsDecision: boolean;
}

/** What is wrong in a document, and no more. */
export interface CheckedDocument {
  /** True when a class claims the document. */
  readonly governed: boolean;
  /** True when its header says that it is filed. */
  readonly filed: boolean;
  /** In document order; suppressed ones are left out. */
  readonly findings: readonly Finding[];
}

export interface DocumentAnalysis extends CheckedDocument {
  readonly entry: DocumentEntry;
  /** Computed on demand, from the text that was checked: findings need none of it. */
  readonly process: () => ProcessFacts;
  /** What the document delivers for a task, if anything; computed on demand, too. */
  readonly deliverable: () => DeliverableFacts | undefined;
  /** What it says of the lengths of other files, if it is a manifest; computed on demand, too. */
  readonly statedLengths: () => readonly StatedLength[];
  /** Computed on demand, as `process` is. */
  readonly mentions: () => Mentions;
}
