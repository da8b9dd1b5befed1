/** Owners, deadlines and texts of register rows. */
import { describe, expect, test } from "vitest";
import { readDue } from "../../../server/process/due";
import { splitOwners } from "../../../server/process/owners";
import { plainText } from "../../../server/process/plain-text";
import { policyOf } from "./read";

const policy = policyOf();

describe("owners", () => {
  const cases: readonly (readonly [cell: string, owners: readonly string[]])[] = [
    ["QA Lead", ["QA Lead"]],
    ["Infrastructure & Operations Owner + Engineering", ["Infrastructure & Operations Owner", "Engineering"]],
    ["API Contracts & Documentation Owner", ["API Contracts & Documentation Owner"]],
    ["Head of Research and Development", ["Head of Research and Development"]],
    ["QA Lead; PMO Lead, Pilot", ["QA Lead", "PMO Lead", "Pilot"]],
    ["QA Lead<br>PMO Lead", ["QA Lead", "PMO Lead"]],
    ["QA Lead / PMO Lead", ["QA Lead", "PMO Lead"]],
    ["UX/UI Designer", ["UX/UI Designer"]],
    ["PMO Lead → Pilot", ["PMO Lead", "Pilot"]],
    ["**QA Lead**", ["QA Lead"]],
    ["`@pilot`", ["@pilot"]],
    ["[QA Lead](../team/qa_lead.md)", ["QA Lead"]],
    ["🧭 Pilot", ["Pilot"]],
    ["Pilot (first watch, then second)", ["Pilot (first watch, then second)"]],
    ["~~QA Lead~~ Pilot", ["Pilot"]],
    ["QA Lead + QA Lead", ["QA Lead"]],
    ["QA Lead + TBD", ["QA Lead"]],
    ["—", []],
    ["TBD", []],
    ["{role}", []],
    ["[PENDING]", []],
    ["", []],
  ];
  test.each(cases)("%j", (cell, owners) => {
    expect(splitOwners(cell, policy)).toEqual(owners);
  });
});

describe("deadlines", () => {
  const cases: readonly (readonly [cell: string, due: string | undefined])[] = [
    ["2026-02-24", "2026-02-24"],
    ["2026-02-24T17:00:00Z", "2026-02-24"],
    ["2026-02-24 17:00 UTC", "2026-02-24"],
    ["**2026-02-24**", "2026-02-24"],
    ["February 24, 2026", "2026-02-24"],
    ["24 February 2026", "2026-02-24"],
    ["2026-02-24 (missed by a day)", "2026-02-24"],
    ["by 2026-02-24", "2026-02-24"],
    ["~~2026-02-20~~ 2026-02-24", "2026-02-24"],
    ["2026-02-20 → 2026-02-24", "2026-02-24"],
    ["2026-02-30", undefined],
    ["2026-02-29", undefined],
    ["2024-02-29", "2024-02-29"],
    ["Feb 24", undefined],
    ["ASAP", undefined],
    ["TBC", undefined],
    ["Before v1.6.1 ships", undefined],
    ["whenever the decision that was taken on 2026-02-20 is written down", undefined],
    ["—", undefined],
    ["", undefined],
  ];
  test.each(cases)("%j", (cell, due) => {
    expect(readDue(cell)).toBe(due);
  });
});

describe("plain text", () => {
  const cases: readonly (readonly [markdown: string, text: string])[] = [
    ["Write **the** _tide_ *table*", "Write the tide table"],
    ["Keep `_calculate_tide()` and `a ** b`", "Keep _calculate_tide() and a ** b"],
    ["Rename high_water_mark and 2 * 3", "Rename high_water_mark and 2 * 3"],
    ["[Ask](mailto:x) the ![pilot](p.png)", "Ask the pilot"],
    ["Say ✅ to the pilot", "Say ✅ to the pilot"],
    ["**`x` first**, ~~not~~ then\u00a0", "x first, not then"],
    ["one<br/>two\tthree", "one two three"],
    ["``a ` b`` and ` alone", "a ` b and ` alone"],
    ["", ""],
  ];
  test.each(cases)("%j", (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  test("hostile lines take no time", () => {
    for (const text of [
      "[".repeat(50_000),
      "` ``".repeat(20_000),
      "*_".repeat(30_000),
      "~~".repeat(30_001),
    ]) {
      // what takes the square of the length is beyond the limit of any test
      expect(() => plainText(text)).not.toThrow();
    }
  });
});
