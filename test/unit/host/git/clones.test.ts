/** Repositories that hold less than all, or keep it elsewhere: clones, working trees, submodules. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { openBlobReader } from "../../../../server/host/git/blob-reader";
import { findMergeBase } from "../../../../server/host/git/find-merge-base";
import { headOf } from "../../../../server/host/git/head-of";
import { readBlobs } from "../../../../server/host/git/read-blobs";
import { answerOf, historyOf } from "../../../support/git-oracle";
import { commitAll, configure, git, importRepository, makeRepository } from "../../../support/git-repository";
import { streamOf, write } from "../../../support/import-stream";
import { makeFolder, writeInto } from "../../../support/temporary-folder";

/** Four commits, of which the third merges a branch of one. */
function source(): string {
  const repository = importRepository(
    streamOf([
      { changes: [write("a.md", "1\n"), write("b.md", "b\n")] },
      { branch: "side", from: ":1", changes: [write("b.md", "side\n")] },
      { from: ":1", merge: [":2"], changes: [write("b.md", "side\n")] },
      { changes: [write("a.md", "2\n")] },
    ]),
  );
  git(repository, "reset", "-q", "--hard");
  configure(repository, { "uploadpack.allowFilter": "true" });
  return repository;
}

/** A clone as a server would give it; `file:` because git links the objects of a path. */
function clone(repository: string, ...options: readonly string[]): string {
  const parent = makeFolder();
  git(parent, "clone", "-q", ...options, pathToFileURL(repository).href, "clone");
  return join(parent, "clone");
}

test("shallow clones say where they end", async () => {
  const repository = source();
  const readTo = async (depth: number) => {
    const { commits, diffs, shallow, tree } = await historyOf(clone(repository, `--depth=${depth}`));
    return {
      commits: commits.map(({ parents, boundary }) => [parents.join(), boundary]),
      diffs: diffs.map(({ commit, parent, changes }) => [commit, parent, changes.length]),
      shallow,
      files: [...tree.keys()],
    };
  };
  expect([await readTo(1), await readTo(2)]).toEqual([
    { commits: [["", true]], diffs: [[0, -1, 2]], shallow: true, files: ["a.md", "b.md"] },
    {
      commits: [
        ["", true],
        ["0", false],
      ],
      diffs: [
        [0, -1, 2],
        [1, 0, 1],
      ],
      shallow: true,
      files: ["a.md", "b.md"],
    },
  ]);
  expect((await historyOf(repository)).shallow).toBe(false);
});

test("a shallow clone without the merge base says how to get it", async () => {
  const repository = source();
  git(repository, "checkout", "-q", "-b", "topic", "HEAD~1");
  commitAll(repository);
  const shallow = clone(repository, "--depth=1", "--no-single-branch");
  expect(findMergeBase(shallow, "origin/main")).toEqual({
    kind: "unknown",
    reason:
      '"origin/main" and HEAD have no commit in common here; this is a shallow clone, "git fetch --unshallow" completes it',
  });
});

describe("partial clones", () => {
  test("without blobs: the history is whole, blobs that are not here are undefined, nothing is fetched", async () => {
    const repository = source();
    const partial = clone(repository, "--filter=blob:none");
    const objects = git(partial, "count-objects", "-v");
    const { commits, diffs, tree, uncommitted } = await historyOf(partial);
    expect(commits).toEqual((await historyOf(repository)).commits);
    expect(uncommitted).toEqual([]);
    const ids = diffs.flatMap(({ changes }) => changes.map(({ after }) => after?.blob ?? ""));
    const here = [...tree.values()].map(({ blob }) => blob);
    const texts = (blobs: ReadonlyMap<string, Uint8Array | undefined>) =>
      ids.map((id) => blobs.get(id) && String(Buffer.from(blobs.get(id) ?? [])));
    const expected = ids.map((id) => (here.includes(id) ? expect.any(String) : undefined));
    expect(expected).toContain(undefined);
    expect(texts(readBlobs(partial, ids))).toEqual(expected);
    const reader = openBlobReader(partial, () => Promise.resolve(true));
    expect(texts(await reader.read(ids, new AbortController().signal))).toEqual(expected);
    reader.dispose();
    expect(git(partial, "count-objects", "-v")).toBe(objects);
  });

  test("without trees: no history, and the reason", async () => {
    const repository = source();
    expect(await answerOf(clone(repository, "--filter=tree:0", "--no-checkout"))).toEqual({
      kind: "unknown",
      reason: "this is a partial clone, and a part that is needed has not been fetched",
    });
  });
});

test("a linked working tree has its own HEAD, state and unfinished business", async () => {
  const repository = source();
  const parent = makeFolder();
  git(repository, "worktree", "add", "-q", "-b", "linked", join(parent, "tree"), "HEAD~1");
  const linked = join(parent, "tree");
  writeInto(linked, "a.md", "other\n");
  writeInto(repository, "b.md", "other\n");
  expect((await historyOf(linked)).uncommitted.map(({ path }) => path)).toEqual(["a.md"]);
  expect((await historyOf(repository)).uncommitted.map(({ path }) => path)).toEqual(["b.md"]);
  expect((await historyOf(linked)).commits).toHaveLength(3);
  git(linked, "bisect", "start");
  expect([(await historyOf(linked)).unfinished, (await historyOf(repository)).unfinished]).toEqual([
    "a bisect",
    undefined,
  ]);
  const head = headOf(linked);
  expect(head).toEqual({
    commit: (await historyOf(linked)).head,
    watched: [
      `${repository}/.git/worktrees/tree/HEAD`,
      `${repository}/.git/worktrees/tree/logs/HEAD`,
      `${repository}/.git/refs/heads/linked`,
      `${repository}/.git/packed-refs`,
      `${repository}/.git/reftable/tables.list`,
    ],
  });
});

test("a working tree of a bare repository", async () => {
  const repository = source();
  const parent = makeFolder();
  git(parent, "clone", "-q", "--bare", repository, ".bare");
  git(join(parent, ".bare"), "worktree", "add", "-q", join(parent, "main"), "main");
  expect(await historyOf(join(parent, "main"))).toEqual(await historyOf(repository));
  // the other arrangement of it: the folder of the bare repository holds a `.git` that names it
  writeInto(parent, ".git", "gitdir: ./.bare\n");
  expect((await historyOf(parent)).commits).toHaveLength(4);
});

test("a submodule has its own history, and is one entry in the other's", async () => {
  const outer = makeRepository({ "top.md": "" });
  git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", source(), "inner");
  commitAll(outer);
  expect((await historyOf(join(outer, "inner"))).commits).toHaveLength(4);
  expect(headOf(join(outer, "inner")).commit).toBe((await historyOf(join(outer, "inner"))).head);
  const { tree, uncommitted } = await historyOf(outer);
  expect(tree.get("inner")?.mode).toBe("160000");
  expect(uncommitted).toEqual([]);
});

test("a broken repository inside another is not taken for the other", async () => {
  const outer = source();
  writeInto(outer, "inner/.git/config", "");
  writeInto(outer, "inner/a.md", "");
  expect(await answerOf(join(outer, "inner"))).toEqual({
    kind: "unknown",
    reason: "this folder is in no git repository that git can read",
  });
  rmSync(join(outer, "inner/.git"), { recursive: true });
  expect(await answerOf(join(outer, "inner"))).toEqual({
    kind: "unknown",
    reason: "this folder is in no git repository",
  });
});
