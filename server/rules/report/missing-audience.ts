/** A report has no part for one of its readers. */
import { wholeReport } from "../deliverables";
import { missingContent } from "../missing-content";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "report/missing-audience",
  summary: "A report has no part for one of its readers.",
  why: "A report is read by engineers and by business readers, and each of them needs a part of their own.",
  guide: "Documentation Requirement: multi-audience technical documentation",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "workspace",
  check(context) {
    const report = wholeReport(context);
    return report && missingContent(report, report.deliverable.policy.audiences);
  },
};
