/** Tells which commit HEAD stands at, quickly, and which files tell that it has moved. */
import { resolve } from "node:path";
import { holdDialogue } from "./dialogue";
import { findGitFolder, type GitFolder, readIfFile } from "./git-folder";
import { isObjectId } from "./parse-batch";
import { resolveCommit } from "./resolve-commit";

export interface Head {
  /** The commit's id; undefined when there is none yet, no repository, or none that can be read. */
  readonly commit: string | undefined;
  /** Absolute paths; they need not exist yet. Empty where there is no repository. */
  readonly watched: readonly string[];
}

/**
 * Mostly two small files are read; git is asked where the branch is packed or kept in another way. A commit here is no
 * promise that `readHistory` can read it.
 */
export function headOf(repository: string): Head {
  const folder = findGitFolder(repository);
  if (folder === undefined) return { commit: undefined, watched: [] };
  const content = readIfFile(`${folder.own}/HEAD`)?.trim() ?? "";
  const branch = /^ref: (refs\/.+)$/.exec(content)?.[1];
  const id = branch === undefined ? content : readIfFile(fileOf(folder, branch))?.trim();
  return {
    commit: id !== undefined && isObjectId(id) ? id : askGit(repository),
    watched: [
      resolve(folder.own, "HEAD"),
      resolve(folder.own, "logs/HEAD"),
      ...(branch === undefined ? [] : [fileOf(folder, branch)]),
      resolve(folder.shared, "packed-refs"),
      // where branches are kept in tables, all of them are in the files that this one names
      resolve(folder.shared, "reftable/tables.list"),
    ],
  };
}

function fileOf(folder: GitFolder, ref: string): string {
  // these alone belong to one working tree
  const isOwn = /^refs\/(bisect|rewritten|worktree)\//.test(ref);
  return resolve(isOwn ? folder.own : folder.shared, ref);
}

function askGit(repository: string): string | undefined {
  const answer = holdDialogue(repository, resolveCommit("HEAD"));
  return answer.kind === "commit" ? answer.id : undefined;
}
