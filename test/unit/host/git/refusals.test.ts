/** Whatever keeps git from answering is an answer too, and never an exception. */
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openBlobReader } from "../../../../server/host/git/blob-reader";
import { findMergeBase } from "../../../../server/host/git/find-merge-base";
import { headOf } from "../../../../server/host/git/head-of";
import { readBlobs } from "../../../../server/host/git/read-blobs";
import { readTree } from "../../../../server/host/git/read-tree";
import { findUncommitted } from "../../../../server/host/git-status";
import { answerOf, EVER, historyOf, notPartial } from "../../../support/git-oracle";
import { commitAll, git, makeRepository } from "../../../support/git-repository";
import { makeFolder, writeInto } from "../../../support/temporary-folder";

/** The one reason that everything gives for knowing nothing. */
async function reasonIn(repository: string): Promise<string> {
  const answers = [
    await answerOf(repository),
    readTree(repository, "HEAD", () => true),
    findUncommitted(repository),
  ];
  const [reason = "", ...others] = new Set(
    answers.map((answer) => (answer.kind === "unknown" ? answer.reason : answer.kind)),
  );
  expect(others).toEqual([]);
  const id = "1".repeat(40);
  const none = new Map([[id, undefined]]);
  expect(readBlobs(repository, [id])).toEqual(none);
  const reader = openBlobReader(repository, notPartial);
  expect(await reader.read([id], EVER)).toEqual(none);
  reader.dispose();
  expect(findMergeBase(repository, "HEAD").kind).toBe("unknown");
  return reason;
}

test("no repository", async () => {
  expect(await reasonIn(makeFolder())).toBe("this folder is in no git repository");
  expect(headOf(makeFolder())).toEqual({ commit: undefined, watched: [] });
});

test("a repository that is not where `.git` says", async () => {
  expect(await reasonIn(makeFolder({ ".git": "gitdir: /nowhere" }))).toBe(
    "this folder is in no git repository that git can read",
  );
});

test("no git in PATH, nor one of the repository's own", async () => {
  const repository = makeFolder({ ".git/HEAD": "", git: "#!/bin/sh\ntouch ran\n" });
  chmodSync(join(repository, "git"), 0o755);
  try {
    for (const path of ["", "/nowhere", ":", "."]) {
      vi.stubEnv("PATH", path);
      expect(await reasonIn(repository)).toBe("git is not installed");
    }
  } finally {
    vi.unstubAllEnvs();
  }
  expect(readdirSync(repository)).toEqual([".git", "git"]);
});

test("a folder of another user", async () => {
  vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  try {
    expect(await reasonIn(makeRepository())).toBe(
      "git does not trust this folder, because it belongs to another user (see safe.directory in git's manual)",
    );
  } finally {
    vi.unstubAllEnvs();
  }
});

test("nothing committed yet", async () => {
  const repository = makeFolder({ "a.md": "" });
  git(repository, "init", "-q", "-b", "main");
  git(repository, "add", "a.md");
  const { head, commits, diffs, tree, uncommitted } = await historyOf(repository);
  expect({ head, commits, diffs, files: tree.size }).toEqual({
    head: undefined,
    commits: [],
    diffs: [],
    files: 0,
  });
  expect(uncommitted.map(({ path, head: before }) => [path, before])).toEqual([["a.md", undefined]]);
  expect(headOf(repository).commit).toBeUndefined();
  expect(findMergeBase(repository, "main")).toEqual({
    kind: "unknown",
    reason: 'no commit here is called "main"',
  });
});

function fileOf(repository: string, id: string): string {
  return join(repository, ".git/objects", id.slice(0, 2), id.slice(2));
}

test("what is damaged is not told as if it were whole", async () => {
  const repository = makeRepository({ "a.md": "1" });
  const first = git(repository, "rev-parse", "HEAD").trim();
  const tree = git(repository, "rev-parse", "HEAD^{tree}").trim();
  writeInto(repository, "a.md", "2");
  commitAll(repository);
  const damage: Readonly<Record<string, () => void>> = {
    "a tree is missing": () => rmSync(fileOf(repository, tree)),
    "a commit is missing": () => rmSync(fileOf(repository, first)),
    "the branch is broken": () => writeInto(repository, ".git/refs/heads/main", "garbage\n"),
    "the branch names a commit that is not here": () =>
      writeInto(repository, ".git/refs/heads/main", `${"1".repeat(40)}\n`),
    "the index is broken": () => writeInto(repository, ".git/index", "garbage"),
    "the settings are broken": () => writeInto(repository, ".git/config", "[garbage"),
  };
  const told: [string, string][] = [];
  for (const [name, make] of Object.entries(damage)) {
    make();
    const answer = await answerOf(repository);
    told.push([name, answer.kind === "unknown" ? answer.reason : answer.kind]);
  }
  const damaged = 'a part of this repository is missing or damaged ("git fsck" tells which)';
  expect(Object.fromEntries(told)).toEqual({
    "a tree is missing": damaged,
    "a commit is missing": damaged,
    "the branch is broken": "HEAD names a branch that git cannot read",
    "the branch names a commit that is not here": damaged,
    "the index is broken": 'git answers "fatal: .git/index: index file smaller than expected"',
    "the settings are broken": 'git answers "fatal: bad config line 2 in file .git/config"',
  });
});

test("blobs that are missing or damaged are undefined, and the others are not", async () => {
  const names = Array.from({ length: 12 }, (_, at) => `${at}.md`);
  const repository = makeRepository(Object.fromEntries(names.map((name) => [name, `text of ${name}`])));
  const { tree } = await historyOf(repository);
  const idOf = (at: number) => tree.get(`${at}.md`)?.blob ?? "";
  rmSync(fileOf(repository, idOf(2)));
  rmSync(fileOf(repository, idOf(4)));
  writeFileSync(fileOf(repository, idOf(4)), "garbage");
  // the right object under the wrong name, and half an object
  rmSync(fileOf(repository, idOf(6)));
  mkdirSync(fileOf(repository, idOf(6)));
  const ids = names.map((_, at) => idOf(at));
  const expected = ids.map((_, at) => ([2, 4, 6].includes(at) ? undefined : `text of ${at}.md`));
  const texts = (blobs: ReadonlyMap<string, Uint8Array | undefined>) =>
    ids.map((id) => blobs.get(id) && Buffer.from(blobs.get(id) ?? []).toString());
  expect(texts(readBlobs(repository, ids))).toEqual(expected);
  const reader = openBlobReader(repository, notPartial);
  expect(texts(await reader.read(ids, EVER))).toEqual(expected);
  expect(texts(await reader.read(ids, EVER))).toEqual(expected);
  reader.dispose();
});
