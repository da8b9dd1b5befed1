/** What the view *Deliverables* asks for: tasks with their files, and the requirements that these meet. */
import type { LspRange } from "./messages";

/** Where a number is: within what is asked for, or on which side of it. */
type Measure = "within" | "below" | "above";

interface BoundsNode {
  /** Null on a side without a limit. */
  readonly fewest: number | null;
  readonly most: number | null;
}

export interface DeliverableFileNode {
  readonly uri: string;
  /** Relative to the root. */
  readonly path: string;
  readonly role: "report" | "prompt";
  readonly lines: number;
  readonly length: Measure;
  readonly bounds: BoundsNode;
}

export interface DeliverablePlace {
  readonly uri: string;
  /** Relative to the root. */
  readonly path: string;
  readonly range: LspRange;
}

export interface RequirementNode {
  readonly name: string;
  /** The heading or code block that meets it; null where none does. */
  readonly met: DeliverablePlace | null;
}

export interface TaskDetails {
  /** Reports in the order of their parts, then prompts. */
  readonly files: readonly DeliverableFileNode[];
  /** In the order of the policy. */
  readonly requirements: readonly RequirementNode[];
}

/** A task for which there are files. */
export interface TaskNode {
  /** Stays the same while files come and go. */
  readonly key: string;
  readonly task: string;
  readonly title: string;
  /** What the list is called to which it belongs. */
  readonly list: string | null;
  readonly met: number;
  readonly required: number;
  /** What has to be delivered with the files that there are. */
  readonly lacks: readonly ("report" | "prompt")[];
  readonly files: number;
  readonly fileCount: Measure;
  readonly fileBounds: BoundsNode;
  /** Files that are too long or too short. */
  readonly wrongLengths: number;
  /** Nothing is left to be done. */
  readonly complete: boolean;
  /** Where findings on the whole, and their fixes, are. */
  readonly place: DeliverablePlace;
  /** Null where they are to be asked for. */
  readonly details: TaskDetails | null;
}

/** The tasks of one policy, in its order. */
export interface DeliverableGroup {
  readonly key: string;
  /** The name of the folder that the policy governs. */
  readonly name: string;
  /** Of the policy's file. */
  readonly uri: string;
  /** The policy's path, relative to the root. */
  readonly path: string;
  readonly tasks: readonly TaskNode[];
  /** Tasks for which there are no files. */
  readonly open: readonly Pick<TaskNode, "key" | "task" | "title" | "list">[];
}
