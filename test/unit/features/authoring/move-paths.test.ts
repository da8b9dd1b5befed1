/** Files that move: every form in which a path is written, and nothing else. */
import { expect, test } from "vitest";
import { applyEdits } from "../../../../server/base/edit";
import { type Move, type MoveOptions, movePaths } from "../../../../server/features/authoring/move-paths";
import { contextAt } from "./workspace";

const ALL: MoveOptions = { links: true, exists: (path) => path === "docs/specs/img/tide (low).png" };

/** The files that change, with their texts after it. */
function move(
  files: Readonly<Record<string, string>>,
  moves: readonly Move[],
  options = ALL,
): Readonly<Record<string, string>> {
  const { workspace } = contextAt("docs/last.md", "# Last¦\n", undefined, files);
  const after: Record<string, string> = {};
  for (const found of movePaths(moves, workspace, options))
    if (found !== undefined) after[found.document.path] = applyEdits(found.document.text, found.edits);
  return after;
}

const TIDES = "docs/specs/tides.md";
const files = (text: string, tides = "# Tides\n") => ({ [TIDES]: tides, "docs/specs/charts.md": text });

test.each([
  ["`docs/specs/tides.md` §2", "`docs/specs/sea/tides.md` §2"],
  ["`/docs/specs/tides.md`", "`/docs/specs/sea/tides.md`"],
  ["`../specs/tides.md`", "`sea/tides.md`"],
  ["`./tides.md`", "`./sea/tides.md`"],
  ["[see](tides.md#use 'title')", "[see](sea/tides.md#use 'title')"],
  ["[see](<./tides.md>)", "[see](<./sea/tides.md>)"],
  ["[see]: tides.md", "[see]: sea/tides.md"],
  ["docs/specs/tides.md v1.2, then", "docs/specs/sea/tides.md v1.2, then"],
])("%s follows into another folder", (before, after) => {
  const changed = move(files(`# Charts\r\n\r\n🚢 ${before}\r\n`), [
    { from: TIDES, to: "docs/specs/sea/tides.md" },
  ]);
  // a definition of a link stands at the beginning of its line
  const isFound = !before.startsWith("[see]:");
  expect(changed).toEqual(isFound ? { "docs/specs/charts.md": `# Charts\r\n\r\n🚢 ${after}\r\n` } : {});
});

test.each([
  ["`tides.md`", "`tides.md`", "docs/specs/sea/tides.md"],
  ["`tides.md`", "`flood.md`", "docs/specs/flood.md"],
  ["tides.md", "flood.md", "docs/product/flood.md"],
  ["[see](tides.md)", "[see](High%20Tides.md)", "docs/specs/High Tides.md"],
  ["`docs/specs/tides.md`", "`docs/specs/High Tides.md`", "docs/specs/High Tides.md"],
  ["[a]: tides.md\n", "[a]: flood.md\n", "docs/specs/flood.md"],
])("%s is written %s when the file is %s", (before, after, to) => {
  const changed = move(files(`# Charts\n\n${before}\n`), [{ from: TIDES, to }]);
  expect(changed["docs/specs/charts.md"] ?? `# Charts\n\n${before}\n`).toBe(`# Charts\n\n${after}\n`);
});

test("a bare name that would be that of several becomes a path", () => {
  const others = { "docs/product/flood.md": "# Flood\n" };
  const changed = move({ ...files("# Charts\n\n`tides.md`\n"), ...others }, [
    { from: TIDES, to: "docs/specs/flood.md" },
  ]);
  expect(changed).toEqual({ "docs/specs/charts.md": "# Charts\n\n`docs/specs/flood.md`\n" });
});

test("a document that moves takes its own relative paths along, to pictures, too", () => {
  const own =
    "# Tides\n\n[c](charts.md) `charts.md` `./charts.md` `docs/specs/charts.md` ![low](img/tide%20%28low%29.png) [web](https://a.org/charts.md) [gone](gone.png)\n";
  const changed = move(files("# Charts\n", own), [{ from: TIDES, to: "docs/sea/tides.md" }]);
  expect(changed).toEqual({
    [TIDES]:
      "# Tides\n\n[c](../specs/charts.md) `charts.md` `../specs/charts.md` `docs/specs/charts.md` ![low](../specs/img/tide%20%28low%29.png) [web](https://a.org/charts.md) [gone](gone.png)\n",
  });
});

test("a folder moves with all that is in it, and what is in it still finds its neighbours", () => {
  const changed = move(
    {
      ...files("# Charts\n\n[t](tides.md) `docs/specs/tides.md`\n"),
      "docs/guide.md": "# Guide\n\n`specs/tides.md` and [c](specs/charts.md)\n",
    },
    [{ from: "docs/specs", to: "docs/norms" }],
  );
  expect(changed).toEqual({
    "docs/specs/charts.md": "# Charts\n\n[t](tides.md) `docs/norms/tides.md`\n",
    "docs/guide.md": "# Guide\n\n`norms/tides.md` and [c](norms/charts.md)\n",
  });
});

test("links are left to who else writes them, and code is nobody's", () => {
  const text = "# Charts\n\n[t](tides.md) `docs/specs/tides.md`\n\n```sh\ncat docs/specs/tides.md\n```\n";
  const changed = move(files(text), [{ from: TIDES, to: "docs/specs/flood.md" }], { ...ALL, links: false });
  expect(changed).toEqual({
    "docs/specs/charts.md": text.replace("`docs/specs/tides.md`", "`docs/specs/flood.md`"),
  });
});

test("a name with blanks is found whole", () => {
  const named = {
    "docs/Scope 3.2 tides.md": "# Scope\n",
    "docs/guide.md":
      "# G\n\nAs `docs/Scope 3.2 tides.md` says, [so](<Scope 3.2 tides.md>) and [so](Scope%203.2%20tides.md).\n",
  };
  const changed = move(named, [{ from: "docs/Scope 3.2 tides.md", to: "docs/old/tides.md" }]);
  expect(changed).toEqual({
    "docs/guide.md": "# G\n\nAs `docs/old/tides.md` says, [so](<old/tides.md>) and [so](old/tides.md).\n",
  });
});
