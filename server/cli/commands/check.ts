/** `docket check`: reports what is wrong in the documents of a root. */
import { FindingsReport } from "../../report/findings-report";
import { checkJsonFormat } from "../../report/json";
import { locateFindings } from "../../report/locate-findings";
import { prettyFormat } from "../../report/pretty-findings";
import { beginAudit, type RootAudit, readPast } from "../audit-root";
import { compareWithBase, rootInBase } from "../compare-with-base";
import { deletionFindings } from "../deletion-findings";
import { exitCodeFor, FAILURE } from "../exit-codes";
import { gatherFindings } from "../gather-findings";
import { lacksPolicy } from "../policy-findings";
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
  const scope = {
    ...(comparison === undefined ? {} : { isAsked: comparison.isChanged }),
    gone: comparison?.findings ?? deletionFindings(root, past.gone),
    files: comparison?.scope ?? past,
  };
  const { documents, ungoverned, filed } = gatherFindings(root, audit, scope, terminal, {
    addPlaced: (findings) => report.addEarly(findings),
    addDocument: (path, text, findings) =>
      report.add(path, locateFindings(path, text, findings, format === "json")),
  });
  for (const portion of report.render({ documents, ungoverned })) terminal.out(portion);
  terminal.err(describeUnverifiable(audit, filed));
  if (!lacksPolicy(root)) return exitCodeFor(report.severities);
  terminal.err("A policy cannot be read, so the documents that it governs have not been checked.\n");
  return FAILURE;
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
