/** Single commits: HEAD, the merge base, a commit's files, a history that starts elsewhere. */
import { expect, test } from "vitest";
import { findMergeBase } from "../../../../server/host/git/find-merge-base";
import { headOf } from "../../../../server/host/git/head-of";
import { readTree } from "../../../../server/host/git/read-tree";
import { historyOf } from "../../../support/git-oracle";
import { commitAll, git, importRepository, makeRepository } from "../../../support/git-repository";
import { streamOf, write } from "../../../support/import-stream";
import { writeInto } from "../../../support/temporary-folder";

test("the merge base, whatever the branch is called by", async () => {
  const repository = makeRepository({ "a.md": "" });
  const base = commitAll(repository);
  git(repository, "tag", "-a", "-m", "x", "v1");
  git(repository, "checkout", "-q", "-b", "other");
  const other = commitAll(repository, "other");
  git(repository, "checkout", "-q", "main");
  commitAll(repository, "main");
  for (const ref of ["v1", "other", other, other.slice(0, 10), "refs/heads/other", "main~1", "HEAD^"])
    expect([ref, findMergeBase(repository, ref)]).toEqual([ref, { kind: "commit", id: base }]);
  for (const ref of ["nowhere", "-x", "--help", "", "HEAD:a.md", "a..b", "new\nline"])
    expect([ref, findMergeBase(repository, ref)]).toEqual([
      ref,
      { kind: "unknown", reason: `no commit here is called "${ref}"` },
    ]);
  git(repository, "checkout", "-q", "--orphan", "alone");
  commitAll(repository, "alone");
  expect(findMergeBase(repository, "main")).toEqual({
    kind: "unknown",
    reason: '"main" and HEAD have no commit in common here',
  });
});

test("after criss-cross merges, one of the merge bases", async () => {
  const repository = importRepository(
    streamOf([
      {},
      { branch: "x", from: ":1" },
      { branch: "y", from: ":1" },
      { branch: "x", from: ":2", merge: [":3"] },
      { branch: "main", from: ":3", merge: [":2"] },
    ]),
  );
  const bases = git(repository, "merge-base", "--all", "x", "main").trim().split("\n");
  expect(bases).toHaveLength(2);
  expect(findMergeBase(repository, "x")).toEqual({ kind: "commit", id: bases[0] });
});

test("a commit's files", async () => {
  const repository = importRepository(
    streamOf([
      {
        changes: [
          write("a.md", "1"),
          write(JSON.stringify("d/new\nline.md"), "", "100755"),
          write("x.ts", ""),
        ],
      },
      { changes: ["D a.md"] },
      { changes: [write("b.md", "1")] },
    ]),
  );
  const isMarkdown = (path: string) => path.endsWith(".md");
  const answer = readTree(repository, "main~2", isMarkdown);
  if (answer.kind !== "tree") throw new Error(answer.reason);
  expect([...answer.tree.keys()]).toEqual(["a.md", "d/new\nline.md"]);
  const [, ...later] = (await historyOf(repository, isMarkdown)).diffs;
  expect(later.flatMap(({ changes }) => changes.map(({ before }) => before))).toEqual([
    answer.tree.get("a.md"),
    undefined,
  ]);
  const unknown = { kind: "unknown", reason: 'no commit here is called "main~3"' };
  expect(readTree(repository, "main~3", isMarkdown)).toEqual(unknown);
});

test("HEAD on a branch, on a packed one, detached, moved", async () => {
  const repository = makeRepository({ "a.md": "" });
  const head = () => git(repository, "rev-parse", "HEAD").trim();
  const seen: (string | undefined)[] = [];
  const look = () => {
    const { commit, watched } = headOf(repository);
    expect(commit).toBe(head());
    seen.push(commit);
    return watched.map((path) => path.slice(repository.length + 1));
  };
  const others = [".git/packed-refs", ".git/reftable/tables.list"];
  expect(look()).toEqual([".git/HEAD", ".git/logs/HEAD", ".git/refs/heads/main", ...others]);
  git(repository, "pack-refs", "--all");
  expect(look()).toHaveLength(5);
  writeInto(repository, "a.md", "2");
  commitAll(repository);
  look();
  git(repository, "checkout", "-q", "--detach", "HEAD~1");
  expect(look()).toEqual([".git/HEAD", ".git/logs/HEAD", ...others]);
  expect(new Set(seen).size).toBe(2);
  git(repository, "symbolic-ref", "refs/heads/alias", "refs/heads/main");
  git(repository, "symbolic-ref", "HEAD", "refs/heads/alias");
  look();
});
