/** Findings for people: grouped by file, the most severe ones first, a summary at the end. */
import type { Severity } from "../policy/types";
import { count, plainLine } from "./terminal-text";
import type { CheckReport, Colours, ReportedFinding } from "./types";

const SEVERITIES: readonly Severity[] = ["error", "warning", "information"];
const WORDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "info" };

/** Ends with a line break. */
export function renderPretty(report: CheckReport, colours: Colours): string {
  const groups = groupByPath(report.findings);
  const parts = [...groups].map(([path, findings]) => renderGroup(path, findings, colours));
  return `${[...parts, renderSummary(report, colours)].join("\n\n")}\n`;
}

function groupByPath(findings: readonly ReportedFinding[]): ReadonlyMap<string, readonly ReportedFinding[]> {
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group === undefined) groups.set(finding.path, [finding]);
    else group.push(finding);
  }
  return groups;
}

function renderGroup(path: string, findings: readonly ReportedFinding[], colours: Colours): string {
  const sorted = findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const width = Math.max(...sorted.map((finding) => placeOf(finding).length));
  const lines = sorted.map((finding) => {
    const severity = paintOf(finding.severity, colours)(WORDS[finding.severity].padEnd(7));
    const place = colours.dim(placeOf(finding).padStart(width));
    return `  ${place}  ${severity}  ${plainLine(finding.message)}  ${colours.dim(finding.rule)}`;
  });
  return [colours.underline(plainLine(path)), ...lines].join("\n");
}

function placeOf(finding: ReportedFinding): string {
  return `${finding.line}:${finding.column}`;
}

function renderSummary({ documents, ungoverned, findings }: CheckReport, colours: Colours): string {
  const others =
    ungoverned === 0
      ? ""
      : ` ${count(ungoverned, "other document")} ${ungoverned === 1 ? "is" : "are"} ungoverned.`;
  if (findings.length === 0)
    return `${colours.green("✓")} ${count(documents, "document")}, nothing to report.${others}`;
  const bySeverity = SEVERITIES.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [paintOf(severity, colours)(wordsFor(severity, number))];
  });
  const fixable = findings.filter((finding) => finding.safelyFixable).length;
  const summary = `${count(documents, "document")}, ${count(findings.length, "finding")}: ${bySeverity.join(", ")}.${others}`;
  return fixable === 0 ? summary : `${summary}\n\`docket fix\` corrects ${count(fixable, "finding")}.`;
}

function wordsFor(severity: Severity, number: number): string {
  return severity === "information"
    ? `${count(number, "information", "information")}`
    : count(number, severity);
}

function paintOf(severity: Severity, colours: Colours): (text: string) => string {
  return severity === "error" ? colours.red : severity === "warning" ? colours.yellow : colours.blue;
}
