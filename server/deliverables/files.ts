/** The files that are delivered for tasks, told by their names. */
import { nameOf } from "../base/path-parts";
import type { DeliverableName, DeliverablesPolicy, TaskPolicy } from "../policy/deliverables-policy";
import type { GovernedDocument } from "../workspace/types";

export interface DeliverableFile extends DeliverableName {
  readonly path: string;
}

/** A document that is delivered for a task that the policy has. */
export interface Deliverable extends DeliverableName {
  readonly policy: DeliverablesPolicy;
  readonly task: string;
  readonly of: TaskPolicy;
}

/** The policy's word on deliverables, where the document is of their class. */
export function deliverablesPolicyOf(document: GovernedDocument): DeliverablesPolicy | undefined {
  const { deliverables } = document.policy;
  return deliverables !== undefined && document.classification?.class.id === deliverables.class
    ? deliverables
    : undefined;
}

/** Undefined for what is delivered for no task that the policy has. */
export function deliverableOf(document: GovernedDocument): Deliverable | undefined {
  const policy = deliverablesPolicyOf(document);
  const name = policy?.tell(nameOf(document.path));
  const of = name && policy?.taskByKey.get(name.task);
  return policy && name && of ? { ...name, policy, of } : undefined;
}

/** Those of one task, by their parts. */
export function filesOfTask(
  task: TaskPolicy,
  policy: DeliverablesPolicy,
  paths: readonly string[],
): readonly DeliverableFile[] {
  return paths
    .flatMap((path) => {
      const name = policy.tell(nameOf(path));
      return name !== undefined && task.keys.includes(name.task) ? [{ ...name, path }] : [];
    })
    .sort(byPart);
}

/** Reports in the order of their parts, then prompts; by path where that says nothing. */
export function byPart(a: Omit<DeliverableFile, "task">, b: Omit<DeliverableFile, "task">): number {
  return (
    Number(a.role === "prompt") - Number(b.role === "prompt") ||
    (a.part ?? 0) - (b.part ?? 0) ||
    (a.path < b.path ? -1 : 1)
  );
}

/** How many lines the text has; an ending behind the last one begins no other. */
export function countLines(text: string): number {
  let lines = text === "" || text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
