/** The cells of pipe tables: where they are and what they say. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanBlocks } from "../../../server/document/scan-blocks";
import { parseTable, type Table, type TableRow } from "../../../server/document/table";
import { createOracle } from "../../support/block-oracle";
import { trickyMarkdown } from "../../support/markdown-fragments";

function tablesOf(text: string): Table[] {
  return scanBlocks(text)
    .filter(({ kind }) => kind === "table")
    .map((block) => parseTable(text, block));
}

function textsOf(row: TableRow | undefined): string[] | undefined {
  return row?.cells.map(({ text }) => text);
}

function onlyRow(row: string): TableRow | undefined {
  return tablesOf(`| a | b |\n|---|---|\n${row}\n`)[0]?.rows[0];
}

describe("the cells of a row", () => {
  it.each<[string, string[]]>([
    ["| c | d |", ["c", "d"]],
    ["c | d", ["c", "d"]],
    ["|c|d", ["c", "d"]],
    ["  c|d|  ", ["c", "d"]],
    ["| c |", ["c"]],
    ["no pipe", ["no pipe"]],
    ["| c | d | e |", ["c", "d", "e"]],
    ["|  | d |", ["", "d"]],
    ["||", [""]],
    ["|", []],
    ["| c \\| d | e |", ["c | d", "e"]],
    ["| c \\|", ["c |"]],
    ["| `c \\| d` | e |", ["`c | d`", "e"]],
    ["| `c | d` |", ["`c", "d`"]],
    ["| c \\\\| d | e |", ["c \\| d", "e"]],
    ["| c\\d | \\* |", ["c\\d", "\\*"]],
    ["|\tc\t|\u{1f680} d|", ["c", "\u{1f680} d"]],
  ])("%j", (line, texts) => {
    expect(textsOf(onlyRow(line))).toEqual(texts);
  });
});

describe("the ranges of a table", () => {
  it("are those of its lines and of the trimmed cells", () => {
    const text = "x\r\n\r\n| a |  b |\r\n|--|:-:|\r\n| c \\| d || e\r\n";
    const [table] = tablesOf(text);
    const read = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(table?.head.line).toBe(2);
    expect(read(table?.head.range ?? { start: 0, end: 0 })).toBe("| a |  b |");
    expect(read(table?.delimiter ?? { start: 0, end: 0 })).toBe("|--|:-:|");
    expect(table?.rows.map(({ line, range }) => [line, read(range)])).toEqual([[4, "| c \\| d || e"]]);
    expect(table?.head.cells.map(({ range }) => read(range))).toEqual(["a", "b"]);
    expect(table?.rows[0]?.cells.map(({ range }) => read(range))).toEqual(["c \\| d", "", "e"]);
  });

  it("of an empty cell are empty, behind its first blank", () => {
    const row = onlyRow("|  || |");
    const start = row?.range.start ?? 0;
    expect(row?.cells.map(({ range }) => [range.start - start, range.end - start])).toEqual([
      [2, 2],
      [4, 4],
      [6, 6],
    ]);
  });
});

describe("a table in containers", () => {
  it.each([
    "> | a | b |\n> |---|---|\n> | c | d > e |\n>| f | g |",
    "- | a | b |\n  |---|---|\n  | c | d > e |\n  | f | g |",
    "> 1. > a | b\r\n>    > --|--\r\n>    > c | d > e\r\n>    >f | g\r\n",
    "-\n\n\n  > intro\n  >\n  > - a | b\n  >   --|--\n  >   c | d > e\n  >   f | g",
  ])("%j", (text) => {
    const [table] = tablesOf(text);
    expect([table?.head, ...(table?.rows ?? [])].map(textsOf)).toEqual([
      ["a", "b"],
      ["c", "d > e"],
      ["f", "g"],
    ]);
  });
});

it("has the cells that markdown-it finds, as many as the head has", () => {
  const oracle = createOracle();
  const cell = fc.array(fc.constantFrom("a", " ", "\\", "|", "\\|", "`", "-", "\t", "\u{1f680}"), {
    maxLength: 6,
  });
  const line = cell.map((parts) => `|x${parts.join("")}`);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      const text = `|h|h|h|\n|-|-|-|\n${lines.join("\n")}\n`;
      const expected = oracle
        .parse(text, {})
        .flatMap(({ type, content }) => (type === "inline" ? [content] : []));
      const rows = tablesOf(text).flatMap((table) => [table.head, ...table.rows]);
      expect(rows.flatMap((row) => [0, 1, 2].map((index) => row.cells[index]?.text ?? ""))).toEqual(expected);
    }),
  );
});

it("has as many delimiters as heads, and ranges within its rows", () => {
  fc.assert(
    fc.property(trickyMarkdown, (text) => {
      for (const table of tablesOf(text)) {
        const delimiters = text.slice(table.delimiter.start, table.delimiter.end).match(/-+/g);
        expect(delimiters).toHaveLength(table.head.cells.length);
        for (const row of [table.head, ...table.rows]) {
          let reached = row.range.start;
          for (const { range, text: own } of row.cells) {
            expect(range.start).toBeGreaterThanOrEqual(reached);
            expect(range.end).toBeLessThanOrEqual(row.range.end);
            expect(own).toBe(text.slice(range.start, range.end).replaceAll("\\|", "|").trim());
            reached = range.end;
          }
        }
      }
    }),
    { numRuns: 5_000 },
  );
});
