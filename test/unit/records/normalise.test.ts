/** What a seal's hash leaves out of account, and what it does not. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseForSeal } from "../../../server/records/normalise";

describe("the normalised text", () => {
  it.each([
    ["a byte order mark", "\uFEFFa\n", "a\n"],
    ["CRLF", "a\r\nb\r\n", "a\nb\n"],
    ["a lone CR", "a\rb\r", "a\nb\n"],
    ["spaces and tabs at the end of lines", "a \t\nb\t\n  c\n", "a\nb\n  c\n"],
    ["blank lines at the end", "a\n\n \t\n\r\n", "a\n"],
    ["no line ending at the end", "a\nb", "a\nb\n"],
    ["an empty text", "", "\n"],
  ])("does not depend on %s", (_, text, normalised) => {
    expect(normaliseForSeal(text)).toBe(normalised);
  });

  it.each([
    ["indentation", "  a\n"],
    ["spaces within a line", "a  b\n"],
    ["blank lines at the start and between", "\n\na\n\nb\n"],
    ["letters composed in another way", "u\u0308\n"],
    ["other white space at the end of a line", "a\u00A0\nb\u2028\nc\v\nd\f\n"],
    ["a byte order mark elsewhere", "a\uFEFF\n"],
  ])("keeps %s", (_, text) => {
    expect(normaliseForSeal(text)).toBe(text);
  });

  it("takes time linear in a long run of spaces", () => {
    const text = `${" ".repeat(300_000)}x`;
    expect(normaliseForSeal(text)).toBe(`${text}\n`);
  });

  it("stays as it is when it is normalised again", () => {
    const part = fc.constantFrom("a", " ", "\t", "\r", "\n", "\r\n", "\u00A0", "ü");
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const once = normaliseForSeal(parts.join(""));
        expect(normaliseForSeal(once)).toBe(once);
      }),
    );
  });
});
