/** One owner has several actions of a work item that nothing holds up. */
import { foldKey } from "../../base/fold";
import { headOfValue } from "../../base/plain-value";
import type { Policy } from "../../policy/types";
import { foldedWords } from "../../process/words";
import { cellRange, isNone, nameAction, nameActions, statedStatus, wordsRange } from "../action-cells";
import { actionsOf, type JudgedActions, type RegisterRow } from "../action-rows";
import { isUnblocked } from "../blockers";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "action/several-active-per-owner",
  summary: "An owner has several active actions in one work item.",
  why: "With two actions to go on with, an owner cannot tell which comes first, and others cannot tell what comes next.",
  guide: "Delivery process (§3), GI-1",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document, policy }) {
    const known = actionsOf(document);
    const { open, process } = known;
    // a backlog holds actions of many work items
    if (open.length < 2 || process?.workItem === undefined) return;
    const reports: Report[] = [];
    for (const [owner, active] of activeByOwner(known, policy)) {
      const [first, second] = active;
      if (first === undefined || second === undefined) continue;
      const name = second.action.owners.find((each) => foldKey(each) === owner) ?? "";
      reports.push({
        at: ownerRange(document.text, second, name),
        message: `${name} has ${active.length} active actions in this work item, ${nameActions(
          active.map((row) => nameAction(row.action)),
        )}. An owner has one at a time (GI-1): let the others wait for the one that comes first.`,
        related: [
          {
            at: ownerRange(
              document.text,
              first,
              first.action.owners.find((each) => foldKey(each) === owner) ?? "",
            ),
            message: `${nameAction(first.action)} is active, too`,
          },
        ],
      });
    }
    return reports;
  },
};

/** The actions that each owner could work on today; one that is stated twice counts once. */
function activeByOwner(known: JudgedActions, policy: Policy): ReadonlyMap<string, readonly RegisterRow[]> {
  const byOwner = new Map<string, RegisterRow[]>();
  const seen = new Set<string>();
  for (const row of known.open) {
    const status = statedStatus(row, policy);
    if (status !== "not-started" && status !== "in-progress") continue;
    if (!isUnblocked(row, known, policy)) continue;
    for (const written of row.action.owners) {
      const owner = foldKey(written);
      const key = `${owner}\n${foldKey(row.action.id ?? row.action.text)}`;
      if (seen.has(key) || isNone(written, policy) || isEverybody(written, policy)) continue;
      seen.add(key);
      const active = byOwner.get(owner);
      if (active === undefined) byOwner.set(owner, [row]);
      else active.push(row);
    }
  }
  return byOwner;
}

/** `All`, and `All (before the meeting)`: everybody has a part in it, and no one person two actions to choose from. */
function isEverybody(written: string, { process }: Policy): boolean {
  return process.everybodyWords.includes(foldedWords(headOfValue(written)));
}

/** The name within a cell that may hold others. */
function ownerRange(text: string, row: RegisterRow, name: string) {
  return row.cells.owner === undefined ? cellRange(row, "owner") : wordsRange(text, row.cells.owner, name);
}
