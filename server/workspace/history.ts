/**
 * What git tells of a repository, as plain data. `host/git` reads it, `records/` judges by it; paths are relative to the
 * repository's top, with `/`, dates are ISO days as `git log` shows them, blobs are git's object ids.
 */

export interface Commit {
  readonly id: string;
  /** Indices in `RepositoryHistory.commits`; every parent comes before its children. */
  readonly parents: readonly number[];
  /** The author's day, `YYYY-MM-DD`. */
  readonly date: string;
  /** The author's name. */
  readonly author: string;
  /** True at the edge of a shallow clone: the commit has parents that are not here. */
  readonly boundary: boolean;
}

/** A file's state in a tree: its blob and its mode (`100644`, `100755`, `120000` for a link, `160000` for a submodule). */
export interface TreeFile {
  readonly blob: string;
  readonly mode: string;
}

/** One path that differs between two trees. Renames are a deletion and an addition. */
export interface TreeChange {
  readonly path: string;
  readonly before: TreeFile | undefined;
  readonly after: TreeFile | undefined;
}

/** What differs between a commit and one of its parents. */
export interface CommitDiff {
  /** Index in `commits`. */
  readonly commit: number;
  /** Index of the parent; -1 where the commit has none that is here, so that everything in it is an addition. */
  readonly parent: number;
  readonly changes: readonly TreeChange[];
}

/** A tracked file of which the index or the working tree differs from HEAD. */
export interface UncommittedChange {
  readonly path: string;
  readonly head: TreeFile | undefined;
  /** Undefined when the removal is staged. */
  readonly index: TreeFile | undefined;
  /** The mode in the working tree; undefined when the file is not there. A sparse checkout's absent file is none. */
  readonly workingMode: string | undefined;
}

export interface RepositoryHistory {
  /** Undefined when nothing has been committed yet. */
  readonly head: string | undefined;
  /** All that HEAD reaches, parents before children, whatever their dates say. */
  readonly commits: readonly Commit[];
  /** In the order of `commits`; only those with a wanted change. A merge has one for each parent that it differs from. */
  readonly diffs: readonly CommitDiff[];
  /** The wanted files of HEAD, by path. */
  readonly tree: ReadonlyMap<string, TreeFile>;
  readonly uncommitted: readonly UncommittedChange[];
  /** Files of HEAD that a sparse checkout leaves out of the working tree. */
  readonly sparse: ReadonlySet<string>;
  readonly shallow: boolean;
  /** What git is in the middle of, such as `a rebase`: HEAD is then not where the work will end. */
  readonly unfinished: string | undefined;
}

export type HistoryAnswer =
  | { readonly kind: "history"; readonly history: RepositoryHistory }
  /** No repository, no git, or git refuses; the reason is a clause for a sentence: `git is not installed`. */
  | { readonly kind: "unknown"; readonly reason: string };

/** What is told while the answer is still being put together. */
export interface HistoryListener {
  /** Gets each wanted file of the index, as it is staged. */
  readonly staged: (path: string, blob: string) => void;
  /** The index has been listed. */
  readonly stagedAll: () => void;
  /** Gets each wanted change, oldest first, be the index listed or not. */
  readonly changed: (change: TreeChange) => void;
}
