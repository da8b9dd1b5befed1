/** Documents by what texts call them: by the name of their file, and by the id of their work item. */
import { foldKey } from "../../base/fold";
import type { DocumentFacts } from "../open-actions";

/** Follows the documents one at a time, so that no request has to look at all of them. */
export class NameIndex {
  readonly #byName = new Map<string, string[]>();
  readonly #byWorkItem = new Map<string, string[]>();

  add({ entry: { path }, process: { workItem } }: DocumentFacts): void {
    put(this.#byName, nameOf(path), path);
    if (workItem !== undefined) put(this.#byWorkItem, foldKey(workItem), path);
  }

  /** `facts` are those with which the document was added. */
  remove({ entry: { path }, process: { workItem } }: DocumentFacts): void {
    take(this.#byName, nameOf(path), path);
    if (workItem !== undefined) take(this.#byWorkItem, foldKey(workItem), path);
  }

  /** Paths of the documents whose file has this name, extension included. */
  named(name: string): readonly string[] {
    return this.#byName.get(name) ?? [];
  }

  /** Paths of the documents of the work item with this id, however it is spelled. */
  ofWorkItem(id: string): readonly string[] {
    return this.#byWorkItem.get(foldKey(id)) ?? [];
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function put(index: Map<string, string[]>, key: string, path: string): void {
  const paths = index.get(key);
  if (paths === undefined) index.set(key, [path]);
  else paths.push(path);
}

function take(index: Map<string, string[]>, key: string, path: string): void {
  const left = (index.get(key) ?? []).filter((each) => each !== path);
  if (left.length === 0) index.delete(key);
  else index.set(key, left);
}
