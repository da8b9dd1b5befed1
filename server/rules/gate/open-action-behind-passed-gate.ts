/** An action is open that a gate waited for which has passed. */
import type { Range } from "../../base/range";
import { sentence } from "../../base/sentence";
import type { Policy } from "../../policy/types";
import { findIds } from "../../process/ids";
import type { DocumentProcess } from "../../process/read-process";
import type { ActionRow, GateItemRow, GateRow } from "../../process/types";
import { containedWord, foldedWords } from "../../process/words";
import { quoteValue } from "../fields";
import { gateName, itemName, nameRange, processInForce, statementsOf } from "../gates";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "gate/open-action-behind-passed-gate",
  summary: "An action is open that belongs to a gate which has passed.",
  why: "Either the gate passed too early, or nobody said that the action is done.",
  guide: "Delivery process (§3), GI-5: no ambiguity survives a transition",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document, policy }) {
    const process = processInForce(document);
    // nothing in a closed work item is open
    if (process === undefined || process.closed || process.gates.length === 0) return undefined;
    const open = process.rows.filter(({ action }) => action.status !== "done" && action.status !== "dropped");
    if (open.length === 0) return undefined;
    const passed = findPassed(process, document.text);
    const relied = findRelied(process, policy);
    return open.flatMap((row) => {
      const place = namedBy(row, passed) ?? relyingOn(row, relied, document.text);
      return place === undefined ? [] : report(row, place, document.text);
    });
  },
};

/** A gate or an item that has passed, and how a sentence calls it. */
interface Passed {
  readonly name: string;
  readonly at: Range;
}

/** By the lower-case name: `g1`, `r.1a`. */
function findPassed({ gates }: DocumentProcess, text: string): Map<string, Passed> {
  const passed = new Map<string, Passed>();
  for (const row of gates) {
    if (row.gate.gate !== "" && hasPassed(row))
      passed.set(row.gate.gate.toLowerCase(), {
        name: gateName(row.gate),
        at: statementsOf(row).passed[0]?.range ?? nameRange(row.gate, text),
      });
    for (const { item } of row.items) {
      if (item.id !== "" && item.status === "passed")
        passed.set(item.id.toLowerCase(), { name: itemName(item), at: nameRange(item, text) });
    }
  }
  return passed;
}

/** Where places disagree, or items lack something, the gate itself has a finding. */
function hasPassed(row: GateRow): boolean {
  const { passed, open } = statementsOf(row);
  const isComplete = row.items.every(({ item }) => item.status === "passed");
  return isComplete && open.length === 0 && (passed.length > 0 || row.items.length > 0);
}

/** `Assign the severity (G1.3)`; a bare number in brackets may be anything, as may a gate that prose names. */
const BRACKETS =
  /\((?:gate\s+([a-z]{0,2}\d{0,3}(?:\.\d{1,3}[a-z]?)?)|([a-z]{1,2}\d{1,3}(?:\.\d{1,3}[a-z]?)?|[a-z]\.\d{1,3}[a-z]?))(?:\s*[—–,;+&/-][^()]*)?\)/gi;

function namedBy({ action }: ActionRow, passed: ReadonlyMap<string, Passed>): Passed | undefined {
  if (!action.text.includes("(")) return undefined;
  for (const [, called, bare] of action.text.matchAll(BRACKETS)) {
    const found = passed.get((called ?? bare ?? "").toLowerCase());
    if (found !== undefined) return found;
  }
  return undefined;
}

const FIRST_PART = /^[^,;(—–]*/;

/** Items that pass because actions are done: `Evidence: A1 to A3 complete, commit 41c0d9e`, by lower-case id. */
function findRelied({ gates, rows }: DocumentProcess, policy: Policy): Map<string, GateItemRow> {
  const relied = new Map<string, GateItemRow>();
  const own = new Map(
    rows.flatMap(({ action: { id } }) => (id === undefined ? [] : [[id.toLowerCase(), id] as const])),
  );
  for (const row of gates.flatMap(({ items }) => items)) {
    const part = FIRST_PART.exec(row.proofs.evidence?.text ?? "")?.[0] ?? "";
    if (row.item.status !== "passed" || !/\d/.test(part)) continue;
    if (containedWord(foldedWords(part), policy.process.actionStatuses.done) === undefined) continue;
    for (const id of findIds(part, own)) if (own.has(id.toLowerCase())) relied.set(id.toLowerCase(), row);
  }
  return relied;
}

function relyingOn(
  { action }: ActionRow,
  relied: ReadonlyMap<string, GateItemRow>,
  text: string,
): Passed | undefined {
  const row = action.id === undefined ? undefined : relied.get(action.id.toLowerCase());
  return row && { name: itemName(row.item), at: row.proofs.evidence?.range ?? nameRange(row.item, text) };
}

function report({ action, cells }: ActionRow, { name, at }: Passed, text: string): Report {
  const status = cells.status !== undefined && cells.status.text !== "" ? cells.status : undefined;
  const called = action.id ?? quoteValue(action.text);
  return {
    at: (status ?? cells.id)?.range ?? nameRange(action, text),
    message: `${sentence(called)} is open, yet ${name}, to which it belongs, has passed (GI-5). Complete or drop the action, or take the gate back.`,
    related: [{ at, message: `${sentence(name)} has passed` }],
  };
}
