/** The roles of a workspace: who owns documents and actions, and which document is a role's charter. */
import { foldKey } from "../../base/fold";
import type { Policy } from "../../policy/types";
import { isOpen } from "../../process/critical-path";
import type { DocumentFacts } from "../open-actions";
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

/** Those with a charter first, then those that own most. */
export function rolesOf(workspace: Pick<AuthoringWorkspace, "documents">, policy: Policy): readonly Role[] {
  const charters = new Set(policy.classes.filter(({ charter }) => charter).map(({ id }) => id));
  const roles = new Map<string, Counted>();
  for (const document of workspace.documents()) {
    const { path, classId } = document.entry;
    for (const { key, name, documents, actions } of sharesIn(document)) {
      let role = roles.get(key);
      if (role === undefined) {
        role = { name, documents: 0, actions: 0, charter: undefined };
        roles.set(key, role);
      }
      role.documents += documents;
      role.actions += actions;
      if (documents > 0 && classId !== undefined && charters.has(classId)) role.charter ??= path;
    }
  }
  return [...roles.values()].sort(
    (a, b) =>
      Number(b.charter !== undefined) - Number(a.charter !== undefined) ||
      b.documents + b.actions - (a.documents + a.actions),
  );
}

/** What one role has in one document. */
interface Share {
  readonly key: string;
  readonly name: string;
  documents: number;
  actions: number;
}

/** Thousands of documents are asked with every key that is pressed, and one of them has changed. */
const known = new WeakMap<DocumentFacts, readonly Share[]>();

function sharesIn(document: DocumentFacts): readonly Share[] {
  let shares = known.get(document);
  if (shares === undefined) {
    shares = countShares(document);
    known.set(document, shares);
  }
  return shares;
}

function countShares({ entry, process }: DocumentFacts): readonly Share[] {
  const shares = new Map<string, Share>();
  const shareOf = (name: string): Share => {
    const key = foldKey(name);
    const share = shares.get(key) ?? { key, name, documents: 0, actions: 0 };
    shares.set(key, share);
    return share;
  };
  if (entry.owner !== undefined && entry.classId !== undefined) shareOf(entry.owner).documents++;
  for (const action of process.actions) {
    const open = process.closed || !isOpen(action) ? 0 : 1;
    for (const owner of action.owners) shareOf(owner).actions += open;
  }
  return [...shares.values()];
}

/** The names that a question offers: owners in the document of this path, those of most first, then all roles. */
export function ownersToOffer(
  workspace: AuthoringWorkspace,
  policy: Policy,
  path: string,
): readonly string[] {
  const own = new Map<string, number>();
  for (const { owners } of workspace.find(path)?.process.actions ?? [])
    for (const owner of owners) own.set(owner, (own.get(owner) ?? 0) + 1);
  const first = [...own].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const told = new Set(first.map(foldKey));
  const others = rolesOf(workspace, policy).filter(({ name }) => !told.has(foldKey(name)));
  return [...first, ...others.map(({ name }) => name)];
}

/** The role of this name, however it is spelled in case and white space. */
export function findRole(name: string, workspace: AuthoringWorkspace, policy: Policy): Role | undefined {
  const key = foldKey(name);
  return rolesOf(workspace, policy).find((role) => foldKey(role.name) === key);
}
