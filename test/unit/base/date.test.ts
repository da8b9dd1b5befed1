/** Dates as people write them: which are recognised, which are not, and where they stand. */
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, findDate, parseDate, possibleDays } from "../../../server/base/date";

describe("parseDate", () => {
  it.each([
    ["2026-02-18", 10],
    ["2026-02-18 (immutable)", 10],
    ["2026-02-18, by the QA Lead", 10],
    ["2026-02-18.", 10],
    ["2026-02-18T09:30", 16],
    ["2026-02-18T09:30:15Z", 20],
    ["2026-02-18 09:30 UTC", 20],
    ["2026-02-18T09:30:15.250+01:00", 29],
  ])("reads `%s` as written in ISO form", (value, end) => {
    expect(parseDate(value)).toEqual({ iso: "2026-02-18", exact: true, start: 0, end });
  });

  it.each([
    "February 18, 2026",
    "February 18 2026",
    "Feb 18, 2026",
    "Feb. 18, 2026",
    "february 18th, 2026",
    "18 February 2026",
    "18th of February 2026",
    "18 Feb 2026",
    "18 February, 2026",
    "2026-2-18",
    "2026/02/18",
    "2026.02.18",
    "18.02.2026",
    "18.2.2026",
    "18/02/2026",
    "02/18/2026",
  ])("reads `%s`, which is not in ISO form", (value) => {
    expect(parseDate(value)).toEqual({ iso: "2026-02-18", exact: false, start: 0, end: value.length });
  });

  it("reads a date whose day and month are the same number", () => {
    expect(parseDate("02/02/2026")?.iso).toBe("2026-02-02");
  });

  it("knows every month by its name and by its first three letters", () => {
    const names =
      "January February March April May June July August September October November December".split(" ");
    names.forEach((name, index) => {
      const iso = `2026-${String(index + 1).padStart(2, "0")}-01`;
      expect(parseDate(`${name} 1, 2026`)?.iso).toBe(iso);
      expect(parseDate(`1 ${name.slice(0, 3)} 2026`)?.iso).toBe(iso);
    });
    expect(parseDate("Sept 1, 2026")?.iso).toBe("2026-09-01");
  });

  it.each([
    "",
    "soon",
    "Q1 2026",
    "February 2026",
    "Feb 18",
    "2026",
    "2026-02",
    "2026-02-18-draft",
    "20x6-02-18",
    "YYYY-02-18",
    "2026-0x-18",
    "2026-02-1x",
    "2026-02-181",
    "12026-02-18",
    "Febtober 18, 2026",
    "1.2026",
    "docs/2026/02/18/report.md",
    "v2026.02.18",
  ])("does not take `%s` for a date", (value) => {
    expect(parseDate(value)).toBeUndefined();
  });

  it.each([
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2025-02-29",
    "February 30, 2026",
    "31 April 2026",
  ])("does not take `%s`, which no calendar has, for a date", (value) => {
    expect(parseDate(value)).toBeUndefined();
  });

  it("knows leap years", () => {
    expect(parseDate("2024-02-29")?.iso).toBe("2024-02-29");
    expect(parseDate("2000-02-29")?.iso).toBe("2000-02-29");
    expect(parseDate("2100-02-29")).toBeUndefined();
  });

  it("reads only the date with which a value opens", () => {
    expect(parseDate("since 2026-02-18")).toBeUndefined();
    expect(parseDate("18 February 2026 (reviewed 2026-03-01)")?.iso).toBe("2026-02-18");
  });
});

describe("findDate", () => {
  it("finds a date within a sentence, with its place", () => {
    expect(findDate("filed on 2026-02-18 at closure")).toEqual({
      iso: "2026-02-18",
      exact: true,
      start: 9,
      end: 19,
    });
    expect(findDate("filed on February 18, 2026.")).toEqual({
      iso: "2026-02-18",
      exact: false,
      start: 9,
      end: 26,
    });
  });

  it("finds the first of several, however each is written", () => {
    expect(findDate("18 February 2026 (reviewed 2026-03-01)")?.iso).toBe("2026-02-18");
    expect(findDate("2026-03-01, first on 18 February 2026")?.iso).toBe("2026-03-01");
    expect(findDate("not 2026-02-30 but 2026-02-28")?.iso).toBe("2026-02-28");
  });

  it("leaves numbers alone that only look like a date", () => {
    expect(findDate("see docs/2026-02-18-notes.md")).toBeUndefined();
    expect(findDate("build 1.2.2026.5")).toBeUndefined();
  });
});

describe("possibleDays", () => {
  it("gives both readings of a date that two countries read differently", () => {
    expect(possibleDays("02/03/2026")).toEqual(["2026-02-03", "2026-03-02"]);
    expect(possibleDays("2/3/2026 (draft)")).toEqual(["2026-02-03", "2026-03-02"]);
  });

  it.each(["18/02/2026", "02/02/2026", "2026-02-03", "02/03", "02/31/2026", "13/13/2026", "soon"])(
    "gives none for `%s`",
    (value) => {
      expect(possibleDays(value)).toEqual([]);
    },
  );
});

describe("addDays", () => {
  it("crosses months, years and leap days", () => {
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2025-12-31", 1)).toBe("2026-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(addDays("2026-03-29", 1)).toBe("2026-03-30");
  });
});

describe("daysBetween", () => {
  it.each([
    ["2026-02-28", "2026-03-01", 1],
    ["2026-03-29", "2026-03-30", 1],
    ["2026-03-01", "2026-03-01", 0],
    ["2026-03-01", "2025-03-01", -365],
  ])("from %s to %s", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});
