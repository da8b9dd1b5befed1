/** Runs every rule's spec, `test/rules/<group>/<rule>.md`: the rule's tests and the source of its page. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixDocument } from "../../server/engine/apply-fixes";
import { rules } from "../../server/rules/index";
import { type Mark, readSpec, renderMarks } from "../support/spec-reader";
import { applyFix, marksOf, runCase } from "../support/spec-runner";

function sorted(marks: readonly Mark[]): string[] {
  return marks
    .map((mark) => `${mark.line}:${mark.start}-${mark.end} ${mark.severity} ${mark.rule}: ${mark.message}`)
    .sort();
}

for (const rule of rules) {
  const path = join(import.meta.dirname, `${rule.id}.md`);
  describe(rule.id, () => {
    it("has a spec with a finding and a silent case", () => {
      expect(existsSync(path), `${path} is missing`).toBe(true);
      const cases = readSpec(readFileSync(path, "utf8"), rule.id);
      expect(
        cases.some((each) => each.files.some((file) => file.marks.some((mark) => mark.rule === rule.id))),
      ).toBe(true);
      expect(cases.some((each) => each.files.every((file) => file.marks.length === 0))).toBe(true);
      if (rule.fixable) expect(cases.some((each) => each.fixes.length > 0)).toBe(true);
    });
    if (!existsSync(path)) return;
    for (const spec of readSpec(readFileSync(path, "utf8"), rule.id)) {
      it(`${spec.name} (line ${spec.line})`, () => {
        const { inputs, analyses } = runCase(spec);
        spec.files.forEach((file, index) => {
          const found = marksOf(file.text, analyses[index]?.findings ?? []);
          expect(
            sorted(found),
            `the fence would have to read:\n\n${renderMarks(file.text, found, rule.id)}\n`,
          ).toEqual(sorted(file.marks));
        });
        for (const expected of spec.fixes) {
          const input = inputs[expected.file];
          const analysis = analyses[expected.file];
          if (input === undefined || analysis === undefined)
            throw new Error("a fix without a file before it");
          const fixed = applyFix(input, analysis, expected.title);
          expect(fixed.text, expected.title ?? "all safe fixes").toBe(expected.text);
          expect(fixed.path).toBe(expected.path);
        }
        for (const finding of analyses.flatMap((each) => each.findings)) {
          if (finding.needsDecision)
            expect(
              finding.fixes().filter((fix) => fix.safe),
              `safe fixes of ${finding.rule}`,
            ).toEqual([]);
        }
        inputs.forEach((input, index) => {
          const once = fixDocument(input);
          const twice = fixDocument({ ...input, text: once.text });
          expect(twice.applied, "a second run of the fixes changes nothing").toBe(0);
          const analysis = analyses[index];
          if (analysis?.entry.filed) {
            expect(once.text).toBe(input.text);
            const others = analysis.findings.filter((finding) => !finding.restores);
            expect(others.flatMap((finding) => finding.fixes())).toEqual([]);
          }
        });
      });
    }
  });
}
