/** Inputs of 5 MB that bring scanners of quadratic time to a standstill; the runner's timeout is the assertion. */
import { expect, it } from "vitest";
import { scanBlocks } from "../../server/document/scan-blocks";

const size = 5_000_000;

function fill(part: string): string {
  return part.repeat(Math.ceil(size / part.length));
}

it.each<[string, () => string]>([
  ["quote markers", () => fill("> ")],
  ["bullets that are no thematic break", () => `${fill("- ")}x`],
  ["blank lines below deep nesting", () => `${"- ".repeat(120)}x\n${fill("\n")}`],
  ["indented lines below deep nesting", () => `${"- ".repeat(50)}x\n${fill(`${" ".repeat(110)}y\n`)}`],
  ["lines that end in a lone carriage return", () => fill("x\r")],
  ["mixed line endings", () => fill("x\r\ny\rz\n")],
  ["open brackets", () => fill("[a\n")],
  ["definitions", () => fill("[a]: b\n")],
  ["definitions with an open title", () => fill("[a]: b\n'c\n")],
  ["a destination of parentheses", () => `[a]: ${fill("(")}`],
  ["open comments in quotes", () => fill("> <!--\n\n")],
  ["an open tag", () => `<a ${fill("b='c' ")}`],
  ["an open fence", () => `\`\`\`\n${fill("`` x\n")}`],
  ["a wide table", () => `${fill("a|")}\n${fill("-|")}\n`],
  ["heads without a table", () => fill("a|b\n")],
  ["an underlined definition", () => fill("[a]: b\n===\n")],
  ["front matter that does not end", () => `---\n${fill("... x\n")}`],
])("%s", (_, text) => {
  expect(scanBlocks(text()).length).toBeGreaterThanOrEqual(0);
});
