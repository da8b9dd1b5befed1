/** Asks git which files have changes that no commit holds: what is written over in them would be lost. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

export type Uncommitted =
  | { readonly kind: "known"; readonly isUncommitted: (path: string) => boolean }
  /** There is no repository, no git, or git refuses; the reason is a clause for a sentence. */
  | { readonly kind: "unknown"; readonly reason: string };

/**
 * `repository` is the absolute path of the top folder; paths asked for are relative to it, with `/`. One process,
 * which runs no file-system monitor and writes nothing. Untracked and ignored files count: git holds no copy of them.
 */
export function findUncommitted(repository: string): Uncommitted {
  if (!existsSync(`${repository}/.git`))
    return { kind: "unknown", reason: "this folder is in no git repository" };
  const result = spawnSync("git", ARGUMENTS, {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: 512 * 1024 * 1024,
    windowsHide: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_PAGER: "" },
  });
  if (result.error !== undefined) return { kind: "unknown", reason: "git could not be started" };
  if (result.status !== 0) return { kind: "unknown", reason: `git answers "${firstLine(result.stderr)}"` };
  const changed = new Set(readStatus(result.stdout));
  return { kind: "known", isUncommitted: (path) => withParents(path).some((each) => changed.has(each)) };
}

const ARGUMENTS: readonly string[] = [
  "--no-optional-locks",
  "--no-pager",
  ...["core.fsmonitor=false", "core.quotePath=false", "core.hooksPath=/dev/null"].flatMap((setting) => [
    "-c",
    setting,
  ]),
  ...["status", "--porcelain=v1", "-z", "--untracked-files=all", "--ignored=matching", "--no-renames"],
];

/** The paths of `git status --porcelain=v1 -z`: two letters and a space before each, a NUL behind it. */
function readStatus(output: string): readonly string[] {
  return output
    .split("\0")
    .filter((entry) => entry.length > 3)
    .map((entry) => entry.slice(3).replace(/\/$/, ""));
}

/** The path and the folders above it: git names a folder alone where all in it is ignored, or a repository. */
function withParents(path: string): readonly string[] {
  const paths = [path];
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
    paths.push(path.slice(0, slash));
  }
  return paths;
}

function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0] ?? "";
}
