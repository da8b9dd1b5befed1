/** Histories of every odd shape, told as git tells them. */
import { expect, test } from "vitest";
import { readHistory } from "../../../../server/host/git/read-history";
import { expectAsGitSays, historyOf } from "../../../support/git-oracle";
import { commitAll, git, gitWith, importRepository, makeRepository } from "../../../support/git-repository";
import { type Step, streamOf, write } from "../../../support/import-stream";
import { writeInto } from "../../../support/temporary-folder";

const SUBMODULE = "1234567890123456789012345678901234567890";

const ODD_NAMES = [
  "with space.md",
  `"quoted".md`,
  "back\\slash.md",
  "tab\tname.md",
  "new\nline.md",
  ":100644 100644.md",
  "commit abc",
  "-dash.md",
  "📄 emoji/ümlaut.md",
];

const SHAPES: Readonly<Record<string, readonly Step[]>> = {
  "commits without changes, and one without a message": [
    {},
    { changes: [write("a.md", "1")] },
    { message: "nothing" },
    {},
  ],
  "messages that look like the answer": [
    {
      message: `commit ${SUBMODULE}\n\n:100644 100644 ${SUBMODULE} ${SUBMODULE} M\nauthor X <x> 1 +0000`,
      changes: [write("a.md", "1")],
    },
    { message: "author Y <y> 2 +0000\n\n\n:000000\n", changes: [write("a.md", "2")] },
    { message: "\n\n  leading\n\n" },
    { message: "no line end, \ttab, \r\nCRLF and é" },
  ],
  "authors of every kind": [
    { author: "Ünïcode Näme <a@b> 1700000000 +0000" },
    { author: "Just Before <a@b> 1700006399 +0530" },
    { author: "Behind Utc <a@b> 1700006400 -1130" },
    { author: "Old <a@b> 0 +0000" },
    { author: "<only@mail> 1700000000 +0000" },
    { author: "Quarter <a@b> 1700000000 +1345" },
    { author: "commit abc (from def) <a@b> 1700000000 -0001" },
  ],
  "dates out of order": [
    { author: "A <a@b> 1900000000 +0000", changes: [write("a.md", "1")] },
    { author: "A <a@b> 1000000000 +0000", changes: [write("a.md", "2")] },
    { author: "A <a@b> 1500000000 +0000", changes: [write("a.md", "3")] },
  ],
  "names that need care": [
    { changes: ODD_NAMES.map((name) => write(JSON.stringify(name), name)) },
    { changes: ODD_NAMES.map((name) => write(JSON.stringify(name), `${name} again`)) },
  ],
  "changes of mode and kind": [
    { changes: [write("a.md", "target"), write("b.md", "b"), write("c", "c")] },
    { changes: [write("a.md", "target", "100755"), write("b.md", "a.md", "120000")] },
    { changes: [`M 160000 ${SUBMODULE} a.md`, write("c/d.md", "in a folder that was a file")] },
    { changes: [`M 160000 ${SUBMODULE.replace("1", "2")} a.md`, "D c/d.md", write("c", "c")] },
    { changes: ["D a.md", "D b.md"] },
  ],
  "renames and copies, told as deletions and additions": [
    {
      changes: [write("a.md", "a long enough text\n".repeat(9)), write("x/1.md", "1"), write("x/2.md", "2")],
    },
    { changes: ["R a.md b.md"] },
    { changes: ["C b.md c.md", "R x y", "R c.md C.md"] },
  ],
  "several roots": [
    { changes: [write("a.md", "1")] },
    { branch: "other", changes: [write("b.md", "1")] },
    { branch: "third", changes: [write("a.md", "2")] },
    { from: ":1", merge: [":2", ":3"], changes: [write("b.md", "1")] },
  ],
  "a merge that differs from neither, from one, and from both parents": [
    { changes: [write("a.md", "1"), write("b.md", "1")] },
    { branch: "side", from: ":1", changes: [write("b.md", "2")] },
    { from: ":1" },
    { from: ":3", merge: [":2"], changes: [write("b.md", "2")] },
    { branch: "side", from: ":2", changes: [write("c.md", "1")] },
    { from: ":4", merge: [":5"], changes: [write("a.md", "evil"), write("c.md", "1")] },
    { branch: "same", from: ":6" },
    { from: ":6", message: "beside" },
    { from: ":8", merge: [":7"] },
    { branch: "ours", from: ":9", changes: [write("d.md", "1")] },
    { from: ":9", message: "beside" },
    { from: ":11", merge: [":10"] },
  ],
  "an octopus": [
    { changes: [write("a.md", "1")] },
    ...["p", "q", "r"].map((branch) => ({ branch, from: ":1", changes: [write(`${branch}.md`, branch)] })),
    {
      from: ":1",
      merge: [":2", ":3", ":4"],
      changes: [write("p.md", "p"), write("q.md", "q"), write("r.md", "evil")],
    },
  ],
  "criss-cross merges": [
    { changes: [write("a.md", "1")] },
    { branch: "x", from: ":1", changes: [write("a.md", "x")] },
    { branch: "y", from: ":1", changes: [write("a.md", "y")] },
    { branch: "x", from: ":2", merge: [":3"], changes: [write("a.md", "xy")] },
    { branch: "y", from: ":3", merge: [":2"], changes: [write("a.md", "yx")] },
    { branch: "main", from: ":4", merge: [":5"], changes: [write("a.md", "end")] },
  ],
  "deleted and created again": [
    { changes: [write("a.md", "1")] },
    { changes: ["D a.md"] },
    { changes: [write("a.md", "1")] },
    { changes: ["deleteall"] },
  ],
};

