/** A report comes without the prompts with which it was made. */

import { titleRange } from "../../deliverables/title-range";
import { createPromptFile } from "../deliverable-fixes";
import { taskFilesOf, taskName } from "../deliverables";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "report/missing-prompt-file",
  summary: "A task has a report but no prompt file.",
  why: "The prompts show how the report was made, and are delivered with it.",
  guide: "Submission Requirement: technical planning prompts",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "workspace",
  check(context) {
    const task = taskFilesOf(context);
    if (task === undefined || !task.isFirst || task.prompts.length > 0) return;
    const { deliverable } = task;
    const pattern = deliverable.policy.promptNames[0];
    if (pattern === undefined) return;
    const name = pattern.pattern.replace("{task}", deliverable.of.id);
    return {
      at: titleRange(context.document),
      message: `The report on ${taskName(deliverable.of)} comes without its prompts. Put those with which it was made into \`${name}\`.`,
      needsDecision: true,
      fixes: () => createPromptFile(context.document, deliverable, name, context.workspace()),
    };
  },
};
