/** `docket check`: reports what is wrong in the documents of a root. */
import { systemClock } from "../../host/clock";
import { renderCheckJson } from "../../report/json";
import { compareFindings } from "../../report/locate-findings";
import { renderPretty } from "../../report/pretty-findings";
import type { CheckReport } from "../../report/types";
import { checkOnThreads } from "../check-thread";
import { exitCodeFor, FAILURE } from "../exit-codes";
import { openRoot } from "../open-root";
import { lacksPolicy, policyFindings } from "../policy-findings";
import { createProgress } from "../progress";
import type { Terminal } from "../terminal";

type Format = "pretty" | "json";

export interface FormatOption {
  readonly format: Format;
}

export async function check(
  paths: readonly string[],
  { format }: FormatOption,
  terminal: Terminal,
): Promise<number> {
  const root = openRoot(paths, terminal.folder);
  const checked = await checkOnThreads(root, systemClock.today(), createProgress(terminal));
  const findings = [...policyFindings(root), ...checked.findings].sort(compareFindings);
  const report: CheckReport = { documents: checked.documents, findings };
  terminal.out(format === "json" ? renderCheckJson(report) : renderPretty(report, terminal.colours));
  if (!lacksPolicy(root)) return exitCodeFor(report.findings);
  terminal.err("A policy cannot be read, so the documents that it governs have not been checked.\n");
  return FAILURE;
}
