/** A gate is said to have passed while an earlier one of the same lifecycle is said to be open. */

import { sentence } from "../../base/sentence";
import type { WorkItemLifecycle } from "../../policy/types";
import type { GateRow, TransitionRow } from "../../process/types";
import { describeStatement, gateName, gatesInForce, nameRange, processInForce, statementsOf } from "../gates";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "gate/out-of-order",
  summary: "A gate is said to have passed while an earlier one is still open.",
  why: "A work item is in exactly one state, and every gate opens the state that the next one ends.",
  guide: "Delivery process (§3): the order of the gates",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document, policy }) {
    const rows = gatesInForce(document);
    if (rows.length < 2) return undefined;
    const transitions = processInForce(document)?.transitions ?? [];
    return policy.process.lifecycles.flatMap(
      (lifecycle) => judge(lifecycle, rows, transitions, document.text) ?? [],
    );
  },
};

/** One finding: the first gate that passed behind the first one that is open. */
function judge(
  lifecycle: WorkItemLifecycle,
  rows: readonly GateRow[],
  transitions: readonly TransitionRow[],
  text: string,
): Report | undefined {
  const ordered = lifecycle.gates.flatMap(({ name }) => {
    const row = rows.find(({ gate }) => gate.gate.toLowerCase() === name.toLowerCase());
    return row === undefined ? [] : [row];
  });
  const first = ordered.findIndex(isSaidToBeOpen);
  const earlier = ordered[first];
  const later = first < 0 ? undefined : ordered.slice(first + 1).find(isSaidToHavePassed);
  const statement = later && statementsOf(later).passed[0];
  if (earlier === undefined || later === undefined || statement === undefined) return undefined;
  if (isLeaptOver(earlier, lifecycle, transitions)) return undefined;
  const name = gateName(earlier.gate);
  const said = statementsOf(earlier).open[0];
  const why = said === undefined ? `${name} has items that do not pass` : describeStatement(said, name);
  return {
    at: statement.range,
    message: `${sentence(describeStatement(statement, gateName(later.gate)))}, yet ${why}. Gates pass in their order: complete ${name} first, or correct what is said of it.`,
    related: [{ at: said?.range ?? nameRange(earlier.gate, text), message: sentence(why) }],
  };
}

/** The row of the log that leaves the gate out has its own finding: `process/illegal-transition`. */
function isLeaptOver(
  { gate }: GateRow,
  { gates, states }: WorkItemLifecycle,
  transitions: readonly TransitionRow[],
): boolean {
  const indexOf = (state: string | undefined): number => states.findIndex(({ name }) => name === state);
  const policyGate = gates.find(({ name }) => name.toLowerCase() === gate.gate.toLowerCase());
  const at = indexOf(policyGate?.from);
  return transitions.some(({ from, to }) => {
    const start = indexOf(from);
    const isGate = gates.some((each) => each.from === from && each.to === to);
    return start >= 0 && start <= at && indexOf(to) > at && !isGate;
  });
}

/** By a statement, or by a value of an item that says so; a gate of which nothing is said may well have passed. */
function isSaidToBeOpen(row: GateRow): boolean {
  const { passed, open } = statementsOf(row);
  if (passed.length > 0) return false;
  if (row.items.length > 0 && row.items.every(({ item }) => item.status === "passed")) return false;
  return (
    open.length > 0 ||
    row.items.some(({ proofs }) =>
      Object.values(proofs).some(({ verdict, text }) => verdict !== "given" && text !== ""),
    )
  );
}

/** A gate whose own places disagree, or whose items lack something, has other findings. */
function isSaidToHavePassed(row: GateRow): boolean {
  const { passed, open } = statementsOf(row);
  return passed.length > 0 && open.length === 0 && row.items.every(({ item }) => item.status === "passed");
}
