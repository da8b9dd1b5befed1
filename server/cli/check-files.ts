/** Checks files: what `docket check` does with each half of them, on whichever thread. */
import { locateFindings } from "../report/locate-findings";
import type { ReportedFinding } from "../report/types";
import { analyseFiles } from "./analyse-files";
import type { OpenedRoot } from "./open-root";
import type { Progress } from "./progress";

export interface CheckedFiles {
  /** Documents that a class claims. */
  readonly documents: number;
  readonly findings: readonly ReportedFinding[];
}

/** Findings on documents and on what cannot be read, in no particular order. */
export function checkFiles(
  root: OpenedRoot,
  paths: Iterable<string>,
  today: string,
  progress: Progress,
): CheckedFiles {
  const findings: ReportedFinding[] = [];
  const { documents, unreadable } = analyseFiles(root, paths, today, progress, ({ path, text }, analysis) => {
    for (const finding of locateFindings(root.shown(path), text, analysis.findings)) findings.push(finding);
  });
  for (const finding of unreadable) findings.push(finding);
  return { documents, findings };
}
