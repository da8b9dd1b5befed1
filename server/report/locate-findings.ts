/** Findings with lines and columns, as reports give them. */
import { LineIndex } from "../base/lines";
import type { Finding } from "../engine/types";
import type { Severity } from "../policy/types";
import type { ReportedFinding } from "./types";

/** `path` is the one to print. `fixable` is told only on demand, because it takes having all fixes computed. */
export function locateFindings(
  path: string,
  text: string,
  findings: readonly Finding[],
  tellsFixable: boolean,
): readonly ReportedFinding[] {
  if (findings.length === 0) return [];
  // most findings stand in the header: the lines behind the last one need not be counted
  const lines = new LineIndex(text.slice(0, Math.max(...findings.map(({ range }) => range.end)) + 1));
  return findings.map((finding) => {
    const fixes = finding.needsDecision && !tellsFixable ? [] : finding.fixes();
    const start = lines.positionAt(finding.range.start);
    const end = lines.positionAt(finding.range.end);
    return {
      rule: finding.rule,
      severity: finding.severity,
      path,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      message: finding.message,
      ...(tellsFixable ? { fixable: fixes.length > 0 } : {}),
      safelyFixable: fixes.some((fix) => fix.safe),
      ...(finding.field === undefined ? {} : { field: finding.field }),
    };
  });
}

/** A finding on a path as a whole, at its first character. */
export function findingOnPath(
  rule: string,
  severity: Severity,
  path: string,
  message: string,
): ReportedFinding {
  const place = { path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { rule, severity, ...place, message, fixable: false, safelyFixable: false };
}

/** By path, then by place. */
export function compareFindings(a: ReportedFinding, b: ReportedFinding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
