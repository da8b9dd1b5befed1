/** Actions that wait for each other in a circle. */
import { plainText } from "../process/plain-text";
import { dependencyCell } from "./action-cells";
import { idKey, type RegisterRow, type RowsById } from "./action-rows";

/**
 * The cycles, each beginning with the action that stands first; of cycles that share an action only one. Takes time
 * linear in actions and dependencies. An action that is stated as done anywhere holds up nothing.
 */
export function findCycles(byId: RowsById, open: readonly RegisterRow[]): RegisterRow[][] {
  const nodes = waitingRows(byId, open);
  const state = new Map<RegisterRow, "on-path" | "left">();
  const reported = new Set<RegisterRow>();
  const cycles: RegisterRow[][] = [];
  for (const start of nodes.values()) {
    if (state.has(start)) continue;
    const path = [enter(start, nodes)];
    state.set(start, "on-path");
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = step.targets.pop();
      if (next === undefined) {
        state.set(step.row, "left");
        path.pop();
      } else if (!state.has(next)) {
        state.set(next, "on-path");
        path.push(enter(next, nodes));
      } else if (state.get(next) === "on-path") {
        const cycle = path.slice(path.findIndex(({ row }) => row === next)).map(({ row }) => row);
        if (!cycle.some((row) => reported.has(row))) cycles.push(fromFirst(cycle));
        for (const row of cycle) reported.add(row);
      }
    }
  }
  return cycles;
}

interface Step {
  readonly row: RegisterRow;
  /** What is still to be followed, the last one first. */
  readonly targets: RegisterRow[];
}

function enter(row: RegisterRow, nodes: ReadonlyMap<string, RegisterRow>): Step {
  const targets: RegisterRow[] = [];
  for (const id of row.action.blockedOn) {
    const target = nodes.get(idKey(id));
    // prose that mentions the action's own id does not say that it waits for itself; the id alone does
    if (target !== undefined && (target !== row || isWholeCell(row, id))) targets.unshift(target);
  }
  return { row, targets };
}

function isWholeCell(row: RegisterRow, id: string): boolean {
  return row.register.columns.blockedOn !== undefined && plainText(dependencyCell(row)?.text ?? "") === id;
}

function waitingRows(byId: RowsById, open: readonly RegisterRow[]): Map<string, RegisterRow> {
  const isOpen = new Set(open);
  const nodes = new Map<string, RegisterRow>();
  for (const [key, [first, ...others]] of byId)
    if (first !== undefined && [first, ...others].every((row) => isOpen.has(row))) nodes.set(key, first);
  return nodes;
}

function fromFirst(cycle: readonly RegisterRow[]): RegisterRow[] {
  let first = 0;
  cycle.forEach((row, index) => {
    if (row.action.line < (cycle[first]?.action.line ?? 0)) first = index;
  });
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
