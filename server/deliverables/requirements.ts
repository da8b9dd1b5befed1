/** What a task's report has to hold, and what of it a document holds. */
import type { Range } from "../base/range";
import { holdsFor } from "../policy/compile-deliverables";
import type { DeliverablesPolicy, Requirement, TaskPolicy } from "../policy/deliverables-policy";
import type { GovernedDocument } from "../workspace/types";
import { findEvidence } from "./evidence";
import { countLines, type Deliverable, deliverableOf } from "./files";
import { titleRange } from "./title-range";

/** What is kept of a deliverable: plain values. */
export interface DeliverableFacts extends Pick<Deliverable, "role" | "part"> {
  /** The task's id as the policy spells it. */
  readonly task: string;
  readonly lines: number;
  /** Where findings tell what the task as a whole lacks. */
  readonly title: Range;
  /** A report's: the requirements that it meets, in their order. */
  readonly met: readonly MetRequirement[];
}

interface MetRequirement {
  readonly name: string;
  /** The title that says it, or the language of the fence. */
  readonly range: Range;
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
    title: titleRange(document),
    met: required.flatMap((requirement) => {
      const range = findEvidence(document, requirement);
      return range === undefined ? [] : [{ name: requirement.name, range }];
    }),
  };
}
