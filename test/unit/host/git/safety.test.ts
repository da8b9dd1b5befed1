/** Reading runs nothing of the repository's choice, writes nothing, and is told the same by every git setting. */
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { findMergeBase } from "../../../../server/host/git/find-merge-base";
import { headOf } from "../../../../server/host/git/head-of";
import { readBlobs } from "../../../../server/host/git/read-blobs";
import { readTree } from "../../../../server/host/git/read-tree";
import { findUncommitted } from "../../../../server/host/git-status";
import { answerOf, historyOf } from "../../../support/git-oracle";
import { configure, git, gitWith, importRepository, makeRepository } from "../../../support/git-repository";
import { streamOf, write } from "../../../support/import-stream";
import { makeFolder, writeInto } from "../../../support/temporary-folder";

afterEach(() => vi.unstubAllEnvs());

/** With a merge, a rename, an edit that is staged and one that is not. */
function busy(files: Readonly<Record<string, string>> = {}): string {
  const first = { "a.md": "a\n".repeat(20), "b.md": "b\n", "c.md": "c\n", ...files };
  const repository = importRepository(
    streamOf([
      { changes: Object.entries(first).map(([path, content]) => write(path, content)) },
      { branch: "side", from: ":1", changes: ["R a.md ä.md"] },
      { from: ":1", changes: [write("b.md", "bb\n")] },
      { from: ":3", merge: [":2"], changes: ["R a.md ä.md"] },
    ]),
  );
  git(repository, "reset", "-q", "--hard");
  writeInto(repository, "b.md", "staged\n");
  git(repository, "add", "b.md");
  writeInto(repository, "c.md", "edited\n");
  return repository;
}

async function readAll(repository: string) {
  const history = await historyOf(repository);
  const uncommitted = findUncommitted(repository);
  return {
    history,
    blobs: readBlobs(
      repository,
      [...history.tree.values()].map(({ blob }) => blob),
    ),
    base: findMergeBase(repository, "HEAD~1"),
    tree: readTree(repository, "HEAD~1", () => true),
    head: headOf(repository).commit,
    uncommitted: uncommitted.kind === "known" && ["b.md", "c.md", "ä.md"].filter(uncommitted.isUncommitted),
  };
}

test("no program that the repository names is run", async () => {
  const repository = busy({ ".gitattributes": "*.md filter=f diff=d\n", "dirty.md": "same\n" });
  const program = join(makeFolder({ run: `#!/bin/sh\ntouch '${repository}/.git/ran'\ncat\n` }), "run");
  // only a file whose time is not the one in the index is looked into
  utimesSync(join(repository, "dirty.md"), 1, 1);
  const settings = [
    "core.fsmonitor",
    "core.sshCommand",
    "core.pager",
    "pager.log",
    "pager.status",
    "diff.external",
    "diff.d.textconv",
    "diff.d.command",
    "filter.f.clean",
    "filter.f.smudge",
    "filter.f.process",
    "gpg.program",
    "core.alternateRefsCommand",
  ];
  writeFileSync(program, readFileSync(program), { mode: 0o755 });
  const before = await readAll(repository);
  configure(repository, Object.fromEntries(settings.map((setting) => [setting, `sh ${program}`])));
  configure(repository, {
    "filter.f.required": "true",
    "log.showSignature": "true",
    "core.hooksPath": join(program, ".."),
  });
  const { history, ...others } = await readAll(repository);
  expect(existsSync(`${repository}/.git/ran`)).toBe(false);
  expect({ ...others, history }).toEqual(before);
  gitWith(repository, { mayFail: true }, "status", "--porcelain");
  expect(existsSync(`${repository}/.git/ran`)).toBe(true);
});

test("a filter that cannot be turned off is a reason to know nothing", async () => {
  const repository = busy();
  configure(repository, { "filter.a=b.clean": "sh run" });
  expect(await answerOf(repository)).toEqual({
    kind: "unknown",
    reason: 'its settings name a filter that cannot be turned off, "a=b"',
  });
});

/** Every file below, with its time and content. */
function stateOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => {
    const stats = lstatSync(join(folder, name));
    const content = stats.isFile()
      ? createHash("sha1")
          .update(readFileSync(join(folder, name)))
          .digest("hex")
      : "";
    return `${name} ${stats.mtimeMs} ${content}`;
  });
}

test("nothing is written", async () => {
  const repository = busy();
  // git would note in the index that this file has not changed
  utimesSync(join(repository, "ä.md"), 1, 1);
  const before = stateOf(repository);
  await readAll(repository);
  expect(stateOf(repository)).toEqual(before);
});

test("no setting of git changes an answer", async () => {
  const repository = busy();
  const before = await readAll(repository);
  const settings = {
    "color.ui": "always",
    "core.abbrev": "5",
    "core.quotePath": "true",
    "core.worktree": "/",
    "diff.ignoreSubmodules": "all",
    "diff.noprefix": "true",
    "diff.relative": "true",
    "diff.renames": "copies",
    "format.pretty": "oneline",
    "i18n.logOutputEncoding": "latin1",
    "log.abbrevCommit": "true",
    "log.date": "relative",
    "log.decorate": "full",
    "log.diffMerges": "first-parent",
    "log.follow": "true",
    "log.showRoot": "false",
    "notes.displayRef": "refs/notes/*",
    "status.branch": "false",
    "status.renames": "copies",
    "status.short": "true",
    "status.showStash": "true",
    "status.showUntrackedFiles": "all",
  };
  git(repository, "notes", "add", "-m", ":100644 a note");
  configure(repository, settings);
  expect(await readAll(repository)).toEqual(before);
});

test("a hook's variables do not lead to another repository", async () => {
  const repository = busy();
  const before = await readAll(repository);
  const other = makeRepository({ "other.md": "" });
  vi.stubEnv("GIT_DIR", join(other, ".git"));
  vi.stubEnv("GIT_WORK_TREE", other);
  vi.stubEnv("GIT_INDEX_FILE", join(other, ".git/index"));
  vi.stubEnv("GIT_OBJECT_DIRECTORY", join(other, ".git/objects"));
  vi.stubEnv("GIT_EXTERNAL_DIFF", "false");
  vi.stubEnv("GIT_TRACE", "1");
  vi.stubEnv("GIT_LITERAL_PATHSPECS", "1");
  expect(await readAll(repository)).toEqual(before);
});

test("in a hook of this repository, the index is the one that is about to be committed", async () => {
  const repository = makeRepository({ "a.md": "1", "b.md": "1" });
  writeInto(repository, "a.md", "2");
  writeInto(repository, "b.md", "2");
  // what git does for `git commit a.md`
  gitWith(repository, { env: { GIT_INDEX_FILE: ".git/next-index" } }, "read-tree", "HEAD");
  gitWith(repository, { env: { GIT_INDEX_FILE: ".git/next-index" } }, "add", "a.md");
  const staged = async () =>
    (await historyOf(repository)).uncommitted.map(({ path, head, index }) => [
      path,
      head?.blob !== index?.blob,
    ]);
  expect(await staged()).toEqual([
    ["a.md", false],
    ["b.md", false],
  ]);
  vi.stubEnv("GIT_INDEX_FILE", ".git/next-index");
  expect(await staged()).toEqual([
    ["a.md", true],
    ["b.md", false],
  ]);
});
