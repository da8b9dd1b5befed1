/** A policy's mistakes, as findings. */
import { LineIndex } from "../base/lines";
import { POLICY_PROBLEM } from "../engine/find-files";
import type { ReportedFinding } from "../report/types";
import { CLEAN, FAILURE } from "./exit-codes";
import type { OpenedRoot } from "./open-root";
import type { Terminal } from "./terminal";

/** Of the policy files that `isAsked` names. */
export function policyFindings(
  { policies, files, shown }: OpenedRoot,
  isAsked: (path: string) => boolean = () => true,
): readonly ReportedFinding[] {
  return policies.problems
    .filter(({ path }) => isAsked(path))
    .map(({ path, range, severity, message }) => {
      const lines = new LineIndex(files.readText(path) ?? "");
      const [start, end] = [lines.positionAt(range.start), lines.positionAt(range.end)];
      return {
        rule: POLICY_PROBLEM,
        severity,
        path: shown(path),
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        message,
        fixable: false,
        safelyFixable: false,
      };
    });
}

/** True when a policy file gave no policy at all: then its documents have not been checked, and there is no verdict. */
export function lacksPolicy({ policies, policyFiles }: OpenedRoot): boolean {
  const broken = new Set(
    policies.problems.filter(({ severity }) => severity === "error").map(({ path }) => path),
  );
  return policyFiles.some(
    (file) => broken.has(file) && !policies.policies.some((policy) => policy.path === file),
  );
}

/** The exit code of commands that show what documents say: a failure where a policy is missing, which is told. */
export function policyVerdict(root: OpenedRoot, terminal: Terminal): number {
  if (!lacksPolicy(root)) return CLEAN;
  terminal.err(
    "A policy cannot be read, so the documents that it governs are missing here. `docket check` says what is wrong with it.\n",
  );
  return FAILURE;
}
