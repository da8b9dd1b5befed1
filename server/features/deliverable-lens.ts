/** What stands above the title of what is delivered for a task: how long it is, and how far the task is. */
import type { TaskCoverage } from "../deliverables/coverage";
import { countOf } from "../rules/deliverables";
import type { GovernedDocument } from "../workspace/types";

export interface DeliverableLens {
  /** Zero-based: of the title, or the first one. */
  readonly line: number;
  /** `A01 · 1,402 lines · 9 of 11 requirements` */
  readonly title: string;
}

/** Undefined for what is not among the task's files. */
export function deliverableLens(
  { path, parsed }: GovernedDocument,
  { task, files, requirements, met }: TaskCoverage,
): DeliverableLens | undefined {
  const file = files.find((each) => each.path === path);
  if (file === undefined) return undefined;
  const heading = parsed.title ?? parsed.sections.find(({ level }) => level === 1);
  const required = requirements.length;
  const report = [
    file.lines === 1 ? "1 line" : `${countOf(file.lines)} lines`,
    required === 0 ? "" : `${met} of ${required} requirement${required === 1 ? "" : "s"}`,
  ];
  const parts = [task.id, ...(file.role === "report" ? report : ["prompts"])];
  return { line: heading?.headingLine ?? 0, title: parts.filter((part) => part !== "").join(" · ") };
}
