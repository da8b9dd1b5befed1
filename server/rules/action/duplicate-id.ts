/** Two actions of one document go by the same id. */
import type { ProcessTable } from "../../process/action-table";
import { wordsRange } from "../action-cells";
import { isWorkItemId, nextFreeId } from "../action-ids";
import { actionsOf, idKey, type RegisterRow } from "../action-rows";
import { quoteValue } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "action/duplicate-id",
  summary: "An id stands for two actions of one document.",
  why: "Whoever waits for an action, or asks about it, names its id; that id must mean one thing.",
  guide: "Delivery process (§3)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const { rows, process, byId } = actionsOf(document);
    if (rows.length < 2) return;
    const reports: Report[] = [];
    let silent: ReadonlySet<ProcessTable> | undefined;
    for (const [first, ...others] of byId().values()) {
      if (
        first === undefined ||
        others.length === 0 ||
        isWorkItemId(first.action.id ?? "", process?.workItem)
      )
        continue;
      silent ??= findRestating(rows);
      for (const row of others) {
        if (silent.has(row.register) || !isDuplicate(first, row)) continue;
        reports.push(say(document.text, first, row, rows));
      }
    }
    return reports;
  },
};

function say(text: string, first: RegisterRow, row: RegisterRow, rows: readonly RegisterRow[]): Report {
  const id = row.action.id ?? "";
  const at = idRange(text, row);
  return {
    at,
    message: `${quoteValue(id)} already names another action of this document. Whoever waits for it cannot tell which one is meant; give this one an id of its own.`,
    related: [{ at: idRange(text, first), message: `the first action that goes by ${id}` }],
    fixes: () => {
      const next = nextFreeId(id, rows, text);
      return next === undefined ? [] : [replace(`Change to \`${next}\``, at, next, false)];
    },
    needsDecision: true,
  };
}

function idRange(text: string, { action, cells }: RegisterRow) {
  const cell = cells.id ?? cells.text;
  return cell === undefined ? action.range : wordsRange(text, cell, action.id ?? "");
}

/** Plain numbers begin anew in every table; the same words are the same action, with an owner more or restated. */
function isDuplicate(first: RegisterRow, row: RegisterRow): boolean {
  if (first.action.status === "dropped" || row.action.status === "dropped") return false;
  if (first.action.status === "done" && row.action.status === "done") return false;
  if (first.register !== row.register && /^[\d.]+$/.test(row.action.id ?? "")) return false;
  return first.action.text.toLowerCase() !== row.action.text.toLowerCase();
}

/**
 * Registers whose ids are not their own: one that takes up the actions of those before it, often in other words, or
 * counts from one again, or whose ids group its rows.
 */
function findRestating(rows: readonly RegisterRow[]): ReadonlySet<ProcessTable> {
  const before = new Set<string>();
  const found = new Set<ProcessTable>();
  for (const [register, members] of groupByRegister(rows)) {
    const own = new Map<string, number>();
    for (const id of members) own.set(id, (own.get(id) ?? 0) + 1);
    const restated = [...own.keys()].filter((id) => before.has(id)).length;
    const repeated = [...own.values()].filter((count) => count > 1).length;
    const isRestating =
      restated > 0 && restated * 2 >= (restated > 1 ? Math.min(own.size, before.size) : own.size);
    const isGrouping = repeated > 1 && (members.length - own.size) * 3 >= members.length;
    if (isRestating || isGrouping) found.add(register);
    for (const id of own.keys()) before.add(id);
  }
  return found;
}

function groupByRegister(rows: readonly RegisterRow[]): Map<ProcessTable, string[]> {
  const groups = new Map<ProcessTable, string[]>();
  for (const { register, action } of rows) {
    const ids = groups.get(register) ?? [];
    if (action.id !== undefined) ids.push(idKey(action.id));
    groups.set(register, ids);
  }
  return groups;
}
