/** An open action has no deadline at all. */
import { cellRange, columnName, nameAction } from "../action-cells";
import { actionsOf, registerHead, registersWithout } from "../action-rows";
import { isDeadlineMissing } from "../deadlines";
import { quoteValue } from "../fields";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "action/missing-deadline",
  summary: "An open action has no deadline.",
  why: "An action without a day can never be late, so nobody notices that it is.",
  guide: "Delivery process (§3), GI-2",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document, policy }) {
    const { open } = actionsOf(document);
    const reports: Report[] = registersWithout(open, "due").map((register) => ({
      at: registerHead(document, register),
      message: `This register does not say what is due when. Every action has a deadline (GI-2); add a column \`${columnName("due", policy)}\`.`,
    }));
    for (const row of open) {
      if (row.register.columns.due === undefined || !isDeadlineMissing(row, policy)) continue;
      const written = row.cells.due?.text ?? "";
      const name = nameAction(row.action);
      reports.push({
        at: cellRange(row, "due"),
        message: `${
          written === "" ? `${name} has no deadline.` : `${quoteValue(written)} is no deadline of ${name}.`
        } Every action has one that is a date (GI-2); write it as \`YYYY-MM-DD\`.`,
      });
    }
    return reports;
  },
};
