/** A suppression comment does not say why. */
import { findSuppressions } from "../../document/suppressions";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "suppression/missing-reason",
  summary: "A suppression comment gives no reason.",
  why: "An exception without a reason cannot be reviewed, and outlives what it was made for.",
  guide: "Enforcement Mechanism (§8)",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document }) {
    const reports: Report[] = [];
    for (const suppression of findSuppressions(document.text, document.parsed.blocks)) {
      if (!isMissing(suppression.reason) || suppression.rules.length === 0) continue;
      const names = suppression.rules.map(({ id }) => id).join(", ");
      reports.push({
        at: suppression.range,
        message: `This exception gives no reason. Write one behind a colon, so that a reviewer can judge it: \`${names}: reason\`.`,
      });
    }
    return reports;
  },
};

/** Also when the quick fix's own word was left standing. */
function isMissing(reason: string): boolean {
  return reason === "" || reason.toLowerCase() === "reason";
}
