/** Findings for people: grouped by file, the most severe ones first, a summary at the end. */
import type { Severity } from "../policy/types";
import { type FindingsFormat, SEVERITIES, type Tally } from "./findings-report";
import { count, plainLine } from "./terminal-text";
import type { Colours, ReportedFinding } from "./types";

const WORDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "info" };

export function prettyFormat(colours: Colours): FindingsFormat {
  return {
    file: (path, findings) => renderFile(path, findings, colours),
    head: () => "",
    between: "\n\n",
    tail: (tally, hasFiles) => `${hasFiles ? "\n\n" : ""}${renderSummary(tally, colours)}\n`,
  };
}

function renderFile(path: string, findings: readonly ReportedFinding[], colours: Colours): string {
  const width = Math.max(...findings.map((finding) => placeOf(finding).length));
  const lines = [colours.underline(plainLine(path))];
  for (const severity of SEVERITIES) {
    const word = paintOf(severity, colours)(WORDS[severity].padEnd(7));
    for (const finding of findings) {
      if (finding.severity !== severity) continue;
      const place = colours.dim(placeOf(finding).padStart(width));
      lines.push(`  ${place}  ${word}  ${plainLine(finding.message)}  ${colours.dim(finding.rule)}`);
    }
  }
  return lines.join("\n");
}

function placeOf(finding: ReportedFinding): string {
  return `${finding.line}:${finding.column}`;
}

function renderSummary(tally: Tally, colours: Colours): string {
  const { documents, ungoverned, bySeverity, safelyFixable } = tally;
  const others =
    ungoverned === 0
      ? ""
      : ` ${count(ungoverned, "other document")} ${ungoverned === 1 ? "is" : "are"} ungoverned.`;
  const found = SEVERITIES.filter((severity) => bySeverity[severity] > 0);
  if (found.length === 0)
    return `${colours.green("✓")} ${count(documents, "document")}, nothing to report.${others}`;
  const number = found.reduce((sum, severity) => sum + bySeverity[severity], 0);
  const words = found.map((severity) => paintOf(severity, colours)(wordsFor(severity, bySeverity[severity])));
  const summary = `${count(documents, "document")}, ${count(number, "finding")}: ${words.join(", ")}.${others}`;
  return safelyFixable === 0
    ? summary
    : `${summary}\n\`docket fix\` corrects ${count(safelyFixable, "finding")}.`;
}

function wordsFor(severity: Severity, number: number): string {
  return severity === "information"
    ? `${count(number, "information", "information")}`
    : count(number, severity);
}

function paintOf(severity: Severity, colours: Colours): (text: string) => string {
  return severity === "error" ? colours.red : severity === "warning" ? colours.yellow : colours.blue;
}
