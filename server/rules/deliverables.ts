/** What the rules of deliverables share: the files of a task, and which of them speaks for all. */
import type { Range } from "../base/range";
import { type Deliverable, type DeliverableFile, deliverableOf, filesOfTask } from "../deliverables/files";
import type { TaskPolicy } from "../policy/deliverables-policy";
import type { GovernedDocument } from "../workspace/types";
import { documentStart } from "./fields";
import type { RuleContext } from "./rule";

export interface TaskFiles {
  readonly deliverable: Deliverable;
  readonly reports: readonly DeliverableFile[];
  readonly prompts: readonly DeliverableFile[];
  /** True for the one file on which it is told what the task as a whole lacks: the first report, or the first prompt. */
  readonly isFirst: boolean;
}

/** Undefined for what is delivered for no task, and where nobody can tell which files there are. */
export function taskFilesOf({ document, filesNamed }: RuleContext): TaskFiles | undefined {
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
export function wholeReport(context: RuleContext): WholeReport | undefined {
  const { document, read } = context;
  const task = taskFilesOf(context);
  if (task === undefined || !task.isFirst || task.deliverable.role !== "report") return undefined;
  const { deliverable, reports } = task;
  const parts = reports.map(({ path }) => (path === document.path ? document : read?.(path)));
  return { deliverable, parts: parts.filter((part) => part !== undefined) };
}

export interface WholeReport {
  readonly deliverable: Deliverable;
  /** In their order; the first one is the document itself. */
  readonly parts: readonly GovernedDocument[];
}

/** Where it is told what a report lacks: its title, the first line that says anything, or the title in the front matter. */
export function titleRange(document: GovernedDocument): Range {
  const { title, sections, header } = document.parsed;
  const heading = title ?? sections.find(({ level }) => level === 1);
  if (heading !== undefined) return heading.titleRange;
  const field = header.fields.find(({ form, folded }) => form === "front-matter" && folded === "title");
  return field?.valueRange ?? documentStart(document);
}

/** `A01 (AWS Data Platform Foundation)` */
export function taskName({ id, title }: TaskPolicy): string {
  return `${id} (${title})`;
}

/** `1,402` */
export function countOf(value: number): string {
  return value.toLocaleString("en");
}
