/** Sections that fixes insert into a report in the house's layout: each takes its own finding away and brings none of layout. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../server/base/edit";
import { reportSkeleton } from "../../server/deliverables/skeleton";
import { analyse } from "../../server/engine/analyse";
import { loadPolicies } from "../../server/engine/policies";
import type { Finding } from "../../server/engine/types";

const policy = loadPolicies(["docket.yaml"], () => "version: 1\nextends: reports\n").policies[0];
const deliverables = policy?.deliverables;
if (policy === undefined || deliverables === undefined) throw new Error("no deliverables");
const style = policy.classes.find(({ id }) => id === "report")?.style;

const CONTENT = /^report\/missing-(?:requirement|diagram|timeline|terminology|audience)$/;

function findingsOf(path: string, text: string): readonly Finding[] {
  return analyse({
    path,
    text,
    policy: policy as NonNullable<typeof policy>,
    today: "2026-03-02",
    workspace: () => ({ entries: new Map() }),
    filesNamed: (beginning) => [path].filter((each) => each.toLowerCase().startsWith(beginning)),
  }).findings;
}

const FOOTERS = [
  "",
  "\n---\n",
  "\n---\n\n*Written by the harbour office.*\n",
  "\n---\n\n## Conclusion\n\n<details>\n<summary>What follows from it</summary>\n\n---\n\n- Much\n\n---\n\n</details>\n",
];

/** A skeleton from which sections are left out, its sections in any order, in both readings of the guide. */
const report = fc
  .tuple(
    fc.constantFrom(...deliverables.tasks),
    fc.infiniteStream(fc.tuple(fc.boolean(), fc.nat())),
    fc.constantFrom(...FOOTERS),
    fc.boolean(),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([task, choices, footer, isShuffled, ending, hasBom, isDivided]) => {
    const [head = "", ...sections] = reportSkeleton(task, deliverables, style).split(/\n(?=---\n\n## )/);
    const kept = sections
      .map((section) => ({ section, choice: choices.next().value as [boolean, number] }))
      .filter(({ choice: [isKept] }) => isKept);
    if (isShuffled) kept.sort((a, b) => a.choice[1] - b.choice[1]);
    // the guide draws the separator below the heading, too, and subsections in between
    const written = kept.map(({ section }) =>
      isDivided ? section.replace(/^(---\n\n## (.*)\n)/, "$1\n---\n\n### All of it\n") : section,
    );
    const text = [head, ...written].join("\n") + footer;
    return {
      path: `report_${task.id}.md`,
      text: (hasBom ? "\uFEFF" : "") + text.replaceAll("\n", ending),
    };
  });

const styleRules = (findings: readonly Finding[]) =>
  findings.filter(({ rule }) => rule.startsWith("style/")).map(({ rule, message }) => `${rule}: ${message}`);
const missing = (findings: readonly Finding[]) => findings.filter(({ rule }) => CONTENT.test(rule));

describe("sections that a report lacks", () => {
  it("are inserted one after the other until none is missing, and break no rule of layout", () => {
    fc.assert(
      fc.property(report, fc.infiniteStream(fc.nat()), ({ path, text: first }, choices) => {
        let text = first;
        let findings = findingsOf(path, text);
        expect(styleRules(findings)).toEqual([]);
        for (let left = missing(findings); left.length > 0; left = missing(findings)) {
          const finding = left[(choices.next().value as number) % left.length] as Finding;
          const [fix] = finding.fixes();
          if (fix === undefined) throw new Error(`no fix: ${finding.message}`);
          text = applyEdits(text, fix.edits);
          findings = findingsOf(path, text);
          expect(styleRules(findings), `${fix.title}\n${text}`).toEqual([]);
          const now = missing(findings).map(({ message }) => message);
          expect(now).not.toContain(finding.message);
          expect(now.length).toBeLessThan(left.length);
          expect(/(?<!\r)\n/.test(text)).toBe(/(?<!\r)\n/.test(first));
        }
      }),
      { numRuns: 60 },
    );
  });
});
