/** Positions in texts with any line ends; those with a carriage return are read in another way than those without. */
import { expect, test } from "vitest";
import { LineIndex } from "../../../server/base/lines";

test.each([
  ["no line end", "ab", [0]],
  ["an empty text", "", [0]],
  ["line feeds alone", "a\n\n𝒃c\n", [0, 2, 3, 7]],
  ["carriage returns with line feeds", "a\r\n\r\nb\r\n", [0, 3, 5, 8]],
  ["carriage returns alone", "a\r\rb\r", [0, 2, 3, 5]],
  ["all of them", "a\nb\r\nc\rd", [0, 2, 5, 7]],
])("the lines of %s", (_, text, starts) => {
  const lines = new LineIndex(text);
  expect(lines.starts).toEqual(starts);
  for (let offset = 0; offset <= text.length; offset++) {
    const line = starts.findLastIndex((start) => start <= offset);
    const position = { line, character: offset - (starts[line] ?? 0) };
    expect(lines.positionAt(offset)).toEqual(position);
    expect(lines.offsetAt(position)).toBe(offset);
  }
});
