/** What is known of filed records: plain data, the same for the editor, `check` and `audit`. */
import type { Range } from "../base/range";
import type { DocumentClass, Policy } from "../policy/types";
import type { TreeFile } from "../workspace/history";

/** `unverifiable` is never taken for intact. */
export type Verdict = "intact" | "amended" | "deleted" | "unverifiable";

/** The commit in which a record was filed. */
interface Filing {
  /** The whole commit id. */
  readonly commit: string;
  /** ISO day. */
  readonly date: string;
  readonly author: string;
}

/** What a record is compared with, and by what it is judged. */
export interface Baseline {
  readonly filing: Filing;
  /** The path under which it was filed. */
  readonly path: string;
  readonly file: TreeFile;
  readonly documentClass: DocumentClass;
  readonly policy: Policy;
}

export interface Amendment {
  /** The whole commit id; `uncommitted` for what no commit holds yet. */
  readonly commit: string;
  /** ISO day, and the author's name; empty for what no commit holds yet. */
  readonly date: string;
  readonly author: string;
  readonly allowed: boolean;
  readonly region: string | undefined;
  /** True when the file as such changed: it was deleted, came back, became a link. */
  readonly ofFile: boolean;
  /** One-based first and last line of the changed lines after the change; for removed lines twice the line above. */
  readonly lines: readonly [from: number, to: number];
  /** One clause, such as `2 lines changed` or `the file was deleted`. */
  readonly what: string;
}

export interface AuditedRecord {
  /** Where it is now, or was last. */
  readonly path: string;
  /** All paths at which it has been since it was filed. */
  readonly paths: ReadonlySet<string>;
  readonly documentClass: DocumentClass;
  readonly policy: Policy;
  /** The blobs that it has been since it was filed. */
  readonly versions: readonly string[];
  /** What it is compared with; undefined where the history has nothing to compare with. */
  readonly baseline: Baseline | undefined;
  /** When it was filed; undefined where that is not known, as in a shallow clone that begins later. */
  readonly filed: Filing | undefined;
  readonly verdict: Verdict;
  /** True where a link or a submodule stands in its place, and so no document at all. */
  readonly isReplaced?: boolean;
  /** A sentence: why it cannot be told, or what became of it. */
  readonly reason: string | undefined;
  /** Oldest first. */
  readonly amendments: readonly Amendment[];
}

/** What the history tells of one document. */
export interface DocumentHistory {
  /** The text with which it is compared: HEAD's, or that of a pull request's base; undefined for a new document. */
  readonly committed: string | undefined;
  /** True where that is the base's: what was changed since may be committed. */
  readonly isAgainstBase?: boolean;
  readonly record: FiledRecord | undefined;
  /** Why it is no longer as filed, where its text alone does not show that. */
  readonly disproved?: Disproof | undefined;
  /** Filed records that are gone, and of which this document is the nearest index. */
  readonly deleted: readonly AuditedRecord[];
}

export interface Disproof {
  /** A whole sentence. */
  readonly reason: string;
  /** The one-based line of the latest change that is not allowed; undefined where none is known. */
  readonly line: number | undefined;
}

/** A record together with its text as it was filed. */
export interface FiledRecord {
  readonly baseline: Baseline;
  /** False where the history does not reach back to the filing, so that the baseline's day is not its day. */
  readonly isDated: boolean;
  readonly text: string;
}

/** A range of a record's present text that is not as it was filed. */
export interface ChangedRange {
  /** The smallest range that differs; for removed lines the end of the line above. */
  readonly range: Range;
  /** The whole lines that stand here instead of the filed ones; empty for removed lines. */
  readonly lines: Range;
  /** The filed lines with their endings. */
  readonly filed: string;
  /** The first filed line that was changed, one-based. */
  readonly filedLine: number;
  readonly kind: "changed" | "added" | "removed" | "endings";
  readonly region: string | undefined;
}

/** The id in `Amendment.commit` of what no commit holds yet. */
export const UNCOMMITTED = "uncommitted";
