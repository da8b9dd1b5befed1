/** Whatever stands in a document, its header is read without a crash and every range lies where its text is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Range } from "../../server/base/range";
import { parseDocument } from "../../server/document/parse-document";
import type { ParsedDocument } from "../../server/document/types";

/** Pieces of which headers, and what only looks like one, are made. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      "**",
      "__",
      "*",
      "_",
      ":",
      "：",
      " ",
      "  ",
      "\t",
      "\u00a0",
      "|",
      " | ",
      "·",
      ";",
      ",",
      "—",
      "-",
      "- ",
      "1. ",
    ],
    ...[
      "> ",
      "# ",
      "## ",
      "---",
      "===",
      "...",
      "```",
      "~~~",
      "<!-- ",
      " -->",
      "<br>",
      "\\",
      "`",
      "[",
      "]",
      "(",
      ")",
    ],
    ...[
      "{",
      "}",
      "&a ",
      "*a",
      "!!js/function ",
      "'",
      '"',
      "@",
      "%",
      "Owner",
      "Status",
      "last_updated",
      "Draft",
      "責任者",
    ],
    ...[
      "2026-02-18",
      "1.0",
      "👩🏽‍💻",
      "🟢",
      "\u0000",
      "\uD83D",
      "\uFEFF",
      "| Owner | a |",
      "|---|---|",
      "- [ ] ",
      "import x",
    ],
  ),
  fc.constantFrom("\n", "\n", "\n", "\n\n", "\r\n", "\r"),
  fc.string({ maxLength: 8 }),
);

const fieldLine = fc
  .tuple(
    fc.constantFrom("", "- ", "> ", "* ", "1. ", "  "),
    fc.constantFrom("Owner", "Status", "Last Updated", "Date_Filed", "責任者", "👤 Role"),
    fc.constantFrom("**K:** V", "**K**: V", "K: V", "__K:__ V", "**K: V**", "| K | V |", "K：V"),
    fc.constantFrom(
      "PMO Lead",
      "",
      "—",
      "`a:b`",
      "[x](y)",
      "🟢 Active (note)",
      "a | b",
      "**c**",
      "x<br>",
      "y\\",
    ),
    fc.constantFrom("\n", "\n", "  \n", "\\\n", "\n\n", "\r\n", " | ", " <!-- n -->\n"),
  )
  .map(
    ([mark, key, form, value, end]) => mark + form.replace("K", () => key).replace("V", () => value) + end,
  );

const document = fc
  .array(fc.oneof({ weight: 3, arbitrary: fieldLine }, { weight: 2, arbitrary: piece }), { maxLength: 40 })
  .map((parts) => parts.join(""));

const frontMatter = fc
  .tuple(
    fc.array(fc.oneof(fieldLine, piece), { maxLength: 25 }),
    fc.constantFrom("\n---\n", "\n...\n", "\r\n---\r\n", ""),
  )
  .map(([parts, end]) => `---\n${parts.join("")}${end}# T\n`);

const text = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), document, frontMatter);

function slice(parsed: ParsedDocument, { start, end }: Range): string {
  return parsed.text.slice(start, end);
}

function expectWithin(inner: Range, outer: Range): void {
  expect(inner.start).toBeLessThanOrEqual(inner.end);
  expect(inner.start).toBeGreaterThanOrEqual(outer.start);
  expect(inner.end).toBeLessThanOrEqual(outer.end);
}

describe("any text", () => {
  it("has a header whose ranges lie within it and cover what they say", () => {
    fc.assert(
      fc.property(text, (source) => {
        const parsed = parseDocument(source);
        const whole = { start: 0, end: source.length };
        const { header } = parsed;
        for (const field of header.fields) {
          expect(slice(parsed, field.keyRange)).toBe(field.key);
          expect(field.key).not.toMatch(/^\s|\s$|[\r\n]/);
          expectWithin(field.lineRange, whole);
          expectWithin(field.keyRange, field.lineRange);
          expectWithin(field.valueRange, whole);
          expect(field.valueRange.start).toBeGreaterThanOrEqual(field.keyRange.end);
          expect(slice(parsed, field.valueRange)).not.toMatch(/^[ \t\r\n]|[ \t\r\n]$/);
          if (
            field.form !== "front-matter" &&
            field.form !== "table" &&
            !/[\r\n]/.test(slice(parsed, field.valueRange))
          ) {
            expect(slice(parsed, field.valueRange)).toBe(field.value);
          }
          if (header.range !== undefined) expectWithin(field.lineRange, header.range);
        }
        expect(header.range === undefined).toBe(header.fields.length === 0);
        for (const problem of header.problems) expectWithin(problem.range, whole);
        if (header.frontMatter !== undefined) expectWithin(header.frontMatter, whole);
      }),
      { numRuns: 1500 },
    );
  });

  it("has lines that begin and end where lines do", () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { lineRange } of parseDocument(source).header.fields) {
          expect(source.slice(0, lineRange.start)).toMatch(/(?:^|[\r\n]|^\uFEFF)$/);
          expect(source.slice(lineRange.end)).toMatch(/^(?:$|[\r\n])/);
        }
      }),
      { numRuns: 700 },
    );
  });

  it("has the same fields whatever its line endings are", () => {
    fc.assert(
      fc.property(text, (source) => {
        const lf = source.replace(/\r\n?/g, "\n");
        const read = (each: string) =>
          parseDocument(each).header.fields.map(({ key, value, form }) => [
            form,
            key,
            value.replace(/\r\n/g, "\n"),
          ]);
        expect(read(lf.replace(/\n/g, "\r\n"))).toEqual(read(lf));
      }),
      { numRuns: 700 },
    );
  });

  it("has the same fields behind a byte order mark", () => {
    fc.assert(
      fc.property(text, (source) => {
        fc.pre(!source.startsWith("\uFEFF"));
        const read = (each: string) =>
          parseDocument(each).header.fields.map(({ key, value }) => [key, value]);
        expect(read(`\uFEFF${source}`)).toEqual(read(source));
      }),
      { numRuns: 500 },
    );
  });
});

describe("front matter", () => {
  it("is never run as code, whatever language it says it is in", () => {
    const language = fc.constantFrom("js", "javascript", "JS", "coffee", "ts", " js", "json", "toml");
    const code = fc.constantFrom(
      "globalThis.wasRun = 1",
      "{ a: (() => { globalThis.wasRun = 1 })() }",
      "module.exports = globalThis.wasRun = 1",
    );
    fc.assert(
      fc.property(language, code, piece, (name, body, tail) => {
        parseDocument(`---${name}\n${body}\n${tail}\n---\n`);
        parseDocument(`---\njs: !!js/function 'function () { ${body} }'\n${tail}\n---\n`);
        expect(Reflect.get(globalThis, "wasRun")).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