/** All shapes beside each other, and a last commit that merges them: a repository for each would take long. */
function joined(): readonly Step[] {
  const steps: Step[] = [];
  const ends: string[] = [];
  for (const [name, shape] of Object.entries(SHAPES)) {
    const shift = (mark: string) => `:${Number(mark.slice(1)) + offset}`;
    const offset = steps.length;
    for (const { branch = "main", from, merge, ...rest } of shape) {
      const own = `${name.replaceAll(/\W+/g, "-")}/${branch}`;
      steps.push({
        ...rest,
        branch: own,
        ...(from !== undefined ? { from: shift(from) } : {}),
        ...(merge === undefined ? {} : { merge: merge.map(shift) }),
      });
    }
    ends.push(`:${steps.length}`);
  }
  const [first = "", ...others] = ends;
  return [...steps, { from: first, merge: others }];
}

test.each(["sha1", "sha256"] as const)("every shape, with ids of %s", async (ids) => {
  const stream = streamOf(joined());
  const repository = importRepository(
    ids === "sha1" ? stream : stream.replace(/160000 \d{40}/g, `$&${"5".repeat(24)}`),
    ids,
  );
  const history = await expectAsGitSays(repository);
  expect(history.commits.length).toBe(joined().length);
  expect(history.commits.every(({ boundary }) => !boundary)).toBe(true);
  expect(await readHistory(repository, () => true, new AbortController().signal)).toEqual({
    kind: "history",
    history,
  });
});

test("a path that is no UTF-8 has U+FFFD for each bad byte", async () => {
  const stream = streamOf([{ changes: [write("caf@.md", "x")] }]);
  const bytes = Buffer.from(stream);
  bytes[bytes.indexOf("@.md")] = 0xe9;
  expect([...(await historyOf(importRepository(bytes))).tree.keys()]).toEqual(["caf\u{fffd}.md"]);
});

test("an author in another encoding is read as git reads it", async () => {
  const repository = makeRepository();
  const body = git(repository, "cat-file", "commit", "HEAD").replace("author Tester", "author M@ller");
  const bytes = Buffer.from(body.replace("\n\n", "\nencoding ISO-8859-1\n\n"));
  bytes[bytes.indexOf("M@ller") + 1] = 0xfc;
  const id = gitWith(repository, { input: bytes }, "hash-object", "-w", "-t", "commit", "--stdin").trim();
  git(repository, "reset", "-q", "--soft", id);
  expect((await expectAsGitSays(repository)).commits[0]?.author).toBe("Müller");
});

test("further lines in a commit's header mislead nobody", async () => {
  const repository = makeRepository({ "a.md": "" });
  const body = git(repository, "cat-file", "commit", "HEAD");
  const [header = "", message = ""] = body.split("\n\n");
  const lines = [
    "gpgsig -----BEGIN",
    " commit abc",
    " :100644 100644",
    "parent of none",
    "commit abc",
    ":000000 100644 a b A",
  ];
  const input = `${[header, ...lines].join("\n")}\n\n${message}`;
  const id = gitWith(
    repository,
    { input },
    "hash-object",
    "-w",
    "-t",
    "commit",
    "--literally",
    "--stdin",
  ).trim();
  git(repository, "reset", "-q", "--soft", id);
  const { commits, tree } = await historyOf(repository);
  expect(commits).toMatchObject([{ id, parents: [], author: "Tester" }]);
  expect([...tree.keys()]).toEqual(["a.md"]);
});

test("a parent named twice is one parent", async () => {
  const repository = makeRepository({ "a.md": "1" });
  const first = git(repository, "rev-parse", "HEAD").trim();
  writeInto(repository, "a.md", "2");
  commitAll(repository);
  const body = git(repository, "cat-file", "commit", "HEAD").replace(
    `parent ${first}\n`,
    `parent ${first}\n`.repeat(2),
  );
  const id = gitWith(
    repository,
    { input: body },
    "hash-object",
    "-w",
    "-t",
    "commit",
    "--literally",
    "--stdin",
  ).trim();
  git(repository, "reset", "-q", "--soft", id);
  const { commits, diffs } = await historyOf(repository);
  expect(commits.map(({ parents, boundary }) => ({ parents, boundary }))).toEqual([
    { parents: [], boundary: false },
    { parents: [0], boundary: false },
  ]);
  expect(diffs).toHaveLength(2);
});

test("replacements and grafts hide nothing", async () => {
  const repository = makeRepository({ "a.md": "1" });
  writeInto(repository, "a.md", "2");
  const second = commitAll(repository);
  writeInto(repository, "a.md", "3");
  const third = commitAll(repository);
  const before = await expectAsGitSays(repository);
  git(repository, "replace", "--graft", third);
  writeInto(repository, ".git/info/grafts", `${second}\n`);
  expect(await historyOf(repository)).toEqual(before);
});

test("only wanted paths are told of, and all commits", async () => {
  const repository = importRepository(
    streamOf([
      { changes: [write("a.md", "1"), write("a.ts", "1")] },
      { changes: [write("a.ts", "2")] },
      { changes: [write("a.md", "2"), write("b.ts", "2")] },
    ]),
  );
  const { commits, diffs, tree } = await historyOf(repository, (path) => path.endsWith(".md"));
  expect(commits).toHaveLength(3);
  expect(diffs.map(({ commit, parent, changes }) => [commit, parent, changes.length])).toEqual([
    [0, -1, 1],
    [2, 1, 1],
  ]);
  expect([...tree.keys()]).toEqual(["a.md"]);
});
