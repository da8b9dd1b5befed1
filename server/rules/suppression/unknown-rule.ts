/** A suppression comment names no rule, or one that does not exist. */
import { findClosest } from "../../base/closest";
import { findSuppressions } from "../../document/suppressions";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "suppression/unknown-rule",
  summary: "A suppression comment names a rule that does not exist.",
  why: "An exception for a rule that nobody knows has no effect, and hides that from its reader.",
  guide: "Enforcement Mechanism (§8)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, ruleIds }) {
    const names = [...new Set([...ruleIds, ...ruleIds.map((id) => `${id.split("/")[0]}/*`), "*"])];
    const reports: Report[] = [];
    for (const suppression of findSuppressions(document.text, document.parsed.blocks)) {
      if (suppression.rules.length === 0) {
        reports.push({
          at: suppression.range,
          message:
            "This exception names no rule, so it has no effect. Write the rule's id before the colon: `header/missing-field: reason`.",
        });
      }
      for (const { id, range } of suppression.rules) {
        if (names.includes(id)) continue;
        const meant = findClosest(id, names);
        reports.push({
          at: range,
          message: `\`${id}\` is no rule of Docket, so this exception has no effect.${meant === undefined ? "" : ` Did you mean \`${meant}\`?`}`,
          fixes: () => (meant === undefined ? [] : [replace(`Change to \`${meant}\``, range, meant, true)]),
        });
      }
    }
    return reports;
  },
};
