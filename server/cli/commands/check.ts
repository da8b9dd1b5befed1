/** `docket check`: reports what is wrong in the documents of a root. */
import { checkDocument } from "../../engine/analyse";
import { systemClock } from "../../host/clock";
import { renderCheckJson } from "../../report/json";
import { compareFindings, locateFindings } from "../../report/locate-findings";
import { renderPretty } from "../../report/pretty-findings";
import type { CheckReport, ReportedFinding } from "../../report/types";
import { analyseFiles } from "../analyse-files";
import { exitCodeFor, FAILURE } from "../exit-codes";
import { openRoot } from "../open-root";
import { lacksPolicy, policyFindings } from "../policy-findings";
import { createProgress } from "../progress";
import type { Terminal } from "../terminal";

type Format = "pretty" | "json";

export interface FormatOption {
  readonly format: Format;
}

export function check(paths: readonly string[], { format }: FormatOption, terminal: Terminal): number {
  const root = openRoot(paths, terminal.folder);
  const findings: ReportedFinding[] = [...policyFindings(root)];
  const { documents, ungoverned, unreadable } = analyseFiles(
    root,
    systemClock.today(),
    createProgress(terminal),
    checkDocument,
    ({ path, text }, analysis) => {
      const located = locateFindings(root.shown(path), text, analysis.findings, format === "json");
      for (const finding of located) findings.push(finding);
    },
  );
  const report: CheckReport = {
    documents,
    ungoverned,
    findings: [...findings, ...unreadable].sort(compareFindings),
  };
  terminal.out(format === "json" ? renderCheckJson(report) : renderPretty(report, terminal.colours));
  if (!lacksPolicy(root)) return exitCodeFor(report.findings);
  terminal.err("A policy cannot be read, so the documents that it governs have not been checked.\n");
  return FAILURE;
}
