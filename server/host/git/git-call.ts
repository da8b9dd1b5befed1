/** The one place that says how git is called: so that it only reads, runs no other program and asks nobody. */
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join, resolve } from "node:path";
import { findGitFolder, type GitFolder } from "./git-folder";

export interface GitCall {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly options: {
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    readonly windowsHide: true;
  };
}

/** Why git cannot be called; a clause for a sentence. */
export interface NoGit {
  readonly reason: string;
}

/**
 * `repository` is the absolute path of the folder that holds `.git`. `settings` are further `key=value` for this call.
 * A string among the answers is why there can be no call.
 */
export function prepareGit(
  repository: string,
  parameters: readonly string[],
  settings: readonly string[] = [],
): GitCall | NoGit {
  const folder = findGitFolder(repository);
  if (folder === undefined) return { reason: "this folder is in no git repository" };
  const program = findProgram();
  if (program === undefined) return { reason: "git is not installed" };
  const configured = [...SETTINGS, `core.deltaBaseCacheLimit=${cacheFor(folder)}`, ...settings].flatMap(
    (setting) => ["-c", setting],
  );
  return {
    program,
    parameters: [...OPTIONS, ...configured, ...parameters],
    options: { cwd: repository, env: environment(repository, folder), windowsHide: true },
  };
}

const OPTIONS: readonly string[] = [
  "--no-pager",
  // a lock on the index would make somebody else's git command fail, and what it is taken for would be written
  "--no-optional-locks",
  // a replacement shows another content under a commit's id than what it names
  "--no-replace-objects",
  // whatever core.worktree and core.bare say: the documents looked at are those beside `.git`
  "--work-tree=.",
];

const SETTINGS: readonly string[] = [
  // programs of the repository's choice
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "diff.external=",
  "log.showSignature=false",
  // what would change the form of an answer
  "core.quotePath=false",
  "color.ui=false",
  "diff.relative=false",
  "log.decorate=false",
  "log.diffMerges=separate",
  "log.mailmap=false",
  "advice.graftFileDeprecated=false",
];

/**
 * The bytes that git may keep of what it makes other objects from. With the usual 96 MB it fills new memory all the time,
 * which takes longer than to make them again: the log of 2,000 commits on 10,000 files takes 420 ms with it, 220 ms with
 * 8 MB and 700 ms with 1 MB. What is needed grows with the folders' lists, and these with the index.
 */
function cacheFor({ own }: GitFolder): number {
  return Math.min(Math.max(SMALLEST_CACHE, 8 * sizeOf(`${own}/index`)), USUAL_CACHE);
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

const SMALLEST_CACHE = 8 * 1024 * 1024;
const USUAL_CACHE = 96 * 1024 * 1024;

/**
 * Git's variables are dropped, because in a hook they speak of the repository that the hook runs for; only settings
 * and what makes git stricter stay. The one exception is the index of a hook for this very working tree: with
 * `git commit -a` and `git commit <file>` it is another file than usual, and holds what is about to be committed.
 */
function environment(repository: string, folder: GitFolder): NodeJS.ProcessEnv {
  const index = process.env.GIT_INDEX_FILE;
  return {
    ...Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name) || KEPT.test(name)),
    ),
    ...(index !== undefined && isDirectlyIn(folder.own, resolve(repository, index))
      ? { GIT_INDEX_FILE: resolve(repository, index) }
      : {}),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    // where `.git` is broken, the repository around it is not the one that was asked for
    GIT_CEILING_DIRECTORIES: dirname(resolve(repository)),
    // grafts hide parents; git opens /dev/null on Windows too
    GIT_GRAFT_FILE: "/dev/null",
    // a partial clone fetches what it lacks: the first is for git 2.45 and later, the second for those before it
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
  };
}

const KEPT = /^GIT_(CONFIG_.+|EXEC_PATH|TEST_ASSUME_DIFFERENT_OWNER)$/i;

function isDirectlyIn(folder: string, file: string): boolean {
  try {
    return realpathSync(dirname(file)) === realpathSync(folder);
  } catch {
    return false;
  }
}

/**
 * Git's absolute path. Left to the system, a search would take a file `git` from the repository itself, on Windows
 * before all others and elsewhere where PATH has an empty entry.
 */
function findProgram(): string | undefined {
  const name = process.platform === "win32" ? "git.exe" : "git";
  return (process.env.PATH ?? "/usr/bin:/bin")
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
