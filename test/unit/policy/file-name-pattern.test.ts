/** File name patterns: what they match, and the tokens of a name. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileFileName } from "../../../server/policy/file-name-pattern";

/** The same tokens as regular expressions, which would take for ever on some names. */
const sources: Readonly<Record<string, string>> = {
  id: "(?:\\d+(?:\\.\\d+)*[a-z]?|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)",
  slug: "[a-z0-9]+(?:-[a-z0-9]+)*",
  version: "\\d+(?:\\.\\d+)*",
  date: "\\d{4}-\\d{2}-\\d{2}",
  any: ".*?",
};

describe("a file name pattern", () => {
  it.each([
    ["{id}-{slug}-lessons.md", "3.2-guest-passes-lessons.md", { id: "3.2", slug: "guest-passes" }],
    [
      "{id}-{slug}-lessons.md",
      "BLG-TECH-02-dock-faults-lessons.md",
      { id: "BLG-TECH-02", slug: "dock-faults" },
    ],
    ["{id}-{slug}-lessons.md", "QWB-quick-wins-lessons.md", { id: "QWB", slug: "quick-wins" }],
    ["{id}-{slug}-lessons.md", "3.2a-lessons-lessons.md", { id: "3.2a", slug: "lessons" }],
    ["{id}-{slug}.md", "BLG-02-2fa.md", { id: "BLG-02", slug: "2fa" }],
    ["scope--{id}-{slug}.md", "scope--4-export.md", { id: "4", slug: "export" }],
    ["report_v{version}_{date}.md", "report_v1.4.2_2026-02-20.md", { version: "1.4.2", date: "2026-02-20" }],
    ["{any}-notes.md", "2026 Kick off-notes.md", { any: "2026 Kick off" }],
    ["{any}.md", ".md", { any: "" }],
    ["{id}", "10", { id: "10" }],
    ["{titel}.md", "{titel}.md", {}],
    ["a+b(c)[d].md", "a+b(c)[d].md", {}],
  ])("%s has the tokens of %s", (pattern, name, tokens) => {
    expect(compileFileName(pattern).tokensOf(name)).toEqual(tokens);
    expect(compileFileName(pattern).matches(name)).toBe(true);
  });

  it.each([
    ["{id}-{slug}-lessons.md", "3.2-Position-Sizing-lessons.md"],
    ["{id}-{slug}-lessons.md", "3.2-position_sizing-lessons.md"],
    ["{id}-{slug}-lessons.md", "guest-passes-lessons.md"],
    ["{id}-{slug}-lessons.md", "3.2-lessons.md"],
    ["{id}-{slug}-lessons.md", "3.2--x-lessons.md"],
    ["{id}-{slug}-lessons.md", "3.2-x-lessons.mdx"],
    ["{id}-{slug}-lessons.md", "x/3.2-x-lessons.md"],
    ["{id}.md", "3..2.md"],
    ["{id}.md", "A-.md"],
    ["{version}.md", "v1.0.md"],
    ["{date}.md", "2026-2-20.md"],
    ["{date}.md", "20260220.md"],
  ])("%s does not match %s", (pattern, name) => {
    expect(compileFileName(pattern).matches(name)).toBe(false);
    expect(compileFileName(pattern).tokensOf(name)).toBeUndefined();
  });

  it.each([
    ["{id}-{slug}-lessons.md", true],
    ["{id}-{slug}.md", false],
    ["{id} {slug}_{version}.markdown", false],
    ["{date}", false],
    ["scope--{id}.md", true],
    ["README.md", true],
    ["{id}.lessons.md", true],
  ])("%s tells its class by itself: %s", (pattern, telling) => {
    expect(compileFileName(pattern).telling).toBe(telling);
  });

  it("has an example that it matches", () => {
    const pattern = compileFileName("{id}-{slug}_v{version} {date} {any}.md");
    expect(pattern.example).toBe("3.2-guest-passes_v1.4 2026-02-20 draft.md");
    expect(pattern.matches(pattern.example)).toBe(true);
  });

  it("matches what its regular expression would", () => {
    const part = fc.constantFrom(
      "{id}",
      "{slug}",
      "{version}",
      "{date}",
      "{any}",
      "-",
      "_v",
      "A",
      "1",
      ".md",
    );
    const piece = fc.constantFrom(
      "A",
      "AB",
      "1",
      "2026-02-20",
      "a",
      "-",
      ".",
      "_v",
      "--",
      "3.2b",
      ".md",
      "x",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), fc.array(piece, { maxLength: 8 }), (parts, pieces) => {
        const name = pieces.join("");
        const source = parts.map((each) => sources[each.slice(1, -1)] ?? each.replace(".", "\\.")).join("");
        expect(compileFileName(parts.join("")).matches(name)).toBe(new RegExp(`^${source}$`).test(name));
      }),
      { numRuns: 2500 },
    );
  });

  it("of hostile shape is matched before the test is timed out", () => {
    const names = [`${"a-".repeat(126)}!`, "1.".repeat(127), "A-".repeat(127), "a".repeat(100_000)];
    for (const name of names)
      expect(compileFileName("{slug}-{slug}-{any}{any}{slug}-{id}{version}{any}.md").matches(name)).toBe(
        false,
      );
    expect(compileFileName("{any}".repeat(20_000)).matches("a")).toBe(false);
  });
});
