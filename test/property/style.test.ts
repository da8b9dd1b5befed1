/** What holds of fixes of layout whatever the report: they converge, keep every word, and change what a reader sees in form only. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnalysisInput, analyse } from "../../server/engine/analyse";
import { fixDocument } from "../../server/engine/apply-fixes";
import { loadPolicies } from "../../server/engine/policies";
import { rules as allRules } from "../../server/rules/index";
import { brokenReport, renderedText, styledReport, wordsOf } from "../support/styled-reports";

const policies = loadPolicies(["docket.yaml"], () => "version: 1\nextends: reports\n");
const policy = policies.policyFor("report_A01.md");

function inputOf(text: string): AnalysisInput {
  if (policy === undefined) throw new Error("no policy");
  return {
    path: "report_A01.md",
    text,
    policy,
    today: "2026-03-01",
    workspace: () => ({ entries: new Map() }),
  };
}

function holds(check: (text: string) => void, reports = styledReport): void {
  fc.assert(fc.property(reports, check), { numRuns: 200 });
}

describe("fixes of layout", () => {
  it("are tried on reports that break every rule", () => {
    const found = new Set<string>();
    holds((text) => {
      for (const { rule } of analyse(inputOf(text)).findings) found.add(rule);
    }, brokenReport);
    const rules = allRules.map(({ id }) => id).filter((id) => id.startsWith("style/"));
    expect(rules.filter((id) => !found.has(id))).toEqual([]);
  });

  it("converge, and leave none that is safe", () => {
    holds((text) => {
      const once = fixDocument(inputOf(text));
      expect(fixDocument(inputOf(once.text))).toMatchObject({ text: once.text, applied: 0 });
      expect(once.left.filter((finding) => finding.rule.startsWith("internal/"))).toEqual([]);
      expect(once.left.flatMap((finding) => finding.fixes()).filter((fix) => fix.safe)).toEqual([]);
    }, brokenReport);
  });

  it("change no word", () => {
    holds((text) => {
      const before = wordsOf(text);
      const after = wordsOf(fixDocument(inputOf(text)).text);
      expect(after.content).toBe(before.content);
      const added = [...after.titles];
      for (const title of before.titles) {
        expect(added).toContain(title);
        added.splice(added.indexOf(title), 1);
      }
      // a summary takes the words of a heading
      const words = before.titles.flatMap((title) => [title, title.replace(/^Section\d+:/, "")]);
      for (const title of added) expect(words).toContain(title);
    }, brokenReport);
  });

  it("show the reader the same text", () => {
    holds((text) => {
      expect(renderedText(fixDocument(inputOf(text)).text)).toBe(renderedText(text));
    });
  });

  it("keep line endings and a byte order mark", () => {
    holds((text) => {
      const fixed = fixDocument(inputOf(text)).text;
      expect(fixed.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
      expect(fixed.slice(1)).not.toContain("\uFEFF");
      if (text.includes("\n")) expect(/(?<!\r)\n/.test(fixed)).toBe(/(?<!\r)\n/.test(text));
      expect(/\r(?!\n)/.test(fixed)).toBe(false);
    });
  });

  it("mark what stands in the text", () => {
    holds((text) => {
      for (const { range } of analyse(inputOf(text)).findings) {
        expect(range.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(range.start, range.end)).not.toMatch(/^\s|\s$/);
      }
    });
  });
});
