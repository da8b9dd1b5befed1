/** Whether a document is filed is mostly told by its beginning: that never tells another thing than the whole. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText } from "../../server/host/decode-text";
import { filedClassOf, findByHead, HEAD_BYTES, UNCLEAR } from "../../server/records/filed-class";
import { govern } from "../../server/workspace/govern";
import { policyOf } from "../support/filing-documents";
import { filedText, governedText } from "../support/governed-documents";

const policy = policyOf();

const filler = fc
  .tuple(
    fc.constantFrom(
      "",
      "<!-- a long remark\n",
      "Note: ",
      "**Scope:** ",
      "summary: ",
      "- x\n",
      "```\n",
      "| a | b |\n",
    ),
    fc.constantFrom(
      "word ",
      "höchst ",
      "引言",
      "🚢 ",
      "line\n",
      "key: value\n",
      "**Key:** value\n",
      "| c | d |\n",
    ),
    fc.integer({ min: 0, max: 900 }),
    fc.constantFrom("\n", "\n-->\n", "\n```\n", "\n\n"),
  )
  .map(([open, words, times, close]) => open + words.repeat(times) + close);

/** With something long before the header, in it, or behind it. */
const long = fc
  .tuple(fc.oneof(governedText, filedText), filler, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([{ path, text }, more, share]) => {
    const lines = text.split(/(?<=\n)/);
    const at = Math.floor(Math.min(12, lines.length) * share);
    return { path, text: [...lines.slice(0, at), more, ...lines.slice(at)].join("") };
  });

test("the beginning of a text tells what the whole does, or that it cannot tell", () => {
  let told = 0;
  let untold = 0;
  fc.assert(
    fc.property(long, ({ path, text }) => {
      const whole = policy.covers(path) ? filedClassOf(govern(path, text, policy)) : undefined;
      const head = findByHead(path, decodeText(Buffer.from(text).subarray(0, HEAD_BYTES)), policy);
      if (head === UNCLEAR) untold++;
      else {
        told++;
        expect(head).toBe(whole);
      }
    }),
    { numRuns: 1500 },
  );
  expect([told, untold].every((times) => times > 100)).toBe(true);
});

test("front matter that is longer than the beginning is no plain header", () => {
  const text = `---\ntitle: Close\nstatus: Active\n\nnotes:\n${"  - a remark\n".repeat(300)}Status: Filed\n---\n# Close\n`;
  const head = decodeText(Buffer.from(text).subarray(0, HEAD_BYTES));
  expect(findByHead("docs/product/lessons_learnt/4.1-close-lessons.md", head, policy)).toBe(UNCLEAR);
});
