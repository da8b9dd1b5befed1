/** A report lacks the section that defines its words. */
import { wholeReport } from "../deliverables";
import { missingContent } from "../missing-content";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "report/missing-terminology",
  summary: "A report does not say what its words mean.",
  why: "Readers of several trades understand one another when words are defined once and used so throughout.",
  guide: "Documentation Requirement: terminology standardization",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "workspace",
  check(context) {
    const report = wholeReport(context);
    return report && missingContent(report, [report.deliverable.policy.terminology]);
  },
};
