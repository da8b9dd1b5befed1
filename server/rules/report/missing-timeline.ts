/** A report lacks the timeline that every report has. */
import { wholeReport } from "../deliverables";
import { missingContent } from "../missing-content";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "report/missing-timeline",
  summary: "A report has no timeline as a diagram.",
  why: "A timeline shows milestones and dependencies, which no list of dates does.",
  guide: "Technical Visualization: timeline visualization",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "workspace",
  check(context) {
    const report = wholeReport(context);
    return report && missingContent(report, [report.deliverable.policy.timeline]);
  },
};
