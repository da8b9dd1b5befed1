/** The deadline of an open action has passed. */
import { daysBetween } from "../../base/date";
import type { Policy } from "../../policy/types";
import { readActionStatus } from "../../process/action-status";
import { cellRange, nameAction } from "../action-cells";
import { actionsOf } from "../action-rows";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "action/overdue",
  summary: "An open action is past its deadline.",
  why: "A date that has passed is no plan: either the action is done, or a new day is agreed on.",
  guide: "Delivery process (§3), GI-2",
  since: "0.1.0",
  severity: "information",
  fixable: false,
  reads: "document",
  check({ document, policy, today }) {
    const reports: Report[] = [];
    for (const row of actionsOf(document).open) {
      const { due, status } = row.action;
      // without a column of states nobody can tell whether it was done in time
      if (due === undefined || due >= today || row.register.columns.status === undefined) continue;
      if (saysEnded(row.cells.due?.text ?? "", due, policy)) continue;
      const days = daysBetween(due, today);
      const since = `${nameAction(row.action)} was due on ${due}, ${days === 1 ? "yesterday" : `${days} days ago`}`;
      reports.push({
        at: cellRange(row, "due"),
        message:
          status === "blocked"
            ? `${since}, and is still blocked. Clear what it waits for, or agree on a new date.`
            : `${since}. Say that it is done, or agree on a new date.`,
      });
    }
    return reports;
  },
};

/** `Done 2026-02-10` tells when it was done. */
function saysEnded(written: string, due: string, { process }: Policy): boolean {
  if (written.startsWith(due)) return false;
  const status = readActionStatus(written, process.actionStatuses);
  return status === "done" || status === "dropped";
}
