/** The words of messages, and the part of a value that they mark. */
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../server/document/parse-document";
import type { DocumentClass } from "../../../server/policy/types";
import { classNoun, headRange, listWords, withArticle } from "../../../server/rules/fields";

describe("the article", () => {
  it.each([
    ["canonical document", "a"],
    ["operational record", "an"],
    ["audit", "an"],
    ["ADR", "an"],
    ["RFC", "an"],
    ["PMO template", "a"],
    ["UX note", "a"],
    ["usage notice", "a"],
    ["user story", "a"],
    ["unit", "a"],
    ["update", "an"],
    ["umbrella plan", "an"],
    ["one-pager", "a"],
    ["onboarding guide", "an"],
    ["hourly report", "an"],
    ["house rule", "a"],
    ["Äußerung", "a"],
  ])("of %j is %j", (noun, article) => {
    expect(withArticle(noun)).toBe(`${article} ${noun}`);
  });
});

describe("a class's title within a sentence", () => {
  it.each([
    ["Phase Gate Document", "phase gate document"],
    ["Role charter", "role charter"],
    ["QA Report", "QA report"],
    ["ADR", "ADR"],
  ])("%j is %j", (title, noun) => {
    expect(classNoun({ title } as DocumentClass)).toBe(noun);
  });
});

describe("a list of words", () => {
  it("has its last comma replaced", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((words) => listWords(words, "or"))).toEqual([
      "",
      "a",
      "a or b",
      "a, b or c",
    ]);
  });
});

describe("the value proper", () => {
  it.each([
    ["Canonical", "Canonical"],
    ["Canonical (since May)", "Canonical"],
    ["✅ **Canonical** — see [log](log.md)", "Canonical"],
    ["`Canonical`; words only", "Canonical"],
    ["[Canonical](guide.md)", "Canonical"],
    ["— (none)", "— (none)"],
    ["**Cano**nical", "**Cano**nical"],
  ])("of %j is %j", (value, head) => {
    const text = `# T\n\n**Status:** ${value}\n`;
    const field = parseDocument(text).header.fields[0];
    if (field === undefined) throw new Error("no field");
    const { start, end } = headRange(text, field);
    expect(text.slice(start, end)).toBe(head);
  });
});
