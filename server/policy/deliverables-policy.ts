/** What a policy asks of the files that are delivered for a task. */
import type { FileNamePattern } from "./types";

/** Undefined on a side without a limit. */
export interface Bounds {
  readonly fewest: number | undefined;
  readonly most: number | undefined;
}

/**
 * A word of a term: as a whole, or as the beginning of one. Words are runs of letters and digits in lower case.
 */
export interface TermWord {
  readonly text: string;
  readonly isBeginning: boolean;
  /** What a text with a blank before and behind each of its words holds when it has the word. */
  readonly needle: string;
}

/** Met by a title that has all words of a term, in any order, or by a fence of a kind that counts. */
export interface Requirement {
  /** As findings call it: `access control design`. */
  readonly name: string;
  readonly terms: readonly (readonly TermWord[])[];
  /** Types of diagrams in lower case, such as `gantt`, of which one must be there; undefined where none is asked for. */
  readonly diagrams: ReadonlySet<string> | undefined;
  /** Languages of code blocks in lower case, of which one must be there; undefined where none is asked for. */
  readonly languages: ReadonlySet<string> | undefined;
  /** Ids of the lists for whose tasks it holds; for all when empty. */
  readonly lists: readonly string[];
  /** The heading that a skeleton gives the section. */
  readonly section: string;
  /** What a skeleton writes there; undefined for the house's own. */
  readonly body: string | undefined;
}

export interface TaskPolicy {
  /** As the policy spells it: `A01`. */
  readonly id: string;
  /** The id and all others that stand for the task, in lower case. */
  readonly keys: readonly string[];
  readonly title: string;
  /** The id of its list; undefined where it belongs to none. */
  readonly list: string | undefined;
  /** Those of the task, then those of every task that hold for its list. */
  readonly requirements: readonly Requirement[];
  readonly lines: Bounds;
  readonly files: Bounds;
}

interface TaskList {
  readonly id: string;
  readonly title: string;
  /** Of how many of its tasks there has to be a report; 0 where none has to be. */
  readonly fewest: number;
}

export interface ManifestPolicy {
  /** Id of the class of manifests. */
  readonly class: string;
  /** Folded names of the fields that hold the number of files and the sum of their lines. */
  readonly countKey: string | undefined;
  readonly linesKey: string | undefined;
  /** Finds a stated length, `~1,800 lines` or `2,100+ Lines`: group 1 is the number, group 2 a `+`. */
  readonly length: RegExp;
  /** How manifests call a length: `lines`. */
  readonly lineWord: string | undefined;
  /** Finds `**Section 1**: Title` at the start of a list item's text: group 1 is the title. */
  readonly section: RegExp | undefined;
  /** By what part of it a length may differ from the stated one: 0.2. */
  readonly tolerance: number;
}

/** What the name of a deliverable tells. */
export interface DeliverableName {
  readonly role: "report" | "prompt";
  /** As the name has it, in lower case. */
  readonly task: string;
  /** Undefined for a report in one file. */
  readonly part: number | undefined;
}

export interface DeliverablesPolicy {
  /** Id of the class of the deliverables. */
  readonly class: string;
  readonly reportNames: readonly FileNamePattern[];
  readonly promptNames: readonly FileNamePattern[];
  /** Undefined for a name that no pattern has. Case does not count. */
  readonly tell: (fileName: string) => DeliverableName | undefined;
  /** What the names of all deliverables begin with, in lower case: `report_`. */
  readonly beginnings: readonly string[];
  readonly lists: readonly TaskList[];
  readonly tasks: readonly TaskPolicy[];
  /** By id and its other names, in lower case. */
  readonly taskByKey: ReadonlyMap<string, TaskPolicy>;
  readonly diagram: Requirement | undefined;
  readonly timeline: Requirement | undefined;
  readonly terminology: Requirement | undefined;
  /** A part for each of these readers. */
  readonly audiences: readonly Requirement[];
  readonly manifest: ManifestPolicy | undefined;
}
