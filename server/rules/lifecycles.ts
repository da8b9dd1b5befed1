/** What the rules on states of work items share. */
import type { Policy, WorkItemLifecycle } from "../policy/types";
import { findLifecycle } from "../process/lifecycle";
import type { DocumentProcess } from "../process/read-process";

/** The lifecycle that the document's gates and states belong to; undefined where the policy knows none of them. */
export function lifecycleOf(
  { gates, transitions, state }: DocumentProcess,
  policy: Policy,
): WorkItemLifecycle | undefined {
  return findLifecycle(
    gates.map(({ gate }) => gate.gate),
    [state, ...transitions.flatMap(({ from, to }) => [from, to])],
    policy.process,
  );
}
