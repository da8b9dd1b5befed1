/** What a task's report has to hold, and what of it a document holds. */
import { holdsFor } from "../policy/compile-deliverables";
import type { DeliverablesPolicy, Requirement, TaskPolicy } from "../policy/deliverables-policy";
import type { GovernedDocument } from "../workspace/types";
import { findEvidence } from "./evidence";
import { countLines, type Deliverable, deliverableOf } from "./files";

/** What is kept of a deliverable: plain values. */
export interface DeliverableFacts extends Pick<Deliverable, "role" | "part"> {
  /** The task's id as the policy spells it. */
  readonly task: string;
  readonly lines: number;
  /** A report's: the names of the requirements that it meets. */
  readonly met: readonly string[];
}

/** The task's own, then those that every report has. */
export function requirementsOf(task: TaskPolicy, policy: DeliverablesPolicy): readonly Requirement[] {
  const common = [policy.diagram, policy.timeline, policy.terminology, ...policy.audiences];
  return [
    ...task.requirements,
    ...common.filter((each) => each !== undefined).filter((each) => holdsFor(each, task.list)),
  ];
}

/** Undefined for what is delivered for no task. */
export function readDeliverable(document: GovernedDocument): DeliverableFacts | undefined {
  const deliverable = deliverableOf(document);
  if (deliverable === undefined) return undefined;
  const { role, part, of, policy } = deliverable;
  const required = role === "report" ? requirementsOf(of, policy) : [];
  return {
    role,
    part,
    task: of.id,
    lines: countLines(document.text),
    met: required
      .filter((requirement) => findEvidence(document, requirement) !== undefined)
      .map(({ name }) => name),
  };
}
