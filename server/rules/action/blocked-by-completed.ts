/** An action is blocked although everything that it waits for is done. */
import type { TableCell } from "../../document/table";
import type { Policy } from "../../policy/types";
import { nameAction, nameActions, wordsRange } from "../action-cells";
import { actionsOf, idKey, type RegisterRow, type RowsById } from "../action-rows";
import { blockedByFinished } from "../blockers";
import { replace } from "../fixes";
import type { Fix, Report, Rule } from "../rule";
import { blockedWord, startWords } from "../start-words";

export const rule: Rule = {
  id: "action/blocked-by-completed",
  summary: "An action is still blocked although what it waits for is done or has passed.",
  why: "Its owner could begin, and waits because nobody has said so.",
  guide: "Delivery process (§3), GI-5",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy }) {
    const known = actionsOf(document);
    const reports: Report[] = [];
    for (const row of blockedByFinished(known, policy)) {
      const cell = row.cells.status;
      if (cell === undefined) continue;
      const ids = row.action.blockedOn;
      reports.push({
        at: wordsRange(document.text, cell, blockedWord(cell, policy)),
        message: `${nameAction(row.action)} is blocked by ${nameActions(ids)}, which ${howEnded(ids, known.byId())} (GI-5). Say that it can start, or what else it waits for.`,
        fixes: () => startFixes(cell, known.rows, policy),
        needsDecision: true,
      });
    }
    return reports;
  },
};

/** What has no row is a gate that has passed. */
function howEnded(ids: readonly string[], byId: RowsById): string {
  const statuses = new Set(ids.map((id) => byId.get(idKey(id))?.[0]?.action.status ?? "passed"));
  const isOne = ids.length === 1;
  if (statuses.size === 1 && statuses.has("passed")) return isOne ? "has passed" : "have passed";
  const words = [...statuses].sort().join(" or ");
  return `${isOne ? "is" : "are"} ${words}`;
}

function startFixes(cell: TableCell, rows: readonly RegisterRow[], policy: Policy): readonly Fix[] {
  const text = startWords(cell, rows, policy);
  return text === undefined ? [] : [replace(`Change to \`${text}\``, cell.range, text, false)];
}
