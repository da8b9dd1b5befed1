/** What a dialog says of a document that cannot be filed yet. */
import { describe, expect, it } from "vitest";
import { listRefusals } from "../../client/records/filing-words";
import { fill } from "./fill";

describe("the reasons why a document cannot be filed", () => {
  it("are plain text, with their lines", () => {
    const refusals = [
      { message: "The section `Sign-off` is missing.", line: null },
      { message: "Action A2 (`Ring`) is blocked. Complete or drop it.", line: 7 },
    ];
    expect(listRefusals(refusals, fill)).toEqual([
      "• The section “Sign-off” is missing.",
      "• Line 7: Action A2 (“Ring”) is blocked. Complete or drop it.",
    ]);
  });

  it("are not more than a screen holds", () => {
    const refusals = Array.from({ length: 20 }, (_, index) => ({ message: "No.", line: index + 1 }));
    const lines = listRefusals(refusals, fill);
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe("and 8 more");
    expect(listRefusals(refusals.slice(0, 13), fill)).toHaveLength(13);
  });
});
