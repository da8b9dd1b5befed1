/** What a completion offers. */
import type { Range } from "../../base/range";

type CompletionKind =
  | "field"
  | "value"
  | "state"
  | "role"
  | "date"
  | "version"
  | "id"
  | "class"
  | "key"
  | "rule"
  | "profile"
  | "document"
  | "folder";

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail: string;
  /** Markdown; empty where the detail says all. */
  readonly documentation: string;
  /** What is compared with what has been typed so far. */
  readonly filter: string;
  /** What is written; with tab stops where `isSnippet`. */
  readonly text: string;
  readonly isSnippet: boolean;
}

export interface CompletionList {
  /** What the chosen text replaces. */
  readonly range: Range;
  /** In the order in which they are offered. */
  readonly items: readonly Completion[];
  /** True when a whole value stands in the range: what is chosen takes its place, however little alike they are. */
  readonly replaces?: boolean;
  /** True when more would be found for a longer beginning. */
  readonly isIncomplete: boolean;
}

/** A plain word, without tab stops. */
export function word(label: string, kind: CompletionKind, detail: string, documentation = ""): Completion {
  return { label, kind, detail, documentation, filter: label, text: label, isSnippet: false };
}
