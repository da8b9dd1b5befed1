/** Runs a case of a rule spec through the engine. */
import { applyEdits } from "../../server/base/edit";
import { LineIndex } from "../../server/base/lines";
import { nameOf } from "../../server/base/path-parts";
import { type AnalysisInput, analyse } from "../../server/engine/analyse";
import { fixDocument } from "../../server/engine/apply-fixes";
import { loadPolicies } from "../../server/engine/policies";
import type { DocumentAnalysis, Finding } from "../../server/engine/types";
import type { Policy } from "../../server/policy/types";
import { findFiledClass } from "../../server/records/filed-class";
import type { Baseline, DocumentHistory } from "../../server/records/types";
import { versionsIn } from "../../server/workspace/document-versions";
import { govern } from "../../server/workspace/govern";
import type { DocumentEntry, GovernedDocument, WorkspaceSnapshot } from "../../server/workspace/types";
import type { Mark, PastFile, SpecCase } from "./spec-reader";

export interface CaseRun {
  readonly inputs: readonly AnalysisInput[];
  readonly analyses: readonly DocumentAnalysis[];
}

const POLICY = "version: 1\nextends: delivery\n";

/** Analyses all files of the case in one workspace, under its policy. */
export function runCase(spec: SpecCase): CaseRun {
  const policies = loadPolicies(["docket.yaml"], () => spec.policy ?? POLICY);
  if (policies.problems.length > 0)
    throw new Error(`the policy of this case: ${policies.problems.map((each) => each.message).join("; ")}`);
  const entries = new Map<string, DocumentEntry>();
  const workspace: WorkspaceSnapshot = { entries };
  const read = (path: string): GovernedDocument | undefined => {
    const other = spec.files.find((each) => each.path === path);
    const governing = policies.policyFor(path);
    return other && governing && govern(path, other.text, governing);
  };
  const inputs = spec.files.map((file): AnalysisInput => {
    const policy = policies.policyFor(file.path);
    if (policy === undefined) throw new Error(`no policy governs ${file.path}`);
    const history = historyOf(spec, file.path, policy);
    return {
      path: file.path,
      text: file.text,
      policy,
      today: spec.today,
      workspace: () => workspace,
      exists: (path) => spec.files.some((each) => each.path === path),
      versionsOf: (path) => {
        const other = read(path);
        return other && versionsIn(other);
      },
      namesIn: (folder) =>
        spec.files.flatMap(({ path }) => {
          const at = path.lastIndexOf("/");
          return path.slice(0, Math.max(at, 0)) === folder ? [path.slice(at + 1)] : [];
        }),
      filesNamed: (beginning) =>
        spec.files
          .map(({ path }) => path)
          .filter((path) => nameOf(path).toLowerCase().startsWith(beginning))
          .toSorted(),
      read,
      history,
    };
  });
  const analyses = inputs.map(analyse);
  for (const analysis of analyses) entries.set(analysis.entry.path, analysis.entry);
  return { inputs, analyses };
}

/** The commit that filed the records of specs. */
const FILING = {
  commit: "3f2a1bc0d4e5f60718293a4b5c6d7e8f90a1b2c3",
  date: "2026-02-20",
  author: "Records Keeper",
};

function historyOf(spec: SpecCase, path: string, policy: Policy): DocumentHistory | undefined {
  if (spec.past.length === 0) return undefined;
  const textOf = (kind: PastFile["kind"]) =>
    spec.past.find((each) => each.kind === kind && each.path === path)?.text;
  const filed = textOf("filed");
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const gone = spec.past.filter((each) => each.kind === "deleted" && each.path.startsWith(folder));
  return {
    committed: textOf("committed") ?? filed,
    record:
      filed === undefined
        ? undefined
        : { baseline: baselineOf(path, filed, policy), text: filed, isDated: true },
    deleted: gone.map((each) => {
      const baseline = baselineOf(each.path, each.text, policy);
      const { documentClass } = baseline;
      return {
        path: each.path,
        paths: new Set([each.path]),
        versions: [],
        documentClass,
        policy,
        baseline,
        filed: baseline.filing,
        verdict: "deleted",
        reason: undefined,
        amendments: [],
      };
    }),
  };
}

function baselineOf(path: string, text: string, policy: Policy): Baseline {
  const documentClass = findFiledClass(path, text, policy);
  if (documentClass === undefined) throw new Error(`the filed text of ${path} is not filed by its policy`);
  return { filing: FILING, path, file: { blob: "", mode: "100644" }, documentClass, policy };
}

/** Findings as marks under the lines of the text; a range over several lines is cut at its first line's end. */
export function marksOf(text: string, findings: readonly Finding[]): Mark[] {
  const index = new LineIndex(text);
  const bom = text.startsWith("\uFEFF") ? 1 : 0;
  return findings.map((finding) => {
    const start = index.positionAt(finding.range.start);
    const lineStart = index.starts[start.line] ?? 0;
    let lineEnd = index.starts[start.line + 1] ?? text.length;
    while (lineEnd > lineStart && /[\r\n]/.test(text[lineEnd - 1] ?? "")) lineEnd--;
    const shift = start.line === 0 ? bom : 0;
    const from = start.character - shift;
    const to = Math.min(finding.range.end, lineEnd) - lineStart - shift;
    return {
      line: start.line,
      start: from,
      end: Math.max(to, from + 1),
      severity: finding.severity,
      rule: finding.rule,
      message: finding.message,
    };
  });
}

/** The text, and the path where it moves, after all safe fixes or after the one of this title; the file that it creates. */
export function applyFix(
  input: AnalysisInput,
  analysis: DocumentAnalysis,
  title: string | undefined,
): { text: string; path: string | undefined } {
  if (title === undefined) {
    const fixed = fixDocument(input);
    return { text: fixed.text, path: fixed.moveTo };
  }
  const fixes = analysis.findings.flatMap((finding) => finding.fixes());
  const fix = fixes.find((each) => each.title === title);
  if (fix === undefined)
    throw new Error(
      `no fix "${title}"; there are: ${fixes.map((each) => `"${each.title}"`).join(", ") || "none"}`,
    );
  if (fix.creates !== undefined) return fix.creates;
  return { text: applyEdits(input.text, fix.edits), path: fix.moveTo };
}
