/** Which lifecycle of the policy a work item goes through. */
import type { ProcessPolicy, WorkItemLifecycle } from "../policy/types";

/** The one that has most of these gates and states, as some states belong to several; undefined where none has any. */
export function findLifecycle(
  gates: Iterable<string>,
  states: Iterable<string | undefined>,
  process: Pick<ProcessPolicy, "lifecycles">,
): WorkItemLifecycle | undefined {
  const gateNames = new Set([...gates].map((gate) => gate.toLowerCase()));
  const stateNames = new Set(states);
  let best: WorkItemLifecycle | undefined;
  let most = 0;
  for (const lifecycle of process.lifecycles) {
    const count =
      lifecycle.gates.filter(({ name }) => gateNames.has(name.toLowerCase())).length +
      lifecycle.states.filter(({ name }) => stateNames.has(name)).length;
    if (count > most) [best, most] = [lifecycle, count];
  }
  return best;
}
