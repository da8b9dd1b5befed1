/** The file of a report is not named as the policy names reports and prompt files. */
import { nameOf } from "../../base/path-parts";
import { deliverablesPolicyOf } from "../../deliverables/files";
import { titleRange } from "../../deliverables/title-range";
import { renameDeliverable } from "../deliverable-fixes";
import { listWords, quoteValue } from "../fields";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "report/wrong-filename",
  summary: "A deliverable is not named as reports and prompt files are.",
  why: "The name alone tells for which task a file is delivered; one that does not tell it is delivered for none.",
  guide: "Submission Requirement: file naming convention",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, workspace }) {
    const policy = deliverablesPolicyOf(document);
    const name = nameOf(document.path);
    if (policy === undefined || policy.tell(name) !== undefined) return;
    const patterns = [...policy.reportNames, ...policy.promptNames];
    if (patterns.length === 0) return;
    return {
      at: titleRange(document),
      message: `${quoteValue(name)} is not named as deliverables are, so that it counts for no task. Name it ${listWords(
        patterns.map(({ pattern }) => `\`${pattern}\``),
        "or",
      )}.`,
      needsDecision: true,
      fixes: () => renameDeliverable(document, policy, workspace()),
    };
  },
};
