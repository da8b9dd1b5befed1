/** A git repository in a temporary folder, independent of the machine's git settings. */
import { spawnSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { makeFolder } from "./temporary-folder";

/** Makes a repository whose only commit holds the given files; gives its absolute path. */
export function makeRepository(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = makeFolder(files);
  git(folder, "init", "-q", "-b", "main");
  commitAll(folder);
  return folder;
}

/** Commits the whole working tree; gives the commit's id. */
export function commitAll(folder: string, message = "state"): string {
  git(folder, "add", "-A", "-f");
  git(folder, "commit", "-q", "--allow-empty", "-m", message);
  return git(folder, "rev-parse", "HEAD").trim();
}

/** Makes a repository of a stream of `git fast-import`, whose branch `main` is HEAD; its working tree stays empty. */
export function importRepository(stream: string | Uint8Array, ids: "sha1" | "sha256" = "sha1"): string {
  const extension = ids === "sha1" ? "" : `[extensions]\n\tobjectformat = ${ids}\n`;
  // what `git init` would make, which takes as long as all else
  const folder = makeFolder({
    ".git/HEAD": "ref: refs/heads/main\n",
    ".git/config": `[core]\n\trepositoryformatversion = ${ids === "sha1" ? 0 : 1}\n${extension}`,
    ".git/objects/info/packs": "",
    ".git/refs/.keep": "",
  });
  gitWith(folder, { input: stream }, "fast-import", "--quiet", "--force", "--date-format=raw-permissive");
  return folder;
}

/** Adds settings to the repository's own; one `git config` each would take long. */
export function configure(folder: string, settings: Readonly<Record<string, string>>): void {
  const lines = Object.entries(settings).map(([key, value]) => {
    const [, section, name, variable] = /^([^.]+)(?:\.(.+))?\.([^.]+)$/.exec(key) ?? [];
    return `[${section}${name === undefined ? "" : ` "${name}"`}]\n\t${variable} = "${value}"\n`;
  });
  appendFileSync(`${folder}/.git/config`, lines.join(""));
}

export function git(folder: string, ...parameters: readonly string[]): string {
  return gitWith(folder, {}, ...parameters);
}

export interface GitCircumstances {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The exit code may be any. */
  readonly mayFail?: boolean;
}

export function gitWith(
  folder: string,
  circumstances: GitCircumstances,
  ...parameters: readonly string[]
): string {
  const env = {
    // in a hook, git's own variables speak of the repository that these tests belong to
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"))),
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: "Tester",
    GIT_AUTHOR_EMAIL: "tester@example.com",
    GIT_COMMITTER_NAME: "Tester",
    GIT_COMMITTER_EMAIL: "tester@example.com",
    ...circumstances.env,
  };
  const result = spawnSync("git", parameters, {
    cwd: folder,
    encoding: "utf8",
    env,
    maxBuffer: 64 * 1024 * 1024,
    ...(circumstances.input === undefined ? {} : { input: circumstances.input }),
  });
  if (result.status !== 0 && circumstances.mayFail !== true)
    throw new Error(`git ${parameters.join(" ")}: ${result.stderr}`);
  return result.stdout;
}
