/** `docket check`: reports what is wrong in the documents of a root. */
import { checkDocument } from "../../engine/analyse";
import { findDeletion } from "../../engine/place-deleted";
import { systemClock } from "../../host/clock";
import { renderCheckJson } from "../../report/json";
import { compareFindings, findingOnPath, locateFindings } from "../../report/locate-findings";
import { renderPretty } from "../../report/pretty-findings";
import type { CheckReport, ReportedFinding } from "../../report/types";
import { analyseFiles } from "../analyse-files";
import { auditRoot, type Past, type RootAudit, readPast } from "../audit-root";
import { exitCodeFor, FAILURE } from "../exit-codes";
import { type OpenedRoot, openRoot } from "../open-root";
import { lacksPolicy, policyFindings } from "../policy-findings";
import { createProgress } from "../progress";
import type { Terminal } from "../terminal";

type Format = "pretty" | "json";

export interface FormatOption {
  readonly format: Format;
}

export function check(paths: readonly string[], { format }: FormatOption, terminal: Terminal): number {
  const root = openRoot(paths, terminal.folder);
  const audit = hasRecords(root) ? auditRoot(root) : undefined;
  const past = audit && readPast(root, audit);
  const findings: ReportedFinding[] = [...policyFindings(root), ...goneFindings(root, past)];
  const { documents, ungoverned, unreadable } = analyseFiles(
    root,
    systemClock.today(),
    createProgress(terminal),
    checkDocument,
    ({ path, text }, analysis) => {
      const located = locateFindings(root.shown(path), text, analysis.findings, format === "json");
      for (const finding of located) findings.push(finding);
    },
    past?.historyOf,
  );
  const report: CheckReport = {
    documents,
    ungoverned,
    findings: [...findings, ...unreadable].sort(compareFindings),
  };
  terminal.out(format === "json" ? renderCheckJson(report) : renderPretty(report, terminal.colours));
  terminal.err(describeUnverifiable(audit));
  if (!lacksPolicy(root)) return exitCodeFor(report.findings);
  terminal.err("A policy cannot be read, so the documents that it governs have not been checked.\n");
  return FAILURE;
}

/** Without a class that can be filed, and without change logs and states, the history has nothing to tell. */
function hasRecords({ policies }: OpenedRoot): boolean {
  return policies.policies.some((policy) => policy.classes.length > 0);
}

/** Deleted records in folders without an index, on the policy file. */
function goneFindings(root: OpenedRoot, past: Past | undefined): readonly ReportedFinding[] {
  return (past?.gone ?? []).flatMap(({ path, lost }) =>
    lost.flatMap((record) => {
      const found = findDeletion(record, root.shown);
      return found === undefined
        ? []
        : [findingOnPath(found.rule, found.severity, root.shown(path), found.message)];
    }),
  );
}

/** A line for people; an audit says more, and gives a verdict of its own. */
function describeUnverifiable(audit: RootAudit | undefined): string {
  const unknown = (audit?.records ?? []).filter(({ verdict }) => verdict === "unverifiable");
  const [first] = unknown;
  if (first === undefined) return "";
  const subject = unknown.length === 1 ? "1 filed record" : `${unknown.length} filed records`;
  return `${subject} cannot be verified. ${first.reason ?? ""} \`docket audit\` says more.\n`;
}
