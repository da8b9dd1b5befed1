/** Whatever a header looks like: filing is refused with a reason, or it files, and then it changes the header alone. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFiling, type Filing } from "../../server/features/filing";
import { isRecord } from "../../server/records/seal-record";
import { govern } from "../../server/workspace/govern";
import { inputOf, policyOf, TODAY } from "../support/filing-documents";
import { fileableText, filedText, type GovernedText, governedText } from "../support/governed-documents";

const policy = policyOf();

const check = ({ path, text }: GovernedText): Filing => checkFiling(inputOf(path, text, policy));

function expectRefused({ refusals, edits, text }: Filing, given: string): void {
  expect([edits, text]).toEqual([[], given]);
  const lines = given.split(/\r\n|\r|\n/).length;
  for (const { message, line } of refusals) {
    expect(message).toMatch(/[.?:]$/);
    expect(line ?? 1).toBeLessThanOrEqual(lines);
  }
}

/** Filed by the policy, with no other field changed and nothing below the header. */
function expectFiled({ text }: Filing, given: GovernedText): void {
  const [before, after] = [given.text, text].map((each) => govern(given.path, each, policy));
  if (before === undefined || after === undefined) throw new Error("there are two texts");
  expect(isRecord(after, () => false)).toBe(true);
  const old = new Map(before.parsed.header.fields.map((field) => [field.folded, field.value]));
  const now = new Map(after.parsed.header.fields.map((field) => [field.folded, field.value]));
  for (const [key, value] of now) {
    if (value !== old.get(key)) expect(["Filed", "**Filed**", "`Filed`", TODAY], key).toContain(value);
  }
  expect([...old.keys()].filter((key) => !now.has(key))).toEqual([]);
  expect(text.endsWith(given.text.slice(before.parsed.header.range?.end ?? 0))).toBe(true);
  expect(check({ path: given.path, text }).refusals[0]?.message).toContain("is filed already");
}

test("any document is refused as it is, or filed; nothing throws", () => {
  fc.assert(
    fc.property(governedText, (given) => {
      const filing = check(given);
      if (filing.refusals.length > 0) expectRefused(filing, given.text);
      else expectFiled(filing, given);
    }),
    { numRuns: 300 },
  );
});

test("a record with nothing in the way is filed, in whatever form its header is", () => {
  fc.assert(
    fc.property(fileableText, (given) => {
      const filing = check(given);
      expect(filing.refusals).toEqual([]);
      expectFiled(filing, given);
    }),
    { numRuns: 200 },
  );
});

test("what is filed is never filed again", () => {
  fc.assert(
    fc.property(filedText, (given) => {
      const filing = check(given);
      expect(filing.refusals).not.toEqual([]);
      expectRefused(filing, given.text);
    }),
    { numRuns: 200 },
  );
});
