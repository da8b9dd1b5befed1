/** Edits that no commit holds: in the working tree, in the index, in both, and hidden from `git status`. */
import { renameSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describeRepositories, type RecordCase, steps } from "../support/record-cases";
import { A, ACTIVE, B, C, EDIT, edited, FILED, FOLDER, record, swap } from "../support/record-document";
import { writeInto } from "../support/temporary-folder";

const filed = steps((h) => h.write(A, FILED));

type After = NonNullable<RecordCase["after"]>;

/** A record filed in c1, and what is done after that. */
function uncommitted(
  name: string,
  after: (...parameters: Parameters<After>) => unknown,
  record: readonly string[],
  more: Partial<RecordCase> = {},
): RecordCase {
  return {
    name,
    history: filed,
    after: (repository) => {
      after(repository);
      return undefined;
    },
    records: { [A]: record },
    ...more,
  };
}

describeRepositories("edits", [
  uncommitted("unstaged", ({ folder }) => writeInto(folder, A, edited), ["amended c1", "uncommitted 13"]),
  uncommitted(
    "staged",
    ({ folder, git }) => {
      writeInto(folder, A, edited);
      git("add", "-A");
    },
    ["amended c1", "uncommitted 13"],
  ),
  uncommitted(
    "staged, and reverted in the working tree",
    ({ folder, git }) => {
      writeInto(folder, A, edited);
      git("add", "-A");
      writeInto(folder, A, FILED);
    },
    ["amended c1", "uncommitted 13"],
    { marked: null },
  ),
  uncommitted(
    "staged, and another one on top",
    ({ folder, git }) => {
      writeInto(folder, A, edited);
      git("add", "-A");
      writeInto(folder, A, swap("porters", "guards")(edited));
    },
    ["amended c1", "uncommitted 13", "uncommitted 19"],
  ),
  uncommitted(
    "of the same length, with the time of the file set back",
    ({ folder }) => {
      writeInto(folder, A, swap("four", "five")(FILED));
      utimesSync(join(folder, A), new Date(0), new Date(0));
    },
    ["amended c1", "uncommitted 13"],
  ),
  uncommitted(
    "that git was told to overlook",
    ({ folder, git }) => {
      git("update-index", "--assume-unchanged", A);
      writeInto(folder, A, edited);
    },
    ["amended c1", "uncommitted 13"],
  ),
  uncommitted(
    "that git was told to skip, as in a sparse checkout",
    ({ folder, git }) => {
      git("update-index", "--skip-worktree", A);
      writeInto(folder, A, edited);
    },
    ["amended c1", "uncommitted 13"],
  ),
  uncommitted(
    "in a file that is ignored as well as tracked",
    ({ folder }) => {
      writeInto(folder, ".gitignore", "docs/\n");
      writeInto(folder, A, edited);
    },
    ["amended c1", "uncommitted 13"],
  ),
  uncommitted(
    "and the index lost",
    ({ folder }) => {
      rmSync(join(folder, ".git/index"));
      writeInto(folder, A, edited);
    },
    ["amended|deleted|unverifiable c1", "uncommitted ~"],
    { marked: null },
  ),
  uncommitted(
    "white space staged, a word in the working tree",
    ({ folder, git }) => {
      writeInto(folder, A, swap("two sizes", "two  sizes")(FILED));
      git("add", "-A");
      writeInto(folder, A, swap("two sizes", "two  sizes")(edited));
    },
    ["amended c1", "uncommitted 13", "uncommitted 18 whitespace"],
  ),
  {
    name: "committed, and reverted in the index and the working tree",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.replace(A, ...EDIT),
    ),
    after: ({ folder, git }) => {
      writeInto(folder, A, FILED);
      git("add", "-A");
      return undefined;
    },
    records: { [A]: ["intact c1", "c2 13", "uncommitted 13 restored"] },
  },
  {
    name: "stashed away",
    history: filed,
    after: ({ folder, git }) => {
      writeInto(folder, A, edited);
      git("stash", "-q");
      return undefined;
    },
    records: { [A]: ["intact c1"] },
  },
]);

describeRepositories("deletions", [
  uncommitted("unstaged", ({ folder }) => rmSync(join(folder, A)), ["deleted c1", "uncommitted *"]),
  uncommitted("staged", ({ git }) => git("rm", "-q", A), ["deleted c1", "uncommitted *"]),
  uncommitted(
    "staged, with the file left in place",
    ({ git }) => git("rm", "-q", "--cached", A),
    ["deleted c1", "uncommitted *"],
    {},
  ),
  uncommitted("of the whole folder", ({ folder }) => rmSync(join(folder, "docs"), { recursive: true }), [
    "deleted c1",
    "uncommitted *",
  ]),
  uncommitted(
    "in a folder with an index",
    ({ folder }) => {
      writeInto(folder, `${FOLDER}/README.md`, "# Lessons\n");
      rmSync(join(folder, A));
    },
    ["deleted c1", "uncommitted *"],
    { deletedAt: [`${FOLDER}/README.md`] },
  ),
  {
    name: "committed, and the file back in the working tree, untracked",
    history: steps(
      (h) => h.write(A, FILED),
      (h) => h.remove(A),
    ),
    after: ({ folder }) => {
      writeInto(folder, A, FILED);
      return undefined;
    },
    records: { [A]: ["intact|deleted c1", "c2 *", "uncommitted ~ restored"] },
    marked: null,
  },
]);

describeRepositories("moves", [
  {
    name: "staged",
    history: filed,
    after: ({ git }) => {
      git("mv", A, B);
      return undefined;
    },
    records: { [B]: ["intact c1"] },
  },
  {
    name: "staged and edited",
    history: filed,
    after: ({ folder, git }) => {
      git("mv", A, B);
      writeInto(folder, B, edited);
      return undefined;
    },
    records: { [B]: ["amended c1", "uncommitted 13"] },
  },
  {
    name: "staged to a name that is no Markdown, and edited: gone",
    history: filed,
    after: ({ folder, git }) => {
      git("mv", A, "a.txt");
      writeInto(folder, "a.txt", edited);
      return undefined;
    },
    records: { [A]: ["deleted c1", "uncommitted *"] },
  },
  {
    name: "that git was not told of",
    history: filed,
    after: ({ folder }) => {
      renameSync(join(folder, A), join(folder, B));
      return undefined;
    },
    records: { [B]: ["intact c1"] },
  },
]);

describeRepositories("new documents", [
  uncommitted(
    "an untracked filed document is no record yet",
    ({ folder }) => writeInto(folder, B, record({ title: "B" })),
    ["intact c1"],
  ),
  uncommitted(
    "neither is one that is added",
    ({ folder, git }) => {
      writeInto(folder, B, record({ title: "B" }));
      writeInto(folder, C, record({ title: "C" }));
      git("add", B);
      git("add", "-N", C);
    },
    ["intact c1"],
  ),
  {
    name: "a draft that is filed in the working tree is none yet",
    history: steps((h) => h.write(A, ACTIVE)),
    after: ({ folder }) => {
      writeInto(folder, A, FILED);
      return undefined;
    },
    records: {},
    exit: 0,
  },
]);
