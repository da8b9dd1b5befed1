/** An open action waits for one that the document does not have. */
import type { Range } from "../../base/range";
import { findIds } from "../../process/ids";
import type { DocumentProcess } from "../../process/read-process";
import { dependencyCell, findIdRange, nameAction } from "../action-cells";
import { findOpeningIds, isWorkItemId, splitId } from "../action-ids";
import { actionsOf, idKey, type RegisterRow } from "../action-rows";
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
    const { open, rows, process, byId } = actionsOf(document);
    if (process === undefined) return;
    // hardly ever asked for: nearly all ids are found at once
    let known: ReadonlySet<string> | undefined;
    let own: ReturnType<typeof ownIds> | undefined;
    let elsewhere: ReadonlySet<string> | undefined;
    const reports: Report[] = [];
    for (const row of open) {
      const cell = dependencyCell(row);
      if (cell === undefined) continue;
      for (const id of row.action.blockedOn) {
        if (byId().has(idKey(id)) || isWorkItemId(id, process.workItem)) continue;
        own ??= ownIds(rows);
        known ??= knownIds(process);
        const numbered = own.get(splitId(id).prefix);
        const isForeign = numbered === undefined || known.has(idKey(id));
        const at = isForeign ? undefined : findIdRange(document.text, cell, id);
        if (at === undefined) continue;
        // a heading or a list may tell of it in its own way
        elsewhere ??= findOpeningIds(
          document.text,
          rows.flatMap((each) => dependencyCell(each)?.range ?? []),
        );
        if (elsewhere.has(idKey(id))) continue;
        reports.push(say(row, id, at, numbered ?? []));
      }
    }
    return reports;
  },
};

function say(row: RegisterRow, id: string, at: Range, own: readonly Numbered[]): Report {
  const found = findNearest(id, own, row.action.id);
  const nearest = found?.id;
  const hint = found?.isMeant ? ` Did you mean \`${nearest}\`?` : ` The nearest id is \`${nearest}\`.`;
  return {
    at,
    message: `${quoteValue(id)} is no action of this document, so nobody can tell when ${nameAction(row.action)} may start (GI-5).${nearest === undefined ? "" : hint}`,
    fixes: () => (nearest === undefined ? [] : [replace(`Change to \`${nearest}\``, at, nearest, false)]),
    needsDecision: true,
  };
}

interface Numbered {
  readonly id: string;
  readonly number: number;
  /** The digits in order of size, to find two that changed places. */
  readonly digits: string;
}

function toNumbered(id: string): Numbered {
  const { digits } = splitId(id);
  return { id, number: Number(digits), digits: [...digits].sort().join("") };
}

/** The id with the same number or with the same digits, which is meant; or the one whose number is nearest. */
function findNearest(
  id: string,
  own: readonly Numbered[],
  waiting: string | undefined,
): { readonly id: string; readonly isMeant: boolean } | undefined {
  const wanted = toNumbered(id);
  let nearest: string | undefined;
  let best = Number.POSITIVE_INFINITY;
  for (const each of own) {
    if (each.id === waiting) continue;
    if (each.number === wanted.number || each.digits === wanted.digits) return { id: each.id, isMeant: true };
    const distance = Math.abs(each.number - wanted.number);
    if (distance >= best) continue;
    best = distance;
    nearest = each.id;
  }
  return nearest === undefined ? undefined : { id: nearest, isMeant: false };
}

/** Actions of any table, the work item itself, gates and their items: for all of them an action can wait. */
function knownIds({ rows, gates, workItem }: DocumentProcess): ReadonlySet<string> {
  const ids = [workItem, ...rows.flatMap(({ action: { id } }) => (id === undefined ? [] : membersOf(id)))];
  for (const { gate } of gates) ids.push(gate.gate, ...gate.items.map((item) => item.id));
  return new Set(ids.flatMap((id) => (id === undefined || id === "" ? [] : idKey(id))));
}

const PLAIN_ID = /^[A-Z]+(?:-[A-Z]+)*-?\d+$/;
const LETTERED = /\d[a-z]$/;
const NO_IDS: ReadonlyMap<string, string> = new Map();

/** A row may stand for `A-03–A-05`, and `A-18a` is a part of `A-18`. */
function membersOf(id: string): readonly string[] {
  if (PLAIN_ID.test(id)) return [id];
  return [id, ...findIds(id, NO_IDS)].flatMap((each) =>
    LETTERED.test(each) ? [each, each.slice(0, -1)] : [each],
  );
}

/** By what stands in front of the number: what else looks like it is meant as an action of this document. */
function ownIds(rows: readonly RegisterRow[]): ReadonlyMap<string, readonly Numbered[]> {
  const own = new Map<string, Numbered[]>();
  for (const { action } of rows) {
    if (action.id === undefined) continue;
    const { prefix, digits } = splitId(action.id);
    if (prefix === "" || digits === "") continue;
    const same = own.get(prefix);
    if (same === undefined) own.set(prefix, [toNumbered(action.id)]);
    else same.push(toNumbered(action.id));
  }
  return own;
}
