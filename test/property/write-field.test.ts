/** A fix that adds a field leaves every other field as it was, in whatever form and order the header is written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../server/base/edit";
import { parseDocument } from "../../server/document/parse-document";
import { analyse } from "../../server/engine/analyse";
import { loadPolicies } from "../../server/engine/policies";

const policy = loadPolicies(["docket.yaml"], () => "version: 1\nextends: delivery\n").policyFor("a.md");

const FIELDS: Readonly<Record<string, string>> = {
  Owner: "Loans Lead",
  Class: "Canonical (Class 1)",
  Status: "Canonical",
  Version: "1.0",
  "Last Updated": "2026-02-10",
  "Review Cycle": "yearly",
};

/** Ways to write a header: how a line is written, how lines are joined, and what stands around them. */
const forms: readonly ((lines: readonly (readonly [string, string])[]) => string)[] = [
  (lines) => `# T\n\n${lines.map(([key, value]) => `**${key}:** ${value}`).join("\n")}\n`,
  (lines) => `# T\n\n${lines.map(([key, value]) => `**${key}**: ${value}`).join("\n")}`,
  (lines) => `# T\n\n${lines.map(([key, value]) => `**${key}: ${value}**`).join("\n")}\n\nText.\n`,
  (lines) => `# T\n\n${lines.map(([key, value]) => `**${key}:** ${value}`).join("  \n")}\n\nText.\n`,
  (lines) => `# T\n\n${lines.map(([key, value]) => `__${key}:__ ${value}`).join("\\\n")}\n---\n`,
  (lines) => `# T\n\n${lines.map(([key, value]) => `**${key}:** ${value}`).join("\n\n")}\n\n## S\n`,
  (lines) => `# T\n${lines.map(([key, value]) => `${key}: ${value}`).join("\n")}\n\n---\n`,
  (lines) => `# T\n\n${lines.map(([key, value]) => `**${key}:** ${value}`).join(" | ")}\n`,
  (lines) => `# T\n\n${lines.map(([key, value]) => `${key}: ${value}`).join(" · ")}\n`,
  (lines) => `# T\n\n${lines.map(([key, value]) => `- **${key}:** ${value}`).join("\n")}\n`,
  (lines) => `# T\n\n${lines.map(([key, value]) => `* ${key}: ${value}`).join("\n\n")}\n\nText.\n`,
  (lines) => `# T\n\n${lines.map(([key, value]) => `> **${key}:** ${value}`).join("\n")}\n`,
  (lines) => `# T\n\n${lines.map(([key, value]) => `> ${key}: ${value}`).join("\n>\n")}\n`,
  (lines) =>
    `# T\n\n${lines.map(([key, value], i) => `| ${key} | ${value} |${i === 0 ? "\n|---|---|" : ""}`).join("\n")}\n`,
  (lines) => `# T\n\nField|Value\n---|---\n${lines.map(([key, value]) => `${key}|${value}`).join("\n")}\n`,
  (lines) => `\uFEFF${lines.map(([key, value]) => `**${key}:** ${value}`).join("\n")}\n\n# T\n`,
  (lines) =>
    `---\n${lines.map(([key, value]) => `${key.toLowerCase().replace(" ", "_")}: ${value}`).join("\n")}\n---\n# T\n`,
  (lines) => `---\n${lines.map(([key, value]) => `"${key}": '${value}' # note`).join("\n")}\n---\n\n# T\n`,
  (lines) => `\uFEFF---\n${lines.map(([key, value]) => `${key}:\n  ${value}`).join("\n")}\n...\n\n# T\n`,
];

const header = fc
  .shuffledSubarray(Object.keys(FIELDS), { minLength: 1 })
  .map((keys) => keys.map((key) => [key, FIELDS[key] ?? ""] as const));

describe("adding a missing field", () => {
  it.each(forms.map((form, index) => [form([["Owner", "x"]]).replace(/\n/g, "⏎"), index] as const))(
    "%s",
    (_, index) => {
      const form = forms[index];
      fc.assert(
        fc.property(header, fc.boolean(), fc.nat({ max: 5 }), (lines, crlf, emptyAt) => {
          const written = lines.map(
            ([key, value], i) => [key, i === emptyAt && lines.length > 2 ? "" : value] as const,
          );
          const text = (form?.(written) ?? "").replace(/\n/g, crlf ? "\r\n" : "\n");
          const path = "docs/specs/t.md";
          if (policy === undefined) throw new Error("no policy");
          const { findings } = analyse({
            path,
            text,
            policy,
            today: "2026-03-01",
            workspace: () => ({ entries: new Map() }),
          });
          const before = parseDocument(text).header.fields.map(({ folded, value }) => [folded, value]);
          for (const finding of findings.filter((each) => each.rule === "header/missing-field")) {
            const [fix] = finding.fixes();
            expect(fix, `a fix for ${finding.field} in\n${text}`).toBeDefined();
            const fixed = applyEdits(text, fix?.edits ?? []);
            const after = parseDocument(fixed).header.fields.map(({ folded, value }) => [folded, value]);
            const name = finding.field?.toLowerCase();
            expect(
              after.filter(([folded]) => folded === name),
              fixed,
            ).toHaveLength(1);
            expect(
              after.filter(([folded]) => folded !== name),
              fixed,
            ).toEqual(before);
            expect(fix?.title).toBe(
              `Add \`${finding.field}: ${after.find(([folded]) => folded === name)?.[1]}\``,
            );
            if (crlf) expect(fixed).not.toMatch(/[^\r]\n/);
            else expect(fixed).not.toContain("\r");
          }
        }),
        { numRuns: 25 },
      );
    },
  );
});
