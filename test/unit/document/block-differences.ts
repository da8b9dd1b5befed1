/** Where the scanner and markdown-it differ on purpose: the reason, an example, and what tells such a text. */

export interface Difference {
  /** Why the scanner is right, or free, to differ. */
  readonly reason: string;
  readonly example: string;
  /** What the scanner finds in the example. */
  readonly ours: readonly string[];
  /** True for a text in which the difference may show; absent where `createGfmOracle` sets the oracle right. */
  readonly mayShow?: (text: string) => boolean;
}

/** Those that the text of definitions alone can show. */
export const definitionDifferences: readonly Difference[] = [
  {
    reason:
      "CommonMark: what cannot be a definition's title, because more text follows it, is none; empty or not.",
    example: '[a]: b\n"" c',
    ours: ["paragraph 1-2"],
    mayShow: (text) => /""|''|\(\)/.test(text),
  },
  {
    reason: "CommonMark: a link destination holds neither tab nor line ending, behind a backslash neither.",
    example: '[a]: \\\n"title"',
    ours: [],
    mayShow: (text) => /\\[\t\n]/.test(text),
  },
];

export const differences: readonly Difference[] = [
  {
    reason:
      "GFM: a table's head is a line of a paragraph; one that starts another block (here a heading) is none.",
    example: "# a | b\n--- | ---",
    ours: ["heading 1 0-1", "paragraph 1-2"],
  },
  {
    reason: "GFM: a table ends where any other block starts, an HTML block of kind 7 too.",
    example: "a | b\n--- | ---\n<custom-tag>",
    ours: ["table 0-2", "html 2-3"],
  },
  {
    reason:
      "A line that continues a paragraph lazily stands outside the item, so it cannot be a table's head in it.",
    example: "- a\nb | c\n  --|--",
    ours: ["bullet-list 0-3", "  list-item 0-3", "    paragraph 0-3"],
  },
  {
    reason:
      "CommonMark: items of one type make one list, whatever number of blank lines stands between them.",
    example: "-\n\n\n- a",
    ours: ["bullet-list 0-4", "  list-item 0-1", "  list-item 3-4", "    paragraph 3-4"],
    mayShow: (text) => /(?:[-+*]|\d[.)])[ \t]*\n(?:[ \t>]*\n){2}/.test(text),
  },
  {
    reason: "CommonMark: four columns of indentation before a `>` make it text, below a block quote too.",
    example: ">\n    > a",
    ours: ["block-quote 0-1", "indented-code 1-2"],
    mayShow: (text) => /(?: {4}|\t) *>/.test(text),
  },
  {
    reason:
      "CommonMark: a line indented by four columns, but not by enough for the item, continues its paragraph.",
    example: "-    a\n    # b",
    ours: ["bullet-list 0-2", "  list-item 0-2", "    paragraph 0-2"],
    mayShow: hasOutdentedLine,
  },
  {
    reason:
      "The same in nested block quotes: an indented line without their markers continues the paragraph.",
    example: "> > a\n    ```",
    ours: ["block-quote 0-2", "  block-quote 0-2", "    paragraph 0-2"],
    mayShow: (text) => />.*>/.test(text) && /^(?: {4}| {0,3}\t)/m.test(text),
  },
  {
    reason:
      "CommonMark: a tab reaches to the next of the line's own tab stops, however many markers stand before it.",
    example: ">>1) \ta",
    ours: [
      "block-quote 0-1",
      "  block-quote 0-1",
      "    ordered-list 0-1",
      "      list-item 0-1",
      "        paragraph 0-1",
    ],
    mayShow: (text) => />.*\t/.test(text),
  },
  {
    reason:
      "As in the reference implementations, a definition is part of a paragraph until that ends: what cannot interrupt " +
      "a paragraph (here a list that starts with 2) cannot interrupt a definition, and a lazy line continues it.",
    example: "[a]: b\n2. c",
    ours: ["paragraph 1-2"],
    mayShow: (text) => /\]:.*\n.*\S/.test(text),
  },
  ...definitionDifferences,
];

/** A line that is indented by four columns or more, yet by less than the content of some item above it. */
function hasOutdentedLine(text: string): boolean {
  let deepest = 0;
  for (const line of text.split("\n")) {
    const columns = markerColumns(line);
    if (columns.starts.some((column) => column >= 4 && column < deepest)) return true;
    deepest = Math.max(deepest, ...columns.contents);
  }
  return false;
}

/** The columns of a line's container markers and of its text; and of the content that each marker asks for. */
function markerColumns(line: string): { starts: number[]; contents: number[] } {
  const starts: number[] = [];
  const contents: number[] = [];
  let rest = line;
  let column = 0;
  for (;;) {
    const indentation = blanksOf(rest);
    column = columnBehind(indentation, column);
    starts.push(column);
    rest = rest.slice(indentation.length);
    const marker = /^(?:>|(?:[-+*]|\d{1,9}[.)])(?=\s|$))/.exec(rest)?.[0];
    if (marker === undefined) return { starts, contents };
    rest = rest.slice(marker.length);
    column += marker.length;
    const next = columnBehind(blanksOf(rest), column);
    contents.push(marker === ">" || next - column > 4 ? column + 1 : Math.max(next, column + 1));
  }
}

function blanksOf(text: string): string {
  return /^[ \t]*/.exec(text)?.[0] ?? "";
}

function columnBehind(blanks: string, column: number): number {
  let at = column;
  for (const blank of blanks) at += blank === " " ? 1 : 4 - (at % 4);
  return at;
}
