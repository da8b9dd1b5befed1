/** What the rules of deliverables share: the files of a task, and which of them speaks for all. */
import { rememberLast } from "../base/remember";
import { findEvidence, hasDiagram } from "../deliverables/evidence";
import { type Deliverable, type DeliverableFile, deliverableOf, filesOfTask } from "../deliverables/files";
import { requirementsOf } from "../deliverables/requirements";
import type { Requirement, TaskPolicy } from "../policy/deliverables-policy";
import type { GovernedDocument } from "../workspace/types";
import type { RuleContext } from "./rule";

export interface TaskFiles {
  readonly deliverable: Deliverable;
  readonly reports: readonly DeliverableFile[];
  readonly prompts: readonly DeliverableFile[];
  /** True for the one file on which it is told what the task as a whole lacks: the first report, or the first prompt. */
  readonly isFirst: boolean;
}

/** Undefined for what is delivered for no task, and where nobody can tell which files there are. */
export const taskFilesOf: (context: RuleContext) => TaskFiles | undefined = rememberLast(readTaskFiles);

function readTaskFiles({ document, filesNamed }: RuleContext): TaskFiles | undefined {
  const deliverable = deliverableOf(document);
  if (deliverable === undefined || filesNamed === undefined) return undefined;
  const { of, policy } = deliverable;
  const paths = policy.beginnings.flatMap((beginning) =>
    of.keys.flatMap((key) => filesNamed(`${beginning}${key}`)),
  );
  const files = filesOfTask(of, policy, [...new Set([...paths, document.path])]);
  return {
    deliverable,
    reports: files.filter(({ role }) => role === "report"),
    prompts: files.filter(({ role }) => role === "prompt"),
    isFirst: files[0]?.path === document.path,
  };
}

/** The task's report, whole, where this document is its first file; undefined elsewhere. */
export const wholeReport: (context: RuleContext) => WholeReport | undefined = rememberLast(readWholeReport);

function readWholeReport(context: RuleContext): WholeReport | undefined {
  const { document, read } = context;
  const task = taskFilesOf(context);
  if (task === undefined || !task.isFirst || task.deliverable.role !== "report") return undefined;
  const { deliverable, reports } = task;
  const required = requirementsOf(deliverable.of, deliverable.policy);
  const met = new Set<Requirement>();
  let drawn = false;
  // part by part: each is read once, and none is kept
  for (const { path } of reports) {
    const part = path === document.path ? document : read?.(path);
    if (part === undefined) continue;
    for (const requirement of required)
      if (!met.has(requirement) && findEvidence(part, requirement) !== undefined) met.add(requirement);
    drawn ||= hasDiagram(part);
  }
  return { document, deliverable, missing: required.filter((requirement) => !met.has(requirement)), drawn };
}

export interface WholeReport {
  /** Its first file. */
  readonly document: GovernedDocument;
  readonly deliverable: Deliverable;
  /** What no part of it meets. */
  readonly missing: readonly Requirement[];
  /** True where any part has a diagram. */
  readonly drawn: boolean;
}

/** `A01 (AWS Data Platform Foundation)` */
export function taskName({ id, title }: TaskPolicy): string {
  return `${id} (${title})`;
}

/** `1,402` */
export function countOf(value: number): string {
  return value.toLocaleString("en");
}
