/** A report lacks something that its task asks for. */
import { wholeReport } from "../deliverables";
import { missingContent } from "../missing-content";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "report/missing-requirement",
  summary: "A report lacks something that its task asks for.",
  why: "A requirement that no heading names is one that readers do not find, and most often one that is not met.",
  guide: "Deliverable Requirements of the task",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "workspace",
  check(context) {
    const report = wholeReport(context);
    if (report === undefined) return;
    const { of, policy } = report.deliverable;
    // that there is no diagram at all is one finding
    const isDrawn = policy.diagram === undefined || report.drawn;
    return missingContent(
      report,
      of.requirements.filter(({ diagrams }) => isDrawn || diagrams === undefined),
    );
  },
};
