/** `docket check`: reports what is wrong in the documents of a root. */
import { checkDocument } from "../../engine/analyse";
import { LEDGER_PROBLEM, ledgerFindings } from "../../engine/weigh-seals";
import { systemClock } from "../../host/clock";
import { FindingsReport } from "../../report/findings-report";
import { checkJsonFormat } from "../../report/json";
import { findingOnPath, locateFindings } from "../../report/locate-findings";
import { prettyFormat } from "../../report/pretty-findings";
import type { ReportedFinding } from "../../report/types";
import { analyseFiles } from "../analyse-files";
import { beginAudit, type RootAudit, readPast } from "../audit-root";
import { compareWithBase, rootInBase } from "../compare-with-base";
import { deletionFindings } from "../deletion-findings";
import { exitCodeFor, FAILURE } from "../exit-codes";
import type { OpenedRoot } from "../open-root";
import { lacksPolicy, policyFindings } from "../policy-findings";
import { createProgress } from "../progress";
import type { Terminal } from "../terminal";

type Format = "pretty" | "json";

export interface FormatOption {
  readonly format: Format;
}

export interface CheckOptions extends FormatOption {
  /** Judge only what has changed since the branch left this one, by its policy as well. */
  readonly against?: string;
}

export async function check(
  paths: readonly string[],
  { format, against }: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const { root, finish } = beginAudit(
    paths,
    terminal.folder,
    // a branch that takes the only policy away is judged by it all the same
    against === undefined ? undefined : (base, path) => rootInBase(base, path, against),
  );
  const audit = await finish(false);
  const past = readPast(root, audit);
  const comparison = against === undefined ? undefined : compareWithBase(root, against, audit, past);
  const report = new FindingsReport(format === "json" ? checkJsonFormat : prettyFormat(terminal.colours));
  report.addEarly(policyFindings(root, comparison?.isChanged));
  report.addEarly(onLedgers(root, audit));
  report.addEarly(comparison?.findings ?? deletionFindings(root, past.gone));
  let filed = 0;
  const { documents, ungoverned, unreadable } = analyseFiles(
    root,
    systemClock.today(),
    createProgress(terminal),
    checkDocument,
    ({ path, text }, analysis) => {
      if (analysis.filed) filed++;
      const shown = root.shown(path);
      report.add(shown, locateFindings(shown, text, analysis.findings, format === "json"));
    },
    comparison?.scope ?? past,
  );
  report.addEarly(unreadable);
  for (const portion of report.render({ documents, ungoverned })) terminal.out(portion);
  terminal.err(describeUnverifiable(audit, filed));
  if (!lacksPolicy(root)) return exitCodeFor(report.severities);
  terminal.err("A policy cannot be read, so the documents that it governs have not been checked.\n");
  return FAILURE;
}

/** On ledgers of seals that no longer prove anything, at the line where that begins. */
function onLedgers({ shown }: OpenedRoot, { ledgers }: RootAudit): readonly ReportedFinding[] {
  return ledgerFindings(ledgers).map(({ path, problem: { line, message } }) => ({
    ...findingOnPath(LEDGER_PROBLEM, "error", shown(path), message),
    line,
    endLine: line,
  }));
}

/** A line for people; an audit says more, and gives a verdict of its own. */
function describeUnverifiable({ records, unknown: reason }: RootAudit, filed: number): string {
  const open = records.filter(({ verdict }) => verdict === "unverifiable");
  // without a history, and without seals, the documents themselves say that they are filed
  const number = reason !== undefined && records.length === 0 ? filed : open.length;
  const why = open[0]?.reason ?? reason;
  if (number === 0 || why === undefined) return "";
  const subject = number === 1 ? "1 filed record" : `${number} filed records`;
  return `${subject} cannot be verified. ${why} \`docket audit\` says more.\n`;
}
