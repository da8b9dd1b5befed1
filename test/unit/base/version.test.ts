/** Versions of documents: which values open with one, and how two compare. */
import { describe, expect, it } from "vitest";
import { compareVersions, parseVersion, type Version } from "../../../server/base/version";

function version(value: string): Version {
  const parsed = parseVersion(value);
  if (parsed === undefined) throw new Error(`${value} is no version`);
  return parsed;
}

describe("parseVersion", () => {
  it.each([
    ["1.0", "1.0", [1, 0]],
    ["v1.4", "1.4", [1, 4]],
    ["V1.4", "1.4", [1, 4]],
    ["v 1.4", "1.4", [1, 4]],
    ["v.1.4", "1.4", [1, 4]],
    ["1.0.12", "1.0.12", [1, 0, 12]],
    ["2.10", "2.10", [2, 10]],
    ["**1.2**", "1.2", [1, 2]],
    ["`1.2`", "1.2", [1, 2]],
    ["1.2 (draft)", "1.2", [1, 2]],
    ["1.2 — first complete one", "1.2", [1, 2]],
    ["1.2, second edition", "1.2", [1, 2]],
    ["1.2.", "1.2", [1, 2]],
  ])("reads `%s`", (value, text, numbers) => {
    expect(parseVersion(value)).toEqual({ text, numbers });
  });

  it.each(["", "2", "v2", "one", "draft", "Version 1.2", "1,2", "1.2rc1", "2026-02-18", "x1.2", ".5"])(
    "does not take `%s` for a version",
    (value) => {
      expect(parseVersion(value)).toBeUndefined();
    },
  );
});

describe("compareVersions", () => {
  it("compares number by number, not letter by letter", () => {
    const sorted = ["1.10", "2.0", "1.9", "1.9.1", "0.9", "1.9.0.1"].map(version).sort(compareVersions);
    expect(sorted.map((each) => each.text)).toEqual(["0.9", "1.9", "1.9.0.1", "1.9.1", "1.10", "2.0"]);
  });

  it("takes missing numbers for zeros", () => {
    expect(compareVersions(version("1.2"), version("v1.2.0"))).toBe(0);
    expect(compareVersions(version("1.2.0.0"), version("1.2"))).toBe(0);
    expect(compareVersions(version("1.2"), version("1.2.1"))).toBeLessThan(0);
  });
});
