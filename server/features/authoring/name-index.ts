/** Documents by what texts call them: by the name of their file, the id of their work item, and those of their actions. */

import { foldKey } from "../../base/fold";
import { folderOf, nameOf } from "../../base/path-parts";
import type { DocumentFacts } from "../open-actions";

/** Follows the documents one at a time, so that no request has to look at all of them. */
export class NameIndex {
  readonly #byName = new Map<string, string[]>();
  readonly #byFolder = new Map<string, string[]>();
  readonly #byWorkItem = new Map<string, string[]>();
  readonly #byAction = new Map<string, string[]>();

  add(facts: DocumentFacts): void {
    this.#visit(facts, put);
  }

  /** `facts` are those with which the document was added. */
  remove(facts: DocumentFacts): void {
    this.#visit(facts, take);
  }

  /** Paths of the documents whose file has this name, extension included. */
  named(name: string): readonly string[] {
    return this.#byName.get(name) ?? [];
  }

  /** Paths of the documents that lie in this folder itself. */
  inFolder(folder: string): readonly string[] {
    return this.#byFolder.get(folder) ?? [];
  }

  /** Paths of the documents of each work item, by its folded id. */
  workItems(): Iterable<readonly [id: string, paths: readonly string[]]> {
    return this.#byWorkItem;
  }

  /** Paths of the documents of the work item with this id, however it is spelled. */
  ofWorkItem(id: string): readonly string[] {
    return this.#byWorkItem.get(foldKey(id)) ?? [];
  }

  /** Paths of the documents that have an action with this id, in whatever case. */
  withAction(id: string): readonly string[] {
    return this.#byAction.get(id.toLowerCase()) ?? [];
  }

  #visit({ entry: { path }, process: { workItem, actions } }: DocumentFacts, visit: typeof put): void {
    visit(this.#byName, nameOf(path), path);
    visit(this.#byFolder, folderOf(path), path);
    if (workItem !== undefined) visit(this.#byWorkItem, foldKey(workItem), path);
    for (const id of new Set(actions.flatMap((action) => action.id?.toLowerCase() ?? [])))
      visit(this.#byAction, id, path);
  }
}

function put(index: Map<string, string[]>, key: string, path: string): void {
  const paths = index.get(key);
  if (paths === undefined) index.set(key, [path]);
  else paths.push(path);
}

function take(index: Map<string, string[]>, key: string, path: string): void {
  const paths = index.get(key) ?? [];
  const at = paths.indexOf(path);
  if (at >= 0) paths.splice(at, 1);
  if (paths.length === 0) index.delete(key);
}
