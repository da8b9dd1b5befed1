/** An open action names no one who does it. */
import { cellRange, columnName, isNone, nameAction } from "../action-cells";
import { actionsOf, registerHead, registersWithout } from "../action-rows";
import { quoteValue } from "../fields";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "action/missing-owner",
  summary: "An open action has no owner.",
  why: "What is everybody's is done by nobody, and nobody can be asked about it.",
  guide: "Delivery process (§3): every action has one owner",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document, policy }) {
    const { open } = actionsOf(document);
    const reports: Report[] = registersWithout(open, "owner").map((register) => ({
      at: registerHead(document, register),
      message: `This register does not say who does what. Every action has an owner; add a column \`${columnName("owner", policy)}\`.`,
    }));
    for (const row of open) {
      const { owners } = row.action;
      if (row.register.columns.owner === undefined) continue;
      if (owners.some((owner) => !isNone(owner, policy))) continue;
      const written = row.cells.owner?.text ?? "";
      const name = nameAction(row.action);
      reports.push({
        at: cellRange(row, "owner"),
        message: `${
          written === "" ? `${name} has no owner.` : `${quoteValue(written)} names no owner of ${name}.`
        } Every action has one, who does it and answers for it.`,
      });
    }
    return reports;
  },
};
