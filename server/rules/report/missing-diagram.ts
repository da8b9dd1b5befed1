/** A report lacks the diagram that every report has. */
import { wholeReport } from "../deliverables";
import { missingContent } from "../missing-content";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "report/missing-diagram",
  summary: "A report has no diagram of the kind that every report has.",
  why: "A drawing of the whole is what engineers and business readers understand alike.",
  guide: "Technical Visualization: architecture diagrams",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "workspace",
  check(context) {
    const report = wholeReport(context);
    return report && missingContent(report, [report.deliverable.policy.diagram]);
  },
};
