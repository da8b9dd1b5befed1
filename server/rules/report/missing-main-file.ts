/** There are prompts for a task, but no report. */
import { nameOf } from "../../base/path-parts";
import { titleRange } from "../../deliverables/title-range";
import { taskFilesOf, taskName } from "../deliverables";
import { listWords } from "../fields";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "report/missing-main-file",
  summary: "A task has a prompt file but no report.",
  why: "The report is what the task is about; at least one main file is delivered for each task.",
  guide: "Test Objectives and Deliverables",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check(context) {
    const task = taskFilesOf(context);
    if (task === undefined || !task.isFirst || task.reports.length > 0) return;
    const { deliverable } = task;
    const names = deliverable.policy.reportNames.map(({ pattern }) =>
      pattern.replace("{task}", deliverable.of.id),
    );
    // a name that says all is enough to know
    const whole = names.filter((name) => !name.includes("{"));
    const shown = (whole.length > 0 ? whole : names).map((name) => `\`${name}\``);
    return {
      at: titleRange(context.document),
      message: `There is no report on ${taskName(deliverable.of)}, only \`${nameOf(context.document.path)}\`. Write ${listWords(shown, "or")}.`,
    };
  },
};
