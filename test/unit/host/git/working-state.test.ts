/** What is in no commit, and what git is in the middle of. */
import { chmodSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findGitFolder, findUnfinished } from "../../../../server/host/git/git-folder";
import { historyOf } from "../../../support/git-oracle";
import { commitAll, git, gitWith, makeRepository } from "../../../support/git-repository";
import { writeInto } from "../../../support/temporary-folder";

const FILES = [
  "clean",
  "edited",
  "staged",
  "both",
  "gone",
  "removed",
  "untracked-again",
  "mode",
  "link",
  "folder",
];

/** `head index working` as modes, with `*` where the blob is another than HEAD's. */
async function told(repository: string): Promise<Record<string, string>> {
  return Object.fromEntries(
    (await historyOf(repository)).uncommitted.map(({ path, head, index, workingMode }) => [
      path,
      [
        head?.mode ?? "none",
        index === undefined
          ? "none"
          : index.mode + (head !== undefined && head.blob !== index.blob ? "*" : ""),
        workingMode ?? "none",
      ].join(" "),
    ]),
  );
}

test("every way in which a file can differ from HEAD", async () => {
  const repository = makeRepository(Object.fromEntries(FILES.map((name) => [`${name}.md`, name])));
  const at = (name: string) => join(repository, `${name}.md`);
  for (const name of ["edited", "staged", "both"]) writeInto(repository, `${name}.md`, "new");
  git(repository, "add", "staged.md", "both.md");
  writeInto(repository, "both.md", "newer");
  rmSync(at("gone"));
  git(repository, "rm", "-q", "removed.md");
  git(repository, "rm", "-q", "--cached", "untracked-again.md");
  chmodSync(at("mode"), 0o755);
  rmSync(at("link"));
  symlinkSync("clean.md", at("link"));
  rmSync(at("folder"));
  writeInto(repository, "folder.md/inside.md", "");
  writeInto(repository, "added with space.md", "");
  writeInto(repository, "intended.md", "");
  writeInto(repository, "untracked.md", "");
  git(repository, "add", "added with space.md");
  git(repository, "add", "-N", "intended.md");
  expect(await told(repository)).toEqual({
    "edited.md": "100644 100644 100644",
    "staged.md": "100644 100644* 100644",
    "both.md": "100644 100644* 100644",
    "gone.md": "100644 100644 none",
    "removed.md": "100644 none none",
    "untracked-again.md": "100644 none 100644",
    "mode.md": "100644 100644 100755",
    "link.md": "100644 100644 120000",
    "folder.md": "100644 100644 none",
    "added with space.md": "none 100644 100644",
    "intended.md": "none none 100644",
  });
});

test("git's own marks on files hide nothing", async () => {
  const names = [
    "assumed",
    "assumed-edited",
    "assumed-gone",
    "skipped",
    "skipped-edited",
    "skipped-gone",
    "staged-gone",
  ];
  const repository = makeRepository(Object.fromEntries(names.map((name) => [`${name}.md`, name])));
  writeInto(repository, "staged-gone.md", "new");
  git(repository, "add", "staged-gone.md");
  for (const name of names)
    git(
      repository,
      "update-index",
      name.startsWith("a") ? "--assume-unchanged" : "--skip-worktree",
      `${name}.md`,
    );
  for (const name of names) {
    if (name.endsWith("edited")) writeInto(repository, `${name}.md`, "new");
    if (name.endsWith("gone")) rmSync(join(repository, `${name}.md`));
  }
  expect(await told(repository)).toEqual({
    "assumed-edited.md": "100644 100644 100644",
    "assumed-gone.md": "100644 100644 none",
    "skipped-edited.md": "100644 100644 100644",
    "staged-gone.md": "100644 100644* none",
  });
  expect([...(await historyOf(repository)).sparse]).toEqual(["skipped-gone.md", "staged-gone.md"]);
});

test.each([[["--no-sparse-index"]], [["--sparse-index"]]])("a sparse checkout %s", async (option) => {
  const repository = makeRepository({ "top.md": "", "in/a.md": "a", "out/b.md": "b", "out/deep/c.md": "c" });
  git(repository, "sparse-checkout", "set", "--cone", ...option, "in");
  const { sparse, uncommitted, tree } = await historyOf(repository);
  expect([...sparse].toSorted()).toEqual(["out/b.md", "out/deep/c.md"]);
  expect(uncommitted).toEqual([]);
  expect(tree.size).toBe(4);
});

/** A repository whose branches `main` and `side` changed the same line. */
function divided(): string {
  const repository = makeRepository({ "a.md": "1\n" });
  git(repository, "checkout", "-q", "-b", "side");
  writeInto(repository, "a.md", "side\n");
  commitAll(repository);
  writeInto(repository, "b.md", "side\n");
  commitAll(repository);
  git(repository, "checkout", "-q", "main");
  writeInto(repository, "a.md", "main\n");
  commitAll(repository);
  return repository;
}

describe("what git is in the middle of", () => {
  const CASES: Readonly<Record<string, readonly (readonly string[])[]>> = {
    "a merge": [["merge", "-q", "side"]],
    "a rebase": [["rebase", "-q", "side"]],
    "a rebase (apply)": [["rebase", "-q", "--apply", "side"]],
    "a cherry-pick": [["cherry-pick", "side~1"]],
    "a cherry-pick (between two)": [
      ["cherry-pick", "side~2..side"],
      ["checkout", "--theirs", "a.md"],
      ["commit", "-qam", "x"],
    ],
    "a revert": [
      ["revert", "--no-edit", "HEAD~1"],
      ["revert", "--no-commit", "HEAD"],
    ],
    "a bisect": [["bisect", "start"]],
  };
  test("each, one after the other", async () => {
    const repository = divided();
    const start = git(repository, "rev-parse", "HEAD").trim();
    const said: Record<string, string | undefined> = {};
    const folder = findGitFolder(repository);
    if (folder === undefined) throw new Error("no .git");
    expect(findUnfinished(folder)).toBeUndefined();
    for (const [name, commands] of Object.entries(CASES)) {
      for (const command of commands) gitWith(repository, { mayFail: true }, ...command);
      said[name] = findUnfinished(folder);
      for (const left of ["rebase-merge", "rebase-apply", "sequencer", "BISECT_LOG", "BISECT_START"])
        rmSync(join(folder.own, left), { recursive: true, force: true });
      git(repository, "checkout", "-q", "-f", "-B", "main", start);
    }
    expect(said).toEqual(
      Object.fromEntries(Object.keys(CASES).map((name) => [name, name.replace(/ \(.*/, "")])),
    );
  });

  test("a conflict is told with our side and the file's mode", async () => {
    const repository = divided();
    gitWith(repository, { mayFail: true }, "merge", "-q", "side");
    const { tree, uncommitted, unfinished } = await historyOf(repository);
    const ours = tree.get("a.md");
    expect(unfinished).toBe("a merge");
    expect(uncommitted).toHaveLength(2);
    expect(uncommitted).toContainEqual({ path: "a.md", head: ours, index: ours, workingMode: "100644" });
  });
});
