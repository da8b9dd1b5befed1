/** The findings of `examples/delivery`, exactly: place, severity, rule and message, on the day of its story. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LineIndex } from "../../server/base/lines";
import { analyse } from "../../server/engine/analyse";
import { loadPolicies } from "../../server/engine/policies";
import type { DocumentAnalysis } from "../../server/engine/types";
import { rules } from "../../server/rules/index";
import type { DocumentEntry } from "../../server/workspace/types";

const folder = join(import.meta.dirname, "../../examples/delivery");
const TODAY = "2026-02-24";

interface Analysed extends DocumentAnalysis {
  readonly text: string;
}

function analyseExample(): Analysed[] {
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md"))
    .sort();
  const policies = loadPolicies(["docket.yaml"], read);
  expect(policies.problems).toEqual([]);
  const entries = new Map<string, DocumentEntry>();
  const exists = (path: string): boolean => existsSync(join(folder, path));
  return files.map((path) => {
    const policy = policies.policyFor(path);
    if (policy === undefined) throw new Error(`no policy governs ${path}`);
    const text = read(path);
    const analysis = analyse({ path, text, policy, today: TODAY, workspace: () => ({ entries }), exists });
    entries.set(path, analysis.entry);
    return { ...analysis, text };
  });
}

function renderFindings({ entry, findings, text }: Analysed): string[] {
  const lines = new LineIndex(text);
  return findings.map((finding) => {
    const start = lines.positionAt(finding.range.start);
    const end = lines.positionAt(finding.range.end);
    const to = end.line === start.line ? `${end.character + 1}` : `${end.line + 1}:${end.character + 1}`;
    return `${entry.path}:${start.line + 1}:${start.character + 1}-${to} ${finding.severity} ${finding.rule}\n    ${finding.message}`;
  });
}

describe("examples/delivery", () => {
  const documents = analyseExample();

  it("has exactly the findings that its story means it to have", async () => {
    await expect(`${documents.flatMap(renderFindings).join("\n")}\n`).toMatchFileSnapshot(
      "delivery.findings.txt",
    );
  });

  /** They ask for what only other profiles have. */
  const others = [
    "class/duplicate-number",
    "class/number-mismatch",
    "header/value-format",
    "header/value-too-long",
    "lifecycle/one-sided-supersession",
  ];

  it("breaks every rule of its profile that needs no history exactly once", () => {
    const found = documents.flatMap((each) => each.findings.map((finding) => finding.rule)).sort();
    const asked = rules.filter(
      ({ id, reads }) =>
        reads !== "history" && !others.includes(id) && !/^(?:style|report|manifest)\//.test(id),
    );
    const expected = asked.map((rule) => rule.id);
    expect(found).toEqual(expected.sort());
  });

  it("has documents of all seven classes, most of them in order", () => {
    const governed = documents.filter((each) => each.entry.classId !== undefined);
    expect(new Set(governed.map((each) => each.entry.classId)).size).toBe(7);
    // what is only late is in order
    const isInOrder = ({ findings }: (typeof governed)[number]) =>
      findings.every(({ severity }) => severity === "information");
    expect(governed.filter(isInOrder).length).toBeGreaterThan(governed.length / 2);
  });
});
