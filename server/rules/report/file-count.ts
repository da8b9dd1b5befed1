/** There are more or fewer files for a task than there should be. */

import { titleRange } from "../../deliverables/title-range";
import { taskFilesOf, taskName } from "../deliverables";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "report/file-count",
  summary: "More or fewer files are delivered for a task than there should be.",
  why: "A task is delivered in a few files that can be read one after the other.",
  guide: "Submission Requirement: report specifications",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "workspace",
  check(context) {
    const task = taskFilesOf(context);
    if (task === undefined || !task.isFirst) return;
    const { of } = task.deliverable;
    const { fewest = 0, most = Number.POSITIVE_INFINITY } = of.files;
    // that there is no report, or no prompt, is a finding of its own, and counts as one file
    const missing = Number(task.reports.length === 0) + Number(task.prompts.length === 0);
    const count = task.reports.length + task.prompts.length;
    if (count <= most && count + missing >= fewest) return;
    const files = count === 1 ? "one file" : `${count} files`;
    return {
      at: titleRange(context.document),
      message:
        count > most
          ? `${taskName(of)} has ${files}; at most ${most} are delivered for a task. Join parts, or leave some out.`
          : `${taskName(of)} has ${files}; at least ${fewest} are delivered for a task. Divide the report into parts.`,
    };
  },
};
