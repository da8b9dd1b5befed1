/** What holds of fixes whatever the document: they converge, solve what they claim, and leave all else alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../server/base/edit";
import { type AnalysisInput, analyse } from "../../server/engine/analyse";
import { fixDocument } from "../../server/engine/apply-fixes";
import { loadPolicies } from "../../server/engine/policies";
import type { Finding } from "../../server/engine/types";
import type { Fix } from "../../server/rules/rule";
import { filedText, type GovernedText, governedText } from "../support/governed-documents";

const policies = loadPolicies(["docket.yaml"], () => "version: 1\nextends: delivery\n");

function inputOf({ path, text }: GovernedText): AnalysisInput {
  const policy = policies.policyFor(path);
  if (policy === undefined) throw new Error("no policy");
  return { path, text, policy, today: "2026-03-01", workspace: () => ({ entries: new Map() }) };
}

function holds(documents: fc.Arbitrary<GovernedText>, check: (input: AnalysisInput) => void): void {
  fc.assert(
    fc.property(documents, (document) => check(inputOf(document))),
    { numRuns: 200 },
  );
}

function fixesOf(findings: readonly Finding[]): (readonly [Finding, Fix])[] {
  return findings.flatMap((finding) => finding.fixes().map((fix) => [finding, fix] as const));
}

/** Findings that the fix of this one must have solved; a field may stand twice in several ways. */
function sameCause(findings: readonly Finding[], of: Finding): number {
  const causeOf = ({ rule, field, message }: Finding): string =>
    `${rule} ${field === undefined || rule === "header/duplicate-field" ? message : field}`;
  return findings.filter((each) => causeOf(each) === causeOf(of)).length;
}

/** The line endings of a text, each kind once. */
function lineEndingsOf(text: string): readonly string[] {
  return [...new Set(text.match(/\r\n|\r|\n/g) ?? [])];
}

describe("safe fixes", () => {
  it("converge: a second run changes nothing", () => {
    holds(governedText, (input) => {
      const once = fixDocument(input);
      const twice = fixDocument({ ...input, text: once.text });
      expect(twice.text).toBe(once.text);
      expect(twice.applied).toBe(0);
      expect(once.left.map((finding) => finding.message)).toEqual(
        twice.left.map((finding) => finding.message),
      );
    });
  });

  it("leave no finding that one of them claims to solve", () => {
    holds(governedText, (input) => {
      const { left } = fixDocument(input);
      expect(fixesOf(left).filter(([, fix]) => fix.safe)).toEqual([]);
    });
  });

  it("never file a document", () => {
    holds(governedText, (input) => {
      const before = analyse(input);
      const { text } = fixDocument(input);
      expect(analyse({ ...input, text }).entry.filed).toBe(before.entry.filed);
    });
  });
});

describe("suggested fixes", () => {
  it("converge as well", () => {
    holds(governedText, (input) => {
      const options = { suggestions: true, moves: true };
      const once = fixDocument(input, options);
      const again = { ...input, text: once.text, path: once.moveTo ?? input.path };
      expect(fixDocument(again, options)).toMatchObject({ text: once.text, applied: 0 });
    });
  });
});

describe("each fix on its own", () => {
  it("solves its finding", () => {
    holds(governedText, (input) => {
      const before = analyse(input).findings;
      for (const [finding, fix] of fixesOf(before)) {
        const after = analyse({
          ...input,
          path: fix.moveTo ?? input.path,
          text: applyEdits(input.text, fix.edits),
        });
        const what = `${finding.rule}: ${finding.message} — ${fix.title}`;
        // the version of the guide in a notice is for the author to fill in
        if (finding.rule === "structure/missing-notice" && fix.title.includes("version")) continue;
        expect(sameCause(after.findings, finding), what).toBeLessThan(sameCause(before, finding));
      }
    });
  });

  it("changes no byte outside its edits, and no line ending", () => {
    holds(governedText, (input) => {
      const { text } = input;
      for (const [, fix] of fixesOf(analyse(input).findings)) {
        const edits = [...fix.edits].sort((a, b) => a.range.start - b.range.start);
        const fixed = applyEdits(text, edits);
        let position = 0;
        let shift = 0;
        for (const { range, newText } of edits) {
          expect(range.start).toBeGreaterThanOrEqual(position);
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(fixed.slice(position + shift, range.start + shift)).toBe(text.slice(position, range.start));
          expect(`${text[range.start - 1]}${text[range.start]}`).not.toBe("\r\n");
          expect(`${text[range.end - 1]}${text[range.end]}`).not.toBe("\r\n");
          position = range.end;
          shift += newText.length - (range.end - range.start);
        }
        expect(fixed.slice(position + shift)).toBe(text.slice(position));
        expect(fixed.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
        expect(fixed.slice(1).includes("\uFEFF")).toBe(false);
        const known = lineEndingsOf(text);
        expect(lineEndingsOf(fixed).filter((each) => known.length > 0 && !known.includes(each))).toEqual([]);
        expect(fixed).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      }
    });
  });

  it("marks findings within the text", () => {
    holds(governedText, (input) => {
      for (const { range } of analyse(input).findings) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(input.text.length);
        expect(input.text.slice(range.start, range.end)).not.toMatch(/^\s|\s$/);
      }
    });
  });
});

describe("a filed document", () => {
  it("is never changed and is offered no fix", () => {
    holds(filedText, (input) => {
      const { entry, findings } = analyse(input);
      expect(entry.filed).toBe(true);
      expect(fixesOf(findings)).toEqual([]);
      for (const options of [{}, { suggestions: true, moves: true }]) {
        expect(fixDocument(input, options)).toMatchObject({
          text: input.text,
          moveTo: undefined,
          skipped: "filed",
        });
      }
    });
  });
});
