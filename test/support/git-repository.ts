/** A git repository in a temporary folder, independent of the machine's git settings. */
import { spawnSync } from "node:child_process";
import { makeFolder } from "./temporary-folder";

/** Makes a repository whose only commit holds the given files; gives its absolute path. */
export function makeRepository(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = makeFolder(files);
  git(folder, "init", "-q", "-b", "main");
  commitAll(folder);
  return folder;
}

function commitAll(folder: string): void {
  git(folder, "add", "-A", "-f");
  git(folder, "commit", "-q", "--allow-empty", "-m", "state");
}

export function git(folder: string, ...parameters: readonly string[]): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: "Tester",
    GIT_AUTHOR_EMAIL: "tester@example.com",
    GIT_COMMITTER_NAME: "Tester",
    GIT_COMMITTER_EMAIL: "tester@example.com",
  };
  const result = spawnSync("git", parameters, { cwd: folder, encoding: "utf8", env });
  if (result.status !== 0) throw new Error(`git ${parameters.join(" ")}: ${result.stderr}`);
  return result.stdout;
}
