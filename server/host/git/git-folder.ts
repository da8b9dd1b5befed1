/** Finds where git keeps a working tree's data, without asking git, and what git has begun there and not ended. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

export interface GitFolder {
  /** Absolute: what belongs to this working tree alone, such as HEAD and the index. */
  readonly own: string;
  /** Absolute: what all working trees of the repository share; the same as `own` but in a linked working tree. */
  readonly shared: string;
}

/**
 * `repository` is the absolute path of the folder that holds `.git`, which is a folder, or a file that names one (in a
 * linked working tree, in a submodule). Undefined when there is none.
 */
export function findGitFolder(repository: string): GitFolder | undefined {
  const entry = resolve(repository, ".git");
  if (!existsSync(entry)) return undefined;
  const named = /^gitdir: (.+?)\r?\n*$/s.exec(readIfFile(entry) ?? "")?.[1];
  const own = named === undefined ? entry : resolve(repository, named);
  const common = readIfFile(resolve(own, "commondir"))?.replace(/\r?\n$/, "");
  return { own, shared: common === undefined ? own : resolve(own, common) };
}

/** `a rebase`, `a merge`, …; undefined when git is in the middle of nothing. What contains the other comes first. */
export function findUnfinished(folder: GitFolder): string | undefined {
  const has = (name: string) => existsSync(resolve(folder.own, name));
  if (has("rebase-merge")) return "a rebase";
  if (has("rebase-apply")) return has("rebase-apply/applying") ? "applying patches" : "a rebase";
  if (has("MERGE_HEAD")) return "a merge";
  if (has("CHERRY_PICK_HEAD")) return "a cherry-pick";
  if (has("REVERT_HEAD")) return "a revert";
  // between two commits of a series there is only the list of what is to do
  const next = readIfFile(resolve(folder.own, "sequencer/todo"));
  if (next !== undefined) return /^\s*revert\b/.test(next) ? "a revert" : "a cherry-pick";
  if (has("BISECT_LOG")) return "a bisect";
  return undefined;
}

/** The text of a small file; undefined when there is none or it cannot be read. */
export function readIfFile(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Whether the history ends before its beginning, as in what `git clone --depth` makes. */
export function isShallow(folder: GitFolder): boolean {
  return (readIfFile(resolve(folder.shared, "shallow")) ?? "").trim() !== "";
}
