/** The history of real repositories, as the data that records are judged by. */
import { expect, test } from "vitest";
import { decodeText } from "../../../../server/host/decode-text";
import { readBlobs } from "../../../../server/host/git/read-blobs";
import { historyOf } from "../../../support/git-oracle";
import { git, makeRepository } from "../../../support/git-repository";
import { writeInto } from "../../../support/temporary-folder";

test("tells of commits, what each changed, and what is in none", async () => {
  const repository = makeRepository({ "a.md": "one\n" });
  writeInto(repository, "a.md", "two\n");
  git(repository, "commit", "-qam", "second");
  writeInto(repository, "a.md", "three\n");
  const { commits, diffs, tree, uncommitted } = await historyOf(repository);
  expect(commits.map(({ parents }) => parents)).toEqual([[], [0]]);
  expect(diffs.map(({ changes }) => changes.map(({ path }) => path))).toEqual([["a.md"], ["a.md"]]);
  expect(diffs[1]?.changes[0]?.after).toEqual(tree.get("a.md"));
  expect(uncommitted).toEqual([
    { path: "a.md", head: tree.get("a.md"), index: tree.get("a.md"), workingMode: "100644" },
  ]);
  const ids = diffs.flatMap(({ changes }) => changes.map(({ after }) => after?.blob ?? ""));
  expect([...readBlobs(repository, ids).values()].map((bytes) => bytes && decodeText(bytes))).toEqual([
    "one\n",
    "two\n",
  ]);
});
