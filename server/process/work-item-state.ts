/** The state of a work item, as the status block of its document names it. */
import { foldKey } from "../base/fold";
import { headOfValue, plainValue } from "../base/plain-value";
import type { ProcessPolicy } from "../policy/types";
import { readActionStatus } from "./action-status";
import type { StatusEntry } from "./types";

interface WorkItemState {
  /** As the policy spells it. */
  readonly name: string;
  /** True when no gate leads out of it. */
  readonly isFinal: boolean;
}

/** The first value of the status block that is a state's name; what the document says of the step's progress counts. */
export function findWorkItemState(
  entries: readonly StatusEntry[],
  process: ProcessPolicy,
): WorkItemState | undefined {
  for (const { firstLine } of entries) {
    const state = matchState(firstLine, process);
    if (state !== undefined) return state;
  }
  return undefined;
}

/** The state that a value names, also by one of its other names; a note may follow. */
export function matchState(value: string, process: ProcessPolicy): WorkItemState | undefined {
  const keys = [foldKey(plainValue(value)), foldKey(headOfValue(value))];
  for (const lifecycle of process.lifecycles) {
    const state = lifecycle.states.find((each) => each.keys.some((key) => keys.includes(key)));
    if (state === undefined) continue;
    const note = plainValue(value)
      .slice(headOfValue(value).length)
      .replace(/^[\s—–(-]+/, "");
    const progress = readActionStatus(note, process.actionStatuses) ?? "done";
    const isLast = !lifecycle.gates.some((gate) => gate.from === state.name);
    return { name: state.name, isFinal: isLast && progress === "done" };
  }
  return undefined;
}
