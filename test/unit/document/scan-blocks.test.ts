/** What the scanner says about each block beyond its kind and its lines. */
import { describe, expect, it } from "vitest";
import type { Block, BlockKind } from "../../../server/document/block";
import { scanBlocks } from "../../../server/document/scan-blocks";
import { outlineOfBlocks } from "../../support/block-outline";

function outline(text: string): string[] {
  return outlineOfBlocks(text, scanBlocks(text));
}

function first(text: string, kind: BlockKind): Block {
  const block = scanBlocks(text).find((candidate) => candidate.kind === kind);
  if (block === undefined) throw new Error(`no ${kind}`);
  return block;
}

describe("headings", () => {
  it.each([
    ["# Title", 1, "Title"],
    ["  ## Title ##  ", 2, "Title"],
    ["### Title#", 3, "Title#"],
    ["#\tC \\#", 1, "C \\#"],
    ["###### ######", 6, ""],
    ["#", 1, ""],
    ["> - # In a list", 1, "In a list"],
    ["Title  \n===", 1, "Title"],
    ["  Two\n  lines\n---", 2, "Two\n  lines"],
    ["[a]: b\nTitle\n---", 2, "Title"],
    ["# \u{1f680} non-BMP", 1, "\u{1f680} non-BMP"],
  ])("%j", (text, level, title) => {
    const block = first(text, "heading");
    expect([block.level, text.slice(block.text?.start, block.text?.end)]).toEqual([level, title]);
  });
});

describe("fences", () => {
  it.each([
    ["```\na\nb\n```", "", "a\nb", true],
    ["~~~ yaml policy \na\n~~~~", "yaml policy", "a", true],
    ["```md\n```", "md", "", true],
    ["```", "", "", false],
    ["```\n", "", "", false],
    ["```\n\n\n", "", "\n", false],
    ["> ```js\n> a\n> b\nbehind", "js", "> a\n> b", false],
    ["- ```\r\n  a\r\n  ```\r\n", "", "  a", true],
  ])("%j", (text, info, content, closed) => {
    const block = first(text, "fence");
    const read = (range = { start: 0, end: 0 }) => text.slice(range.start, range.end);
    expect([read(block.text), read(block.content), block.closed]).toEqual([info, content, closed]);
  });
});

describe("task list items", () => {
  it.each([
    ["- [ ] a", " "],
    ["- [x] a", "x"],
    ["* [X]\ta", "X"],
    ["12. [ ] a", " "],
    ["> -   [\t] a", "\t"],
    ["-\n  [x] a", "x"],
    ["- [ ]\n  a", " "],
    ["- [ ]", undefined],
    ["- [ ] ", undefined],
    ["- [x]a", undefined],
    ["- [o] a", undefined],
    ["- [] a", undefined],
    ["- a\n\n  [ ] second paragraph", undefined],
    ["- [ ] a\n  ===", undefined],
    ["-     [ ] code", undefined],
    ["- > [ ] in a quote", undefined],
    ["[ ] a", undefined],
  ])("%j", (text, state) => {
    const { task } = scanBlocks(text).find(({ kind }) => kind === "list-item") ?? {};
    expect(task === undefined ? undefined : text.slice(task.start, task.end)).toBe(state);
  });

  it("belong to the item that holds them", () => {
    const items = scanBlocks("- [x] a\n  - b\n  - [ ] c\n").filter(({ kind }) => kind === "list-item");
    expect(items.map(({ task }) => task?.start)).toEqual([3, undefined, 19]);
  });
});

