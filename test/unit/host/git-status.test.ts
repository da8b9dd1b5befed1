/** Which files have changes that no commit holds, asked of a real git. */
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findUncommitted } from "../../../server/host/git-status";
import { git, makeRepository } from "../../support/git-repository";
import { makeFolder, writeInto } from "../../support/temporary-folder";

function uncommittedOf(repository: string, paths: readonly string[]): readonly string[] {
  const result = findUncommitted(repository);
  if (result.kind !== "known") throw new Error(result.reason);
  return paths.filter(result.isUncommitted);
}

test("modified, staged, untracked and ignored files count, others do not", () => {
  const paths = [
    "clean.md",
    "wörk/modified.md",
    "staged.md",
    "new dir/untracked.md",
    "ignored.md",
    "build/out.md",
  ];
  const repository = makeRepository({
    "clean.md": "",
    "wörk/modified.md": "",
    "staged.md": "",
    ".gitignore": "ignored.md\nbuild/\n",
  });
  writeInto(repository, "wörk/modified.md", "x");
  writeInto(repository, "staged.md", "x");
  git(repository, "add", "staged.md");
  writeInto(repository, "new dir/untracked.md", "x");
  writeInto(repository, "ignored.md", "x");
  writeInto(repository, "build/out.md", "x");
  expect(uncommittedOf(repository, paths)).toEqual(paths.slice(1));
});

test("a renamed file counts under its new name", () => {
  const repository = makeRepository({ "old.md": "a long enough text to be recognised\n" });
  git(repository, "mv", "old.md", "new.md");
  expect(uncommittedOf(repository, ["new.md"])).toEqual(["new.md"]);
});

test("runs no program that the repository's configuration names", () => {
  const repository = makeRepository({ "a.md": "" });
  writeInto(repository, "monitor.sh", `#!/bin/sh\ntouch '${repository}/ran'\n`);
  chmodSync(join(repository, "monitor.sh"), 0o755);
  git(repository, "config", "core.fsmonitor", join(repository, "monitor.sh"));
  git(repository, "config", "core.hooksPath", repository);
  expect(uncommittedOf(repository, ["a.md"])).toEqual([]);
  expect(existsSync(join(repository, "ran"))).toBe(false);
});

test("says why it cannot know", () => {
  expect(findUncommitted(makeFolder())).toEqual({
    kind: "unknown",
    reason: "this folder is in no git repository",
  });
  expect(findUncommitted(makeFolder({ ".git": "gitdir: /nowhere" }))).toMatchObject({ kind: "unknown" });
});
