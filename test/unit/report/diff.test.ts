/** Unified diffs: their form; that git applies them is shown with the command line's tests. */
import { expect, test } from "vitest";
import { renderDiff } from "../../../server/report/diff";

test("names both sides, and marks what changes", () => {
  expect(renderDiff({ path: "a/b.md", newPath: "a/b.md", before: "1\n2\n3\n", after: "1\nx\n3\n" })).toBe(
    "diff --git a/a/b.md b/a/b.md\n--- a/a/b.md\n+++ b/a/b.md\n@@ -1,3 +1,3 @@\n 1\n-2\n+x\n 3\n",
  );
});

test("a move without a change is a rename", () => {
  expect(renderDiff({ path: "a.md", newPath: "docs/a.md", before: "1\n", after: "1\n" })).toBe(
    "diff --git a/a.md b/docs/a.md\nrename from a.md\nrename to docs/a.md\n",
  );
});

test("a last line without an ending is said to be one", () => {
  expect(renderDiff({ path: "a.md", newPath: "a.md", before: "1", after: "2" })).toContain(
    "\\ No newline at end of file",
  );
});

test("colours tell headings, places and changes apart", () => {
  const mark = (name: string) => (text: string) => `<${name}>${text}`;
  const colours = {
    bold: mark("bold"),
    dim: String,
    underline: String,
    red: mark("red"),
    yellow: String,
    blue: mark("blue"),
    green: mark("green"),
  };
  const lines = renderDiff(
    { path: "a.md", newPath: "a.md", before: "-- x\n", after: "++ y\n" },
    colours,
  ).split("\n");
  expect(lines.map((line) => /^<(\w+)>/.exec(line)?.[1])).toEqual([
    "bold",
    "bold",
    "bold",
    "blue",
    "red",
    "green",
    undefined,
  ]);
});
