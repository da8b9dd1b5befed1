/** Repositories of which a part is missing: a verdict that cannot be reached is said, and never called intact. */
import { renameSync } from "node:fs";
import { join } from "node:path";
import { git } from "../support/git-repository";
import type { HistoryRepository } from "../support/history-repository";
import { describeRepositories, steps } from "../support/record-cases";
import { A, ACTIVE, B, EDIT, edited, FILED, record } from "../support/record-document";
import { makeFolder, writeInto } from "../support/temporary-folder";

/** A clone in a folder of its own; gives its path. */
function clone({ folder }: HistoryRepository, ...options: readonly string[]): string {
  const target = join(makeFolder(), "clone");
  git(folder, "clone", "-q", ...options, `file://${folder}`, target);
  return target;
}

const edits = steps(
  (h) => h.write("other.md", "# Other\n"),
  (h) => h.write(A, ACTIVE),
  (h) => h.write(A, FILED),
  (h) => h.replace(A, ...EDIT),
);

describeRepositories("shallow clones", [
  {
    name: "of the last commit: an edit cannot be told from what was filed",
    history: edits,
    after: (repository) => clone(repository, "--depth", "1"),
    records: { [A]: ["unverifiable -"] },
    reasons: { [A]: /shallow/ },
  },
  {
    name: "of the last commit: neither can a record that nobody edited",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write("other.md", "# Other\n"),
    ),
    after: (repository) => clone(repository, "--depth", "1"),
    records: { [A]: ["unverifiable -"] },
    reasons: { [A]: /shallow/ },
  },
  {
    name: "whose first commit holds the record filed, and a later one edits it",
    history: edits,
    after: (repository) => clone(repository, "--depth", "2"),
    records: { [A]: ["unverifiable|amended ?", "c4 ~"] },
    marked: null,
  },
  {
    name: "that begins before the filing: an edit after it is one, whatever was before",
    history: edits,
    after: (repository) => clone(repository, "--depth", "3"),
    records: { [A]: ["amended -", "c4 13"] },
  },
  {
    name: "that begins before the document",
    history: edits,
    after: (repository) => clone(repository, "--depth", "4"),
    records: { [A]: ["amended c3", "c4 13"] },
  },
  {
    name: "that begins before one record, and after the filing of another one",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write("other.md", "# Other\n"),
      (h) => h.write(B, record({ title: "B" })),
      (h) => h.write("other.md", "# Else\n"),
    ),
    after: (repository) => clone(repository, "--depth", "3"),
    records: { [A]: ["unverifiable -"], [B]: ["intact c3"] },
    reasons: { [A]: /shallow/ },
  },
  {
    name: "made whole again",
    history: edits,
    after: (repository) => {
      const folder = clone(repository, "--depth", "1");
      git(folder, "fetch", "-q", "--unshallow");
      return folder;
    },
    records: { [A]: ["amended c3", "c4 13"] },
  },
  {
    name: "a record edited in the working tree of a shallow clone is not intact",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write("other.md", "# Other\n"),
    ),
    after: (repository) => {
      const folder = clone(repository, "--depth", "1");
      writeInto(folder, A, edited);
      return folder;
    },
    records: { [A]: ["unverifiable|amended ?", "uncommitted ~"] },
    marked: null,
  },
  {
    name: "a record deleted before the boundary is out of sight, one deleted after it is not",
    history: steps(
      (h) => {
        h.write(A, FILED);
        h.write(B, record({ title: "B" }));
      },
      (h) => h.remove(A),
      (h) => h.write("other.md", "# Other\n"),
      (h) => h.remove(B),
    ),
    after: (repository) => clone(repository, "--depth", "2"),
    records: { [B]: ["unverifiable|deleted ?", "c4 ~"] },
    marked: null,
  },
]);

/** A clone without the blobs that its working tree does not need, whose source is gone. */
function cutOff(repository: HistoryRepository): string {
  git(repository.folder, "config", "uploadpack.allowFilter", "true");
  const folder = clone(repository, "--filter=blob:none");
  renameSync(join(repository.folder, ".git"), join(repository.folder, "gone"));
  return folder;
}

describeRepositories("partial clones", [
  {
    name: "without the blob that was filed",
    history: edits,
    after: cutOff,
    records: { [A]: ["unverifiable ?", "c4 ~"] },
    reasons: { [A]: /\S/ },
    marked: null,
  },
  {
    name: "of a record that never changed: all that is needed is there",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.write("other.md", "# Other\n"),
    ),
    after: cutOff,
    records: { [A]: ["intact c1"] },
  },
  {
    name: "without blobs of one record, with those of another one",
    history: steps(
      (h) => {
        h.write(A, FILED);
        h.write(B, record({ title: "B" }));
      },
      (h) => h.replace(A, ...EDIT),
    ),
    after: cutOff,
    records: { [A]: ["unverifiable ?", "c2 ~"], [B]: ["intact c1"] },
    marked: null,
  },
]);

describeRepositories("working trees", [
  {
    name: "a linked worktree",
    history: edits,
    after: ({ git: run }) => {
      const folder = join(makeFolder(), "linked");
      run("worktree", "add", "-q", folder, "-b", "linked");
      return folder;
    },
    records: { [A]: ["amended c3", "c4 13"] },
  },
  {
    name: "a linked worktree with an edit, which its main one has not",
    history: steps((h) => h.write(A, FILED)),
    after: ({ git: run }) => {
      const folder = join(makeFolder(), "linked");
      run("worktree", "add", "-q", folder, "-b", "linked");
      writeInto(folder, A, edited);
      return folder;
    },
    records: { [A]: ["amended c1", "uncommitted 13"] },
  },
  {
    name: "a detached HEAD before the edit",
    history: edits,
    after: ({ git: run, ids }) => {
      run("checkout", "-q", ids.get("c3") ?? "");
      return undefined;
    },
    records: { [A]: ["intact c3"] },
  },
  {
    name: "a submodule",
    history: edits,
    after: (repository) => {
      const outer = makeFolder({ "docket.yaml": "version: 1\n" });
      git(outer, "init", "-q");
      git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository.folder, "sub");
      git(outer, "commit", "-q", "-m", "sub");
      return join(outer, "sub");
    },
    records: { [A]: ["amended c3", "c4 13"] },
  },
  {
    name: "a sparse checkout without the records",
    history: steps((h) => {
      h.write(A, FILED);
      h.write("notes/other.md", "# Other\n");
    }),
    after: ({ git: run }) => {
      run("sparse-checkout", "set", "notes");
      return undefined;
    },
    records: { [A]: ["intact c1"] },
  },
  {
    name: "a sparse checkout without a record that was edited",
    history: edits,
    after: ({ git: run }) => {
      run("sparse-checkout", "set", "notes");
      return undefined;
    },
    records: { [A]: ["amended c3", "c4 13"] },
    marked: null,
  },
  {
    name: "a sparse index without the records",
    history: steps((h) => {
      h.write(A, FILED);
      h.write("notes/other.md", "# Other\n");
    }),
    after: ({ git: run }) => {
      run("sparse-checkout", "set", "--cone", "--sparse-index", "notes");
      return undefined;
    },
    records: { [A]: ["intact c1"] },
  },
]);
