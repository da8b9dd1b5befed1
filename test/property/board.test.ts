/** Whatever documents say, it stays words: it neither breaks out of the board's HTML and SVG nor out of Mermaid. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodePath } from "../../server/report/board/escape";
import { fitText, textWidth } from "../../server/report/board/fit-text";
import { linksBy } from "../../server/report/board/link";
import { renderMermaid } from "../../server/report/board/mermaid";
import { flowText, ganttText } from "../../server/report/board/mermaid-text";
import { renderBoardPage } from "../../server/report/board/page";
import { wordyBoard } from "../support/wordy-board";

const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?)*) *\/?>/g;
const ATTRIBUTE = / ([a-zA-Z][a-zA-Z0-9:-]*)(?:="[^"<>]*")?/g;

/** Strings that mean something somewhere, and any others. */
const words = fc
  .oneof(
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
    {
      weight: 2,
      arbitrary: fc
        .array(
          fc.constantFrom(
            ...[
              "<",
              ">",
              '"',
              "'",
              "&",
              "#",
              ";",
              ":",
              "`",
              "%%",
              "{",
              "}",
              "[",
              "]",
              "(",
              ")",
              "|",
              "\\",
              "/",
            ],
            ...[
              "</svg>",
              "</style>",
              "<script>",
              "<!--",
              "-->",
              "]]>",
              "&lt;",
              "&#60;",
              "javascript:",
              "onload=",
            ],
            ...[
              "end",
              "direction LR",
              "section ",
              "title ",
              "click ",
              "2026-02-01",
              "~~~",
              '"]',
              "```",
              "\n",
              "\t",
            ],
            ...[
              "ﬂ°°35¶ß",
              "#35;",
              "\u202e",
              "\u0000",
              "\ud800",
              "漢字",
              "👩‍👩‍👧",
              "style x:y#z;",
              "a",
              "B",
              " ",
            ],
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join("")),
    },
  )
  // an empty text is left out, which changes what is drawn
  .map((text) => `x${text}`);

/** The tags with the names of their attributes, once nothing but text is left between them. */
function skeleton(html: string): readonly string[] {
  const body = html.replace(/^<!DOCTYPE html>/, "").replace(/<style>[^<]*<\/style>/, "");
  const text = body.replace(TAG, "");
  expect(text).not.toMatch(/[<>]/);
  expect(text.replace(/&(?:amp|lt|gt|quot|#39);/g, "")).not.toMatch(/&/);
  return [...body.matchAll(TAG)].map(
    ([tag, name, attributes = ""]) =>
      `${tag.startsWith("</") ? "/" : ""}${name} ${[...attributes.matchAll(ATTRIBUTE)].map(([, key]) => key).join(" ")}`,
  );
}

function page(text: string): string {
  const linkTo = linksBy(encodePath);
  return renderBoardPage({ name: undefined, board: wordyBoard(text), linkTo }, "hash");
}

test("the page has the same tags and attributes whatever the words are", () => {
  const plain = skeleton(page("x"));
  expect(plain.length).toBeGreaterThan(100);
  fc.assert(
    fc.property(words, (text) => {
      expect(skeleton(page(text))).toEqual(plain);
    }),
  );
});

test("links lead to relative paths, and to nothing else", () => {
  fc.assert(
    fc.property(words, (text) => {
      for (const [, target] of page(text).matchAll(/ href="([^"]*)"/g))
        expect(target).toMatch(/^\.\/[ab]\/[A-Za-z0-9._~!*()%/&#;'-]*#L\d+$/);
      expect(decodeURIComponent(encodePath(text))).toBe(`./${text.replace(/\p{Surrogate}/gu, "\uFFFD")}`);
    }),
  );
});

test("ids are unique and have no white space", () => {
  fc.assert(
    fc.property(words, (text) => {
      const ids = [...page(text).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._-]+$/);
    }),
  );
});

test("fitted text is no wider than its room, and is the text's beginning", () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 300 }), (text, room) => {
      const fitted = fitText(text, room, 12);
      expect(textWidth(fitted, 12)).toBeLessThanOrEqual(room);
      const line = text.replace(/\s+/g, " ").trim();
      expect(fitted === line || line.startsWith(fitted.slice(0, -1))).toBe(true);
    }),
  );
});

/** What Mermaid makes of its entities in the end. */
function decode(text: string): string {
  return text.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .trim();
}

test("Mermaid's text says the same and has no sign that means anything there", () => {
  fc.assert(
    fc.property(words, fc.constantFrom("", "Title ", "section ", "2026-02-01 "), (text, opening) => {
      for (const write of [flowText, ganttText]) {
        const written = write(opening + text);
        expect(written).toMatch(/^(?:[^"#;:`<>{}[\]|\\%&~@$^='\n\r]|#\d+;)+$/);
        expect(decode(written)).toBe(oneLine(opening + text));
      }
      expect(flowText(text)).not.toMatch(/direction\s/i);
      expect(ganttText(opening + text)).not.toMatch(/^(?:title|section|click|\d{4}-)/i);
    }),
  );
});

const LABEL = String.raw`"(?:[^"#;:\`<>]|#\d+;|<br/>)+"`;
const LINES = [
  /^```(?:mermaid)?$/,
  /^gantt$|^ {2}title Due dates$|^ {2}dateFormat YYYY-MM-DD$|^ {2}axisFormat %b %e$|^flowchart LR$|^ {2}end$|^$/,
  /^ {2}section (?:[^#:;]|#\d+;)+$/,
  /^ {4}(?:[^#:;]|#\d+;)+ :(?:crit, )?milestone, t\d+_\d+, \d{4}-\d\d-\d\d, 0d$/,
  new RegExp(`^ {2}subgraph g\\d+\\[${LABEL}\\]$`),
  new RegExp(`^ {4}n\\d+_\\d+(?:\\[${LABEL}\\]|\\{\\{${LABEL}\\}\\}|\\(\\[${LABEL}\\]\\))$`),
  /^ {4}n\d+_\d+ (?:-->|==>) n\d+_\d+$/,
  /^As of \d{4}-\d\d-\d\d\.$/,
];

test("every line of the charts is one of Mermaid's", () => {
  fc.assert(
    fc.property(words, (text) => {
      const lines = renderMermaid(wordyBoard(text)).split("\n");
      expect(lines.filter((line) => !LINES.some((pattern) => pattern.test(line)))).toEqual([]);
      expect(lines.length).toBe(renderMermaid(wordyBoard("x")).split("\n").length);
      // what Mermaid itself takes away before it reads a chart
      for (const line of lines) expect(line).not.toMatch(/(?:style|classDef).*:\S*#.*;/);
    }),
  );
});
