/** Placeholders, the marks of templates, and phrases that tell a notice. */
import { describe, expect, it } from "vitest";
import { compilePhrases } from "../../../server/policy/phrases";
import { compilePlaceholders, isTemplateMark } from "../../../server/policy/placeholders";

describe("a placeholder", () => {
  const isPlaceholder = compilePlaceholders(["—", "–", "-", "TBD", "To be decided", "?", "…", "..."]);

  it.each(["—", " — ", "-", "–", "tbd", "TBD", "To be decided", "to_be-decided", "**TBD**", "?", "...", "…"])(
    "is %j",
    (value) => {
      expect(isPlaceholder(value)).toBe(true);
    },
  );

  it.each([
    "— (immutable on closure)",
    "- (on closure)",
    "TBD (after the meeting)",
    "TBD — after the meeting",
    "TBD – later",
    "TBD - later",
    "—(later)",
    "? (ask)",
  ])("may have a note: %j", (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each([
    "(to be decided)",
    "(TBD)",
    "()",
    "— draft",
    "–later",
    "- draft",
    "-- see below",
    "— (see ADR 4)",
  ])("may be a remark without anything that it remarks on: %j", (value) => {
    expect(isPlaceholder(value)).toBe(true);
    expect(compilePlaceholders([])(value)).toBe(true);
  });

  it.each(["(a) and (b)", "(Acting) PMO Lead", "-1", "-draft", "(PMO Lead", "--", "——"])(
    "is not told by a bracket or a dash alone: %j",
    (value) => {
      expect(compilePlaceholders([])(value)).toBe(false);
    },
  );

  it.each(["{date}", "[Role name]", "{version of the guide}", "see {path}"])(
    "is a template's mark: %j",
    (value) => {
      expect(isPlaceholder(value)).toBe(true);
    },
  );

  it.each([
    "",
    "  ",
    "TBD at the meeting",
    "TBDs",
    "-5",
    "- PMO Lead",
    "— PMO Lead",
    "A — TBD",
    "PMO Lead (TBD)",
    "TBD-1",
    "TBD (a) b",
    "…more",
  ])("is not %j", (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });

  it("is none where a policy has no words for it, but a template's mark", () => {
    const none = compilePlaceholders([]);
    expect([none("TBD"), none("—"), none(""), none("{date}")]).toEqual([false, false, false, true]);
  });
});

describe("a template's mark", () => {
  it.each([
    "{date}",
    " {Role name} ",
    "1.0 ({date})",
    "[Role name]",
    "[PENDING …]",
    "{a} and {b}",
    "`x` {y}",
  ])("is %j", (value) => {
    expect(isTemplateMark(value)).toBe(true);
  });

  it.each([
    "",
    "[ ]",
    "[x]",
    "[X]",
    "[]",
    "[Retries](retries.md)",
    "[a][b]",
    "see [a]",
    "`docs/{id}-{slug}.md`",
    "``{x}``",
    "{",
    "}{",
    "{}x}".slice(2),
    "a } b {",
  ])("is not %j", (value) => {
    expect(isTemplateMark(value)).toBe(false);
  });

  it("is found before the test is timed out, whatever the value", () => {
    for (const part of ["{", "[", "`", "`a", "{a", "``", "- ", "— (", " "]) {
      isTemplateMark(part.repeat(200_000));
      compilePlaceholders(["-", "—"])(part.repeat(200_000));
    }
  });
});

describe("a phrase", () => {
  it.each([
    ["standing notice", "> **Standing notice:** all of it is a guess"],
    ["standing notice", "STANDING_NOTICE"],
    ["standing notice", "a standing\n> notice"],
    ["standing-notice", "the *standing* `notice`"],
    ["indicative", "Implementation detail is indicative."],
    ["guide {version}", "the lifecycle guide, version **1.2**"],
    ["guide {version}", "Guide v2.0.1 applies"],
    ["guide {version} applies", "guide (1.3) applies"],
    ["a - b", "a b"],
    ["lebenszyklus", "Der Lebenszyklus"],
    ["c++ (2)", "in C++ (2)"],
  ])("%j is in %j", (phrase, text) => {
    expect(compilePhrases(["never there", phrase])(text)).toBe(true);
  });

  it.each([
    ["standing notice", "outstanding notice"],
    ["standing notice", "standing notices"],
    ["standing notice", "standing, notice"],
    ["standing notice", "standingnotice"],
    ["indicative", "vindicative"],
    ["guide {version}", "guide version two"],
    ["guide {version}", "guide 2"],
    ["guide {version}", "guide\n1.2"],
    ["guide {version}", `guide ${"x".repeat(41)} 1.2`],
    ["guide {version}", "misguide 1.2"],
    ["Notiz", "Notizen"],
    ["a.c", "abc"],
    ["-", "a - b"],
    ["a - b", "a. b"],
  ])("%j is not in %j", (phrase, text) => {
    expect(compilePhrases([phrase])(text)).toBe(false);
  });

  it("is looked for before the test is timed out, whatever the text", () => {
    const isIn = compilePhrases(["a b c d {version} e", "{version} {version} {version}", "a ".repeat(50)]);
    for (const part of ["a ", `a${" ".repeat(20)}`, "a b c ", "1.", "1", "1.1 ", "\n"])
      isIn(part.repeat(50_000));
  });
});
