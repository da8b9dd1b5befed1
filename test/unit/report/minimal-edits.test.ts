/** Edits between two texts: they lead there, and touch nothing that both have. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../../server/base/edit";
import { minimalEdits } from "../../../server/report/minimal-edits";

const line = fc.constantFrom("one", "two", "", "𝔸b", "𝔹b", "a much longer line");
const ending = fc.constantFrom("\n", "\r\n", "\r", "");
const text = fc.array(fc.tuple(line, ending), { maxLength: 12 }).map((parts) => parts.flat().join(""));

test("applied to the one they give the other, in order and apart", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = minimalEdits(before, after);
      expect(applyEdits(before, edits)).toBe(after);
      for (const [index, edit] of edits.entries()) {
        const next = edits[index + 1];
        if (next !== undefined) expect(edit.range.end).toBeLessThanOrEqual(next.range.start);
      }
    }),
  );
});

test("no surrogate pair and no line ending is cut in two", () => {
  const isInside = (whole: string, offset: number) =>
    /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(whole.slice(offset - 1, offset + 1));
  fc.assert(
    fc.property(text, text, (before, after) => {
      for (const { range, newText } of minimalEdits(before, after)) {
        expect([isInside(before, range.start), isInside(before, range.end)]).toEqual([false, false]);
        expect(newText).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }
    }),
  );
});

test("nothing changes, nothing is edited; a changed word is one edit within its line", () => {
  expect(minimalEdits("a\nb\n", "a\nb\n")).toEqual([]);
  expect(minimalEdits("a\nold word\nb\n", "a\nnew word\nb\n")).toEqual([
    { range: { start: 2, end: 5 }, newText: "new" },
  ]);
  expect(minimalEdits("a\nb\n", "a\nx\nb\n")).toEqual([{ range: { start: 2, end: 2 }, newText: "x\n" }]);
});

test("very many changed lines are replaced one by one, or as a whole where their number differs", () => {
  const lines = (word: string, count: number) =>
    Array.from({ length: count }, (_, index) => (index % 2 === 0 ? `| ${index} | ${word} |` : "kept")).join(
      "\r\n",
    );
  const [before, after] = [lines("a", 1000), lines("bcd", 1000)];
  const edits = minimalEdits(before, after);
  expect(edits).toHaveLength(500);
  expect(applyEdits(before, edits)).toBe(after);
  expect(applyEdits(before, minimalEdits(before, lines("bcd", 1002)))).toBe(lines("bcd", 1002));
});
