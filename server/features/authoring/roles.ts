/** The roles of a workspace: who owns documents and actions, and which document is a role's charter. */
import { foldKey } from "../../base/fold";
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

/** Follows the documents one at a time, so that no request has to look at all of them. */
export class RoleIndex {
  readonly #roles = new Map<string, Tally>();

  add(facts: DocumentFacts): void {
    this.#count(facts, 1);
  }

  /** `facts` are those with which the document was added. */
  remove(facts: DocumentFacts): void {
    this.#count(facts, -1);
  }

  /** Those with a charter first, then those that own most. */
  all(): readonly Role[] {
    const roles = Array.from(this.#roles.values(), ({ names, documents, actions, charters }): Role => {
      const [charter] = [...charters].sort();
      return { name: mostCounted(names), documents, actions, charter };
    });
    return roles.sort(
      (a, b) =>
        Number(b.charter !== undefined) - Number(a.charter !== undefined) ||
        b.documents + b.actions - (a.documents + a.actions),
    );
  }

  #count({ entry: { path, owner, classId, charterOf }, process }: DocumentFacts, by: 1 | -1): void {
    if (owner !== undefined && classId !== undefined) this.#tallyOf(owner, by, by, 0);
    if (charterOf !== undefined) {
      const { charters } = this.#tallyOf(charterOf, by, 0, 0);
      if (by > 0) charters.add(path);
      else charters.delete(path);
    }
    for (const action of process.actions) {
      const open = process.closed || !isOpen(action) ? 0 : by;
      for (const each of action.owners) this.#tallyOf(each, by, 0, open);
    }
  }

  /** Of the role that is named once more or less. */
  #tallyOf(name: string, by: 1 | -1, documents: number, actions: number): Tally {
    const key = foldKey(name);
    const tally = this.#roles.get(key) ?? { names: new Map(), documents: 0, actions: 0, charters: new Set() };
    const times = (tally.names.get(name) ?? 0) + by;
    if (times > 0) tally.names.set(name, times);
    else tally.names.delete(name);
    tally.documents += documents;
    tally.actions += actions;
    if (tally.names.size > 0) this.#roles.set(key, tally);
    else this.#roles.delete(key);
    return tally;
  }
}

interface Tally {
  /** How often the role is named in each spelling. */
  readonly names: Map<string, number>;
  documents: number;
  actions: number;
  /** Paths of the documents that define the role. */
  readonly charters: Set<string>;
}

function mostCounted(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), ["", 0])[0];
}

/** The names that a question offers: owners in the document of this path, those of most first, then all roles. */
export function ownersToOffer(workspace: AuthoringWorkspace, path: string): readonly string[] {
  const own = new Map<string, number>();
  for (const { owners } of workspace.find(path)?.process.actions ?? [])
    for (const owner of owners) own.set(owner, (own.get(owner) ?? 0) + 1);
  const first = [...own].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const told = new Set(first.map(foldKey));
  const others = workspace.roles.all().filter(({ name }) => !told.has(foldKey(name)));
  return [...first, ...others.map(({ name }) => name)];
}

/** The role of this name, however it is spelled in case and white space. */
export function findRole(name: string, workspace: AuthoringWorkspace): Role | undefined {
  const key = foldKey(name);
  return workspace.roles.all().find((role) => foldKey(role.name) === key);
}
