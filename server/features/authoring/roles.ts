/** The roles of a workspace: who owns documents and actions, and which document is a role's charter. */
import { foldKey } from "../../base/fold";
import type { Policy } from "../../policy/types";
import { isOpen } from "../../process/critical-path";
import type { AuthoringWorkspace } from "./context";

export interface Role {
  readonly name: string;
  /** Documents that the role owns. */
  readonly documents: number;
  /** Open actions that the role has. */
  readonly actions: number;
  /** The path of the charter that defines the role. */
  readonly charter: string | undefined;
}

/** A role while it is counted. */
type Counted = { -readonly [Key in keyof Role]: Role[Key] };

/** Those with a charter first, then those that own most. Takes time linear in the documents and actions. */
export function rolesOf(workspace: AuthoringWorkspace, policy: Policy): readonly Role[] {
  const charters = new Set(policy.classes.filter(({ charter }) => charter).map(({ id }) => id));
  const roles = new Map<string, Counted>();
  const roleOf = (name: string): Counted => {
    const key = foldKey(name);
    const known = roles.get(key);
    if (known !== undefined) return known;
    const role = { name, documents: 0, actions: 0, charter: undefined };
    roles.set(key, role);
    return role;
  };
  for (const { entry, process } of workspace.documents()) {
    if (entry.owner !== undefined && entry.classId !== undefined) {
      const role = roleOf(entry.owner);
      role.documents++;
      if (charters.has(entry.classId)) role.charter ??= entry.path;
    }
    if (process.closed) continue;
    for (const action of process.actions)
      if (isOpen(action)) for (const owner of action.owners) roleOf(owner).actions++;
  }
  return [...roles.values()].sort(
    (a, b) =>
      Number(b.charter !== undefined) - Number(a.charter !== undefined) ||
      b.documents + b.actions - (a.documents + a.actions),
  );
}

/** The role of this name, however it is spelled in case and white space. */
export function findRole(name: string, workspace: AuthoringWorkspace, policy: Policy): Role | undefined {
  const key = foldKey(name);
  return rolesOf(workspace, policy).find((role) => foldKey(role.name) === key);
}
