/** `docket coverage`: which files have been delivered for tasks, and what of the requirements they meet. */
import { LineIndex } from "../../base/lines";
import type { Range } from "../../base/range";
import { coverageOf, type DeliveredDocument } from "../../deliverables/coverage";
import { analyse } from "../../engine/analyse";
import { systemClock } from "../../host/clock";
import {
  type CoverageReport,
  renderCoverageJson,
  renderMarkdownCoverage,
  renderPrettyCoverage,
} from "../../report/coverage";
import { analyseFiles } from "../analyse-files";
import { locateRoot, type OpenedRoot, readRoot } from "../open-root";
import { policyVerdict } from "../policy-findings";
import { createProgress } from "../progress";
import type { Terminal } from "../terminal";

export interface CoverageOptions {
  readonly format: "pretty" | "markdown" | "json";
}

/** With paths, the tasks of which a file is in scope: whole, as other files may meet what these do not. */
export function coverage(paths: readonly string[], { format }: CoverageOptions, terminal: Terminal): number {
  const located = locateRoot(paths, terminal.folder);
  const root = readRoot({ ...located, targets: [] });
  const covers = paths.length === 0 ? () => true : readRoot(located).covers;
  const reports = readCoverage(root, terminal).map(({ tasks, ...report }) => ({
    ...report,
    tasks: tasks.filter(
      ({ files }) => files.some(({ path }) => covers(path)) || (files.length === 0 && paths.length === 0),
    ),
  }));
  const asked = reports.filter(({ tasks }) => tasks.length > 0).map((report) => withShownPaths(report, root));
  if (format === "json") terminal.out(renderCoverageJson(asked));
  else if (asked.length === 0) terminal.out(describeNone(reports.length > 0));
  else if (format === "markdown") terminal.out(renderMarkdownCoverage(asked));
  else terminal.out(renderPrettyCoverage(asked, terminal.colours));
  return policyVerdict(root, terminal);
}

function describeNone(hasTasks: boolean): string {
  return hasTasks
    ? "Nothing there is delivered for a task.\n"
    : "There are no tasks: no policy here says what is to be delivered (`deliverables`).\n";
}

/** Of every policy that has tasks, by the order of their files. */
function readCoverage(root: OpenedRoot, terminal: Terminal): readonly CoverageReport[] {
  const documents: DeliveredDocument[] = [];
  const lines = new Map<Range, number>();
  analyseFiles(root, systemClock.today(), createProgress(terminal), analyse, ({ text }, analysis) => {
    const deliverable = analysis.deliverable();
    documents.push({ entry: analysis.entry, deliverable, statedLengths: analysis.statedLengths() });
    if (deliverable === undefined || deliverable.met.length === 0) return;
    const index = new LineIndex(text);
    for (const { range } of deliverable.met) lines.set(range, index.lineAt(range.start) + 1);
  });
  return root.policies.policies
    .flatMap(({ path, deliverables }) =>
      deliverables === undefined || deliverables.tasks.length === 0
        ? []
        : [
            {
              policy: path,
              tasks: coverageOf(path, deliverables, documents),
              lineOf: ({ range }: { readonly range: Range }) => lines.get(range) ?? 1,
            },
          ],
    )
    .sort((a, b) => (a.policy < b.policy ? -1 : 1));
}

function withShownPaths({ policy, tasks, lineOf }: CoverageReport, { shown }: OpenedRoot): CoverageReport {
  return {
    policy: shown(policy),
    lineOf,
    tasks: tasks.map((task) => ({
      ...task,
      files: task.files.map((file) => ({ ...file, path: shown(file.path) })),
      requirements: task.requirements.map(({ name, met }) => ({
        name,
        met: met && { ...met, path: shown(met.path) },
      })),
    })),
  };
}
