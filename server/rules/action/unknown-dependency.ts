/** An open action waits for one that the document does not have. */
import type { Range } from "../../base/range";
import type { ProcessFacts } from "../../process/types";
import { dependencyCell, findIdRange, idKey, nameAction } from "../action-cells";
import { isWorkItemId, splitId, standsElsewhere } from "../action-ids";
import { actionsOf, type RegisterRow } from "../action-rows";
import { quoteValue } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "action/unknown-dependency",
  summary: "An action waits for one that there is not.",
  why: "What waits for an action that does not exist waits for ever, and no critical path leads through it.",
  guide: "Delivery process (§3), GI-5",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const { open, rows, facts } = actionsOf(document);
    if (facts === undefined || !open.some((row) => row.action.blockedOn.length > 0)) return;
    const known = knownIds(facts);
    const own = ownIds(rows);
    const cells = rows.flatMap((row) => dependencyCell(row)?.range ?? []);
    const reports: Report[] = [];
    for (const row of open) {
      const cell = dependencyCell(row);
      if (cell === undefined) continue;
      for (const id of row.action.blockedOn) {
        const isForeign = !own.has(splitId(id).prefix) || isWorkItemId(id, facts);
        const at = isForeign || known.has(idKey(id)) ? undefined : findIdRange(document.text, cell, id);
        // a heading or a list may tell of it in its own way
        if (at === undefined || standsElsewhere(document.text, id, cells)) continue;
        reports.push(say(row, id, at, own.get(splitId(id).prefix) ?? []));
      }
    }
    return reports;
  },
};

function say(row: RegisterRow, id: string, at: Range, own: readonly string[]): Report {
  const others = own.filter((each) => each !== row.action.id);
  const meant = others.find((each) => isSlip(id, each));
  const nearest = meant ?? findNearest(id, others);
  const hint = meant === undefined ? ` The nearest id is \`${nearest}\`.` : ` Did you mean \`${meant}\`?`;
  return {
    at,
    message: `${quoteValue(id)} is no action of this document, so nobody can tell when ${nameAction(row.action)} may start.${nearest === undefined ? "" : hint}`,
    fixes: () => (nearest === undefined ? [] : [replace(`Change to \`${nearest}\``, at, nearest, false)]),
    needsDecision: true,
  };
}

/** The same number with fewer zeros, or with its digits in another order. */
function isSlip(id: string, other: string): boolean {
  const [written, meant] = [splitId(id).digits, splitId(other).digits];
  if (Number(written) === Number(meant)) return true;
  return written.length === meant.length && [...written].sort().join("") === [...meant].sort().join("");
}

/** Actions of any table, the work item itself, gates and their items: for all of them an action can wait. */
function knownIds({ actions, gates, workItem }: ProcessFacts): ReadonlySet<string> {
  const ids = [workItem, ...actions.map((action) => action.id)];
  for (const gate of gates) ids.push(gate.gate, ...gate.items.map((item) => item.id));
  return new Set(ids.flatMap((id) => (id === undefined || id === "" ? [] : idKey(id))));
}

/** By what stands in front of the number: what else looks like it is meant as an action of this document. */
function ownIds(rows: readonly RegisterRow[]): ReadonlyMap<string, readonly string[]> {
  const own = new Map<string, string[]>();
  for (const { action } of rows) {
    if (action.id === undefined) continue;
    const { prefix, digits } = splitId(action.id);
    if (prefix === "" || digits === "") continue;
    const same = own.get(prefix);
    if (same === undefined) own.set(prefix, [action.id]);
    else same.push(action.id);
  }
  return own;
}

/** The id whose number is nearest, the lower one of two. */
function findNearest(id: string, own: readonly string[]): string | undefined {
  const wanted = Number(splitId(id).digits);
  let nearest: string | undefined;
  let best = Number.POSITIVE_INFINITY;
  for (const each of own) {
    const distance = Math.abs(Number(splitId(each).digits) - wanted);
    if (distance >= best) continue;
    best = distance;
    nearest = each;
  }
  return nearest;
}
