/** How deadlines are typed. */
import { describe, expect, it } from "vitest";
import { findDueMistake, toDue } from "../../client/commands/due-answer";
import { fill } from "./fill";

const today = "2026-02-24";

describe("a deadline", () => {
  it.each([
    ["2026-03-02", "2026-03-02"],
    [" today ", "2026-02-24"],
    ["Today", "2026-02-24"],
    ["+7", "2026-03-03"],
    ["+ 0", "2026-02-24"],
    ["after the tide", "after the tide"],
  ])("%s is written as %s", (typed, due) => {
    expect(toDue(typed, today)).toBe(due);
  });

  it("is a day of the calendar", () => {
    const check = (typed: string) => findDueMistake(typed, today, fill);
    for (const typed of ["2026-02-28", "2028-02-29", "today", "+30"])
      expect(check(typed), typed).toBeUndefined();
    for (const typed of ["", "2026-02-29", "2026-13-01", "1.3.2026", "02/03/2026"])
      expect(check(typed), typed).toMatchObject({ blocks: true, message: expect.stringMatching(/\.$/) });
    expect(check("2026-02-29")?.message).toBe(
      "2026-02-29 is no date as YYYY-MM-DD. Write one such as 2026-02-24.",
    );
    expect(check("ASAP")).toMatchObject({ blocks: false });
  });
});
