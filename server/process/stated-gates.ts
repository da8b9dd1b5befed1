/** What the status block and the log of transitions say of gates, beside the gates' own sections. */
import { headOfValue } from "../base/plain-value";
import type { ProcessPolicy, WorkItemLifecycle } from "../policy/types";
import { readGateStatement } from "./gate-status";
import { findIds } from "./ids";
import { findLifecycle } from "./lifecycle";
import type { Gate, GateRow, GateStatement, StatementSource, StatusEntry, TransitionRow } from "./types";
import { GATE_WORD } from "./vocabulary";
import { matchState } from "./work-item-state";

type Named = GateStatement & { readonly gate: string };

/** The gates with these statements behind their own; of a gate without a section or row nothing is kept. */
export function addLogStatements(
  gates: readonly GateRow[],
  entries: readonly StatusEntry[],
  transitions: readonly TransitionRow[],
  process: ProcessPolicy,
): GateRow[] {
  if (gates.length === 0) return [];
  const states = transitions.flatMap(({ from, to }) => [from, to]);
  const lifecycle = findLifecycle(
    gates.map(({ gate }) => gate.gate),
    states,
    process,
  );
  const stated = [
    ...entries.flatMap((entry) => fromEntry(entry, lifecycle, process)),
    ...transitions.flatMap((row) => fromTransition(row, lifecycle, process)),
  ];
  return gates.map((row) => {
    const own = stated.filter(({ gate }) => gate.toLowerCase() === row.gate.gate.toLowerCase());
    const added = own.map(({ status, source, range }) => ({ status, source, range }));
    const statements = [...row.statements, ...added];
    return { ...row, gate: { ...row.gate, ready: isReady(row, statements) }, statements };
  });
}

/** True for a gate that is still to come: its items do not all pass, or nobody has said that it has passed. */
export function isToPass({ status, ready }: Gate): boolean {
  return status !== "passed" || ready;
}

const DECLARING: readonly StatementSource[] = ["gate-passed", "current-state", "transition-log"];

function isReady({ items }: GateRow, statements: readonly GateStatement[]): boolean {
  if (items.length === 0 || items.some(({ item }) => item.status !== "passed")) return false;
  const isDeclared = statements.some(
    ({ status, source }) => status === "passed" && DECLARING.includes(source),
  );
  return !isDeclared && statements.some(({ status }) => status !== "passed");
}

/** `Gate passed: G3 — 2026-02-18`; a state lies behind the gate that opens it and before the one that ends it. */
function fromEntry(
  { key, firstLine, range }: StatusEntry,
  lifecycle: WorkItemLifecycle | undefined,
  process: ProcessPolicy,
): Named[] {
  const { gatePassed, state } = process.statusKeys;
  if (gatePassed.includes(key))
    return namedGates(firstLine, process).map((gate) => {
      return { gate, status: "passed", source: "gate-passed", range };
    });
  const name = state.includes(key) ? matchState(firstLine, process)?.name : undefined;
  if (name === undefined || lifecycle === undefined) return [];
  return lifecycle.gates.flatMap(({ name: gate, from, to }): Named[] => {
    if (to === name) return [{ gate, status: "passed", source: "current-state", range }];
    return from === name ? [{ gate, status: "pending", source: "current-state", range }] : [];
  });
}

/** The gates that the row names, else the one between its states. */
function fromTransition(
  { cells, from, to }: TransitionRow,
  lifecycle: WorkItemLifecycle | undefined,
  process: ProcessPolicy,
): Named[] {
  const cell = cells.gatePassed;
  const named = cell === undefined ? [] : namedGates(cell.text, process);
  if (cell !== undefined && named.length > 0)
    return named.map((gate) => ({ gate, status: "passed", source: "transition-log", range: cell.range }));
  const entered = cells.to;
  const gate = lifecycle?.gates.find((each) => each.from === from && each.to === to)?.name;
  if (gate === undefined || entered === undefined) return [];
  return [{ gate, status: "passed", source: "transition-log", range: entered.range }];
}

/** Gates that a value opens with: `G1 — all items pass`, `Gates 0 and 1`; none where it says that they have not passed. */
function namedGates(value: string, process: ProcessPolicy): string[] {
  if (/^[—–-](?:\s|$)/.test(value)) return [];
  const status = readGateStatement(value, process);
  if (status !== undefined && status !== "passed") return [];
  const prefix = `${GATE_WORD} `;
  return findIds(headOfValue(value), new Map())
    .filter((id) => !id.includes("."))
    .map((id) => (id.toLowerCase().startsWith(prefix) ? id.slice(prefix.length) : id));
}
