/** What git itself says of a history, read object by object, and written without regard to how Docket reads it. */
import { spawnSync } from "node:child_process";
import { expect } from "vitest";
import { readHistory } from "../../server/host/git/read-history";
import type { RepositoryHistory, TreeFile } from "../../server/workspace/history";
import { git } from "./git-repository";

/** A signal that never aborts. */
export const EVER: AbortSignal = new AbortController().signal;

/** What a blob reader asks of a repository that lacks nothing. */
export const notPartial = () => Promise.resolve(false);

/** The history, or why there is none. */
export function answerOf(repository: string, wanted: (path: string) => boolean = () => true) {
  return readHistory(repository, wanted, EVER);
}

/** The whole history, or the reason as an error. */
export async function historyOf(
  repository: string,
  wanted: (path: string) => boolean = () => true,
): Promise<RepositoryHistory> {
  const answer = await answerOf(repository, wanted);
  if (answer.kind !== "history") throw new Error(answer.reason);
  return answer.history;
}

/**
 * Expects that the commits, their parents, days and authors are those of `git log`, that each parent's tree with the
 * difference told is the commit's tree.
 */
export async function expectAsGitSays(repository: string): Promise<RepositoryHistory> {
  const history = await historyOf(repository);
  const { commits, diffs } = history;
  const told = commits.map(({ id, parents, date, author }) =>
    [id, parents.map((each) => commits[each]?.id).join(" "), date, author].join("|"),
  );
  const said = git(
    repository,
    "--no-replace-objects",
    "log",
    "--no-mailmap",
    "--format=%H|%P|%as|%an",
    "HEAD",
  );
  expect(told.toSorted()).toEqual(said.trimEnd().split("\n").toSorted());

  const objects = readObjects(repository);
  const trees = commits.map(({ id }) => filesOf(objects, id));
  // gathered first: thousands of expectations would take long
  const wrong: unknown[] = [];
  for (const [commit, { parents }] of commits.entries()) {
    for (const parent of parents.length === 0 ? [-1] : parents) {
      const between = diffs.filter((diff) => diff.commit === commit && diff.parent === parent);
      if (parent >= commit || between.length > 1) wrong.push({ commit, parent, between });
      const tree = new Map(parent < 0 ? [] : trees[parent]);
      for (const { path, before, after } of between[0]?.changes ?? []) {
        if (textOf(tree.get(path)) !== textOf(before)) wrong.push({ commit, parent, path, before });
        if (after === undefined) tree.delete(path);
        else tree.set(path, after);
      }
      const differs = [...new Set([...tree.keys(), ...(trees[commit]?.keys() ?? [])])].filter(
        (path) => textOf(tree.get(path)) !== textOf(trees[commit]?.get(path)),
      );
      if (differs.length > 0) wrong.push({ commit, parent, differs });
    }
  }
  expect(wrong).toEqual([]);
  expect(diffs.map(({ commit }) => commit)).toEqual(
    diffs.map(({ commit }) => commit).toSorted((a, b) => a - b),
  );
  expect(history.tree).toEqual(trees.at(-1));
  expect(history.head).toBe(commits.at(-1)?.id);
  return history;
}

function textOf(file: TreeFile | undefined): string {
  return file === undefined ? "" : `${file.mode} ${file.blob}`;
}

interface StoredObject {
  readonly type: string;
  readonly bytes: Buffer;
}

/** All that the repository holds, by id, as it is stored. */
function readObjects(repository: string): ReadonlyMap<string, StoredObject> {
  const { stdout } = spawnSync("git", ["cat-file", "--batch", "--batch-all-objects"], { cwd: repository });
  const objects = new Map<string, StoredObject>();
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf("\n", at);
    const [id = "", type = "", size = "0"] = stdout.toString("latin1", at, end).split(" ");
    objects.set(id, { type, bytes: stdout.subarray(end + 1, end + 1 + Number(size)) });
    at = end + 1 + Number(size) + 1;
  }
  return objects;
}

/** The files below a commit or a tree: `<mode> <name>`, a NUL byte, and the id in bytes. */
function filesOf(objects: ReadonlyMap<string, StoredObject>, id: string): Map<string, TreeFile> {
  const { type, bytes } = objects.get(id) ?? { type: "", bytes: Buffer.alloc(0) };
  if (type === "commit") return filesOf(objects, bytes.toString("latin1", 5, 5 + id.length));
  const files = new Map<string, TreeFile>();
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const space = bytes.indexOf(" ", at);
    const mode = bytes.toString("latin1", at, space).padStart(6, "0");
    const name = bytes.toString("utf8", space + 1, end);
    at = end + 1 + id.length / 2;
    const blob = bytes.toString("hex", end + 1, at);
    if (mode === "040000") {
      for (const [path, file] of filesOf(objects, blob)) files.set(`${name}/${path}`, file);
    } else files.set(name, { blob, mode });
  }
  return files;
}
