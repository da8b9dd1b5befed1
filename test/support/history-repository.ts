/** Real git repositories out of a history of commits: three git processes each, whatever the number of commits. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { git } from "./git-repository";
import { type Content, type HistoryBuilder, type HistoryCommit, writeHistory } from "./history-builder";
import { makeFolder } from "./temporary-folder";

export interface HistoryRepository {
  readonly folder: string;
  /** Commit ids by label. */
  readonly ids: ReadonlyMap<string, string>;
  readonly commits: ReadonlyMap<string, HistoryCommit>;
  readonly git: (...parameters: readonly string[]) => string;
}

/** Makes a repository with the history in it, and the tip of the branch that it ends on checked out. */
export function makeHistory(steps: (builder: HistoryBuilder) => void): HistoryRepository {
  const { commits, branch } = writeHistory(steps);
  const folder = makeFolder();
  // without the example hooks, of which git would write a dozen
  git(folder, "init", "-q", "--template=", "-b", branch);
  for (const name of ["hooks", "info"]) mkdirSync(join(folder, ".git", name));
  const ids = commits.length === 0 ? new Map<string, string>() : importCommits(folder, commits);
  if (commits.length > 0) git(folder, "reset", "-q", "--hard");
  return {
    folder,
    ids,
    commits: new Map(commits.map((commit) => [commit.label, commit])),
    git: (...parameters) => git(folder, ...parameters),
  };
}

function importCommits(folder: string, commits: readonly HistoryCommit[]): Map<string, string> {
  const marks = join(folder, ".git", "marks");
  const result = spawnSync(
    "git",
    ["fast-import", "--quiet", `--export-marks=${marks}`, "--date-format=raw"],
    {
      cwd: folder,
      input: renderStream(commits),
    },
  );
  if (result.status !== 0) throw new Error(`git fast-import: ${result.stderr}`);
  const lines = readFileSync(marks, "utf8").trim().split("\n");
  const byMark = new Map(lines.map((line) => line.slice(1).split(" ") as [string, string]));
  return new Map(commits.map(({ label }, index) => [label, byMark.get(String(index + 1)) ?? ""]));
}

function renderStream(commits: readonly HistoryCommit[]): Buffer {
  const parts: Buffer[] = [];
  const put = (text: string): number => parts.push(Buffer.from(text, "utf8"));
  const putData = (content: Content): void => {
    const bytes = Buffer.from(content);
    put(`data ${bytes.length}\n`);
    parts.push(bytes);
    put("\n");
  };
  const markOf = new Map(commits.map(({ label }, index) => [label, `:${index + 1}`]));
  for (const commit of commits) {
    const [first, ...others] = commit.parents.map((label) => markOf.get(label) ?? "");
    put(`commit refs/heads/${commit.branch}\nmark ${markOf.get(commit.label)}\n`);
    put(`author ${commit.author} <tester@example.com> ${renderTime(commit.date)}\n`);
    put(`committer Tester <tester@example.com> ${renderTime(commit.committed)}\n`);
    putData(commit.label);
    if (first !== undefined) put(`from ${first}\n`);
    for (const parent of others) put(`merge ${parent}\n`);
    put("deleteall\n");
    for (const [path, { content, mode }] of commit.tree) {
      put(`M ${mode} inline `);
      parts.push(quotePath(path));
      put("\n");
      putData(content);
    }
  }
  return Buffer.concat(parts);
}

/** `2026-01-02T23:30:00-0500` as git's raw date. */
function renderTime(iso: string): string {
  const zone = /([+-]\d\d):?(\d\d)$/.exec(iso);
  const parsable = zone === null ? iso : `${iso.slice(0, zone.index)}${zone[1]}:${zone[2]}`;
  return `${Math.floor(Date.parse(parsable) / 1000)} ${zone === null ? "+0000" : `${zone[1]}${zone[2]}`}`;
}

function quotePath(path: string): Buffer {
  const quoted = path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
  return Buffer.concat([Buffer.from('"'), encodePath(quoted), Buffer.from('"')]);
}

/** The bytes of a path, in which the characters U+E080 to U+E0FF stand for bytes that are no UTF-8. */
function encodePath(path: string): Buffer {
  return Buffer.concat(
    [...path].map((character) => {
      const code = character.codePointAt(0) ?? 0;
      return code >= 0xe080 && code <= 0xe0ff ? Buffer.of(code & 0xff) : Buffer.from(character);
    }),
  );
}
