/** A blocked action does not say what blocks it. */
import { columnName, headWords, nameAction, saysNothing, statedStatus, wordsRange } from "../action-cells";
import { actionsOf, type RegisterRow } from "../action-rows";
import { givesReason, hasNote } from "../blockers";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "action/blocked-without-reason",
  summary: "A blocked action does not say what blocks it.",
  why: "A block that nobody knows is one that nobody clears.",
  guide: "Delivery process (§3), GI-5",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document, policy }) {
    const reports: Report[] = [];
    for (const row of actionsOf(document).open) {
      if (row.action.status !== "blocked" || row.action.blockedOn.length > 0) continue;
      const hasColumn = row.register.columns.blockedOn !== undefined;
      if (hasColumn && !saysNothing(row.cells.blockedOn, policy)) continue;
      if (statedStatus(row, policy) !== "blocked" || givesReason(row, policy) || hasNote(row, policy))
        continue;
      const column = `add a column \`${columnName("blockedOn", policy)}\``;
      reports.push({
        at: placeOf(document.text, row),
        message: `${nameAction(row.action)} is blocked and does not say by what (GI-5). ${
          hasColumn
            ? "Name the action or the event that it waits for."
            : `Say behind the status what it waits for, or ${column}.`
        }`,
      });
    }
    return reports;
  },
};

function placeOf(text: string, { cells, action }: RegisterRow) {
  if (cells.blockedOn !== undefined && cells.blockedOn.text !== "") return cells.blockedOn.range;
  return cells.status === undefined ? action.range : wordsRange(text, cells.status, headWords(cells.status));
}