describe("front matter", () => {
  it.each([
    ["---\na: b\n---\n# T", "a: b", ["heading 1 3-4"]],
    ["\u{feff}---  \r\na: b\r\nc: d\r\n...\r\ntext", "a: b\r\nc: d", ["paragraph 4-5"]],
    ["---\ra: b\r---\rtext", "a: b", ["paragraph 3-4"]],
    ["---\n---", "", []],
    ["---\n\n--- \n\ntext\n", "", ["paragraph 4-5"]],
  ])("%j", (text, content, rest) => {
    const [block] = scanBlocks(text);
    expect([block?.kind, block?.line, block?.parent]).toEqual(["front-matter", 0, -1]);
    expect(text.slice(block?.content?.start, block?.content?.end)).toBe(content);
    expect(outline(text)).toEqual(rest);
  });

  it.each(["---\na: b\n", "---\na: b\n ---\n", "\n---\na: b\n---", "----\na\n----", "--- js\na\n---"])(
    "not %j",
    (text) => {
      expect(scanBlocks(text).map(({ kind }) => kind)).not.toContain("front-matter");
    },
  );
});

describe("link reference definitions", () => {
  it.each<[string, string[]]>([
    ["[a]: b", []],
    ["[a]:\n  <b c>\n  'd\n  e'\n[f]: g\n\ntext", ["paragraph 6-7"]],
    ["[a]: b\ntext", ["paragraph 1-2"]],
    ["[a]: b\n===", ["paragraph 1-2"]],
    ["[a]: b\n---", ["thematic-break 1-2"]],
    ["[a]: b 'c' d", ["paragraph 0-1"]],
    ["[a]: b\n'c' d", ["paragraph 1-2"]],
    ["[ ]: b", ["paragraph 0-1"]],
    ["[a](b)\n[c]: d", ["paragraph 0-2"]],
    ["text\n[a]: b", ["paragraph 0-2"]],
    ["> [a]:\n> b\n> text", ["block-quote 0-3", "  paragraph 2-3"]],
    ["- [a]: b\n  c | d\n  --|--", ["bullet-list 0-3", "  list-item 0-3", "    table 1-3"]],
    [`[a]: ${"(".repeat(32)}b${")".repeat(32)}`, []],
    [`[a]: ${"(".repeat(33)}b${")".repeat(33)}`, ["paragraph 0-1"]],
    [`[${"a".repeat(999)}]: b`, []],
    [`[${"a".repeat(1000)}]: b`, ["paragraph 0-1"]],
    [`[${"\u{1f680}".repeat(999)}]: b`, []],
  ])("%j", (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe("ranges", () => {
  it("leave a byte order mark, blank lines behind a container and line endings out", () => {
    const text = "\u{feff}- a\r\n\r\n  > b\r\n\r\n\r\nc\r\n";
    expect(scanBlocks(text).map(({ kind, range }) => [kind, text.slice(range.start, range.end)])).toEqual([
      ["list", "- a\r\n\r\n  > b"],
      ["list-item", "- a\r\n\r\n  > b"],
      ["paragraph", "- a"],
      ["block-quote", "  > b"],
      ["paragraph", "  > b"],
      ["paragraph", "c"],
    ]);
  });

  it("say where each block's own text begins", () => {
    const text = "> 1.  a\n>\n>\t      code\n\n-\n   ~~~\n";
    expect(
      scanBlocks(text).map(({ kind, contentStart }) => [kind, text.slice(contentStart).split("\n")[0]]),
    ).toEqual([
      ["block-quote", "1.  a"],
      ["list", "1.  a"],
      ["list-item", "a"],
      ["paragraph", "a"],
      ["indented-code", "code"],
      ["list", "-"],
      ["list-item", ""],
      ["fence", "~~~"],
    ]);
  });

  it("of a quote include its lines without text, those of a list in it do not", () => {
    expect(outline("> - a\n>\n\nb")).toEqual([
      "block-quote 0-2",
      "  bullet-list 0-1",
      "    list-item 0-1",
      "      paragraph 0-1",
      "paragraph 3-4",
    ]);
  });
});

it("nests a hundred containers and takes deeper ones for text", () => {
  const blocks = scanBlocks(`${">".repeat(150)} a\n${"- ".repeat(150)}b`);
  expect(blocks.filter(({ kind }) => kind !== "paragraph")).toHaveLength(200);
  expect(blocks.filter(({ kind }) => kind === "paragraph")).toHaveLength(2);
});
