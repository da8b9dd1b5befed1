/** Looks up a repository's changes by path and by commit. */

import type { Commit, RepositoryHistory, TreeChange, TreeFile } from "../workspace/history";
import { type BlobWork, PAUSE } from "./blob-request";

interface PathChange {
  /** Indices in the history's commits; `parent` is -1 where there is none. */
  readonly commit: number;
  readonly parent: number;
  readonly change: TreeChange;
}

/** A version of a path that did not exist in any parent of the commit. */
export interface Introduction {
  readonly path: string;
  readonly commit: number;
  readonly file: TreeFile;
}

export interface HistoryIndex {
  readonly history: RepositoryHistory;
  /** All changes of a path, in the order of the commits. */
  readonly changesOf: (path: string) => readonly PathChange[];
  /** What differs between a commit and one of its parents. */
  readonly diff: (commit: number, parent: number) => readonly TreeChange[];
  readonly introductions: readonly Introduction[];
  readonly commitAt: (index: number) => Commit;
}

/** Changes between two pauses. */
const PORTION = 5_000;

export function* indexHistory(history: RepositoryHistory): BlobWork<HistoryIndex> {
  const byPath = new Map<string, PathChange[]>();
  const byCommit = new Map<number, Map<number, readonly TreeChange[]>>();
  let done = 0;
  for (const { commit, parent, changes } of history.diffs) {
    done += changes.length;
    if (done > PORTION) {
      yield PAUSE;
      done = 0;
    }
    const parents = byCommit.get(commit) ?? new Map<number, readonly TreeChange[]>();
    parents.set(parent, changes);
    byCommit.set(commit, parents);
    for (const change of changes) {
      const own = byPath.get(change.path);
      if (own === undefined) byPath.set(change.path, [{ commit, parent, change }]);
      else own.push({ commit, parent, change });
    }
  }
  yield PAUSE;
  const commitAt = (index: number): Commit => history.commits[index] as Commit;
  return {
    history,
    changesOf: (path) => byPath.get(path) ?? [],
    diff: (commit, parent) => byCommit.get(commit)?.get(parent) ?? [],
    introductions: findIntroductions(byPath, commitAt),
    commitAt,
  };
}

/** A merge introduces only what differs from all of its parents. */
function findIntroductions(
  byPath: ReadonlyMap<string, readonly PathChange[]>,
  commitAt: (index: number) => Commit,
): Introduction[] {
  const found: Introduction[] = [];
  for (const [path, changes] of byPath) {
    for (let i = 0; i < changes.length; ) {
      const { commit } = changes[i] as PathChange;
      let end = i;
      while (end < changes.length && changes[end]?.commit === commit) end++;
      const file = changes[i]?.change.after;
      const differs = end - i >= Math.max(1, new Set(commitAt(commit).parents).size);
      if (file !== undefined && differs) found.push({ path, commit, file });
      i = end;
    }
  }
  return found.sort((a, b) => a.commit - b.commit);
}
