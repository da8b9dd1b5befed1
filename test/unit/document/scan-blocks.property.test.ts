/** What holds of the scanner's blocks whatever the text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanBlocks } from "../../../server/document/scan-blocks";
import { outlineOfBlocks } from "../../support/block-outline";
import { trickyMarkdown } from "../../support/markdown-fragments";

const anyText = fc.oneof(
  trickyMarkdown,
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "\n",
        "\r",
        "\r\n",
        "\0",
        "\u{feff}",
        "\u{1f680}",
        "\ud800",
        "\u2028",
        "- ",
        "> ",
        "|",
        "-",
        "`",
        "[",
        "a",
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join("")),
  trickyMarkdown.map((text) => `---\n${text}`),
);

/** Offsets at which lines start and end, a byte order mark and line endings left out. */
function linesOf(text: string): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    starts.push(match.index === 0 && text.startsWith("\u{feff}") ? 1 : match.index);
    ends.push(match.index + match[0].replace(/[\r\n]+$/, "").length);
  }
  return { starts, ends };
}

describe("blocks of any text", () => {
  it("cover whole lines", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { starts, ends } = linesOf(text);
        for (const { range, line, endLine, contentStart } of scanBlocks(text)) {
          expect(range).toEqual({ start: starts[line], end: ends[endLine - 1] });
          expect(contentStart).toBeGreaterThanOrEqual(range.start);
          expect(contentStart).toBeLessThanOrEqual(ends[line] ?? -1);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("lie within their parents and behind the sibling before them", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const blocks = scanBlocks(text);
        const reached = new Map<number, number>();
        blocks.forEach(({ line, endLine, parent }, index) => {
          const container =
            parent < 0 ? { kind: "root", line: 0, endLine: Number.POSITIVE_INFINITY } : blocks[parent];
          expect(parent).toBeLessThan(index);
          expect(["root", "list", "list-item", "block-quote"]).toContain(container?.kind);
          expect(line).toBeGreaterThanOrEqual(reached.get(parent) ?? container?.line ?? -1);
          expect(endLine).toBeLessThanOrEqual(container?.endLine ?? -1);
          expect(endLine).toBeGreaterThan(line);
          reached.set(parent, endLine);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it("hold the ranges of their texts and contents", () => {
    fc.assert(
      fc.property(anyText, (source) => {
        for (const { range, text, content, task } of scanBlocks(source)) {
          for (const inner of [text, content, task]) {
            if (inner === undefined) continue;
            expect(inner.start).toBeGreaterThanOrEqual(range.start);
            expect(inner.end).toBeGreaterThanOrEqual(inner.start);
            expect(inner.end).toBeLessThanOrEqual(range.end);
          }
          const own = text === undefined ? "" : source.slice(text.start, text.end);
          expect(own).toBe(own.replace(/^[ \t]+|[ \t]+$/g, ""));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("are the same for every kind of line ending", () => {
    fc.assert(
      fc.property(anyText, fc.infiniteStream(fc.constantFrom("\n", "\r\n", "\r")), (source, endings) => {
        const text = source.replace(/\r\n?/g, "\n");
        const expected = outlineOfBlocks(text, scanBlocks(text));
        // A lone CR before an empty line would make one ending with the LF behind it.
        const mixed = text.replace(/\n(?!\n)/g, () => endings.next().value ?? "\n");
        for (const other of [text.replaceAll("\n", "\r\n"), text.replaceAll("\n", "\r"), mixed]) {
          expect(outlineOfBlocks(other, scanBlocks(other))).toEqual(expected);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
