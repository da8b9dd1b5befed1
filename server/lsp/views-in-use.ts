/** Which views the policies have something for: reports have no gates, and nobody wants to look at an empty view. */
import type { Policy } from "../policy/types";
import type { ViewsInUse } from "../protocol/messages";
import type { WorkspaceSession } from "./workspace-session";

/** All of them while no policy is known, or one has a mistake: nobody can tell what it will have. */
export function viewsInUse(sessions: readonly WorkspaceSession[]): ViewsInUse {
  const policies = sessions.flatMap((session) => session.policies.loaded.policies);
  const isUnknown =
    policies.length === 0 ||
    sessions.some((session) => [...session.policies.diagnostics.values()].some((each) => each.length > 0));
  const some = (has: (policy: Policy) => boolean) => isUnknown || policies.some(has);
  const processes = some(({ process }) => process.actionClasses.length > 0);
  return {
    openActions: processes,
    pendingGates: processes,
    records: some(({ classes }) => classes.some(({ immutable }) => immutable !== undefined)),
  };
}
