/** Reads and analyses the governed files of a root, one at a time: no text is kept. */
import { type AnalysisInput, analyse } from "../engine/analyse";
import { governingPolicy, UNREADABLE_PATH, unreadableMessage } from "../engine/find-files";
import type { DocumentAnalysis } from "../engine/types";
import { findingOnPath } from "../report/locate-findings";
import type { ReportedFinding } from "../report/types";
import type { DocumentEntry } from "../workspace/types";
import type { OpenedRoot } from "./open-root";
import type { Progress } from "./progress";

export interface AnalysedFiles {
  /** Documents that a class claims. */
  readonly documents: number;
  /** Documents that a policy covers and no class claims. */
  readonly ungoverned: number;
  readonly entries: ReadonlyMap<string, DocumentEntry>;
  /** Findings on what cannot be read. */
  readonly unreadable: readonly ReportedFinding[];
}

/** `use` gets every document that a policy covers; what it keeps must be copies. */
export function analyseFiles(
  root: OpenedRoot,
  today: string,
  progress: Progress,
  use: (input: AnalysisInput, analysis: DocumentAnalysis) => void,
): AnalysedFiles {
  const entries = new Map<string, DocumentEntry>();
  const unreadable = root.unreadable.map(({ path, reason }) => unreadableFinding(root, path, reason));
  const workspace = () => ({ entries });
  let documents = 0;
  let ungoverned = 0;
  for (const [index, path] of root.paths.entries()) {
    progress.report(index, root.paths.length);
    const policy = governingPolicy(root.policies, path);
    if (policy === undefined) continue;
    const read = root.files.read(path);
    if (read.kind === "unreadable") unreadable.push(unreadableFinding(root, path, read.reason));
    if (read.kind !== "text") continue;
    const input = { path, text: read.text, policy, today, workspace };
    const analysis = analyse(input);
    entries.set(path, analysis.entry);
    if (analysis.entry.classId === undefined) ungoverned++;
    else documents++;
    use(input, analysis);
  }
  progress.end();
  return { documents, ungoverned, entries, unreadable };
}

function unreadableFinding(root: OpenedRoot, path: string, reason: string): ReportedFinding {
  return findingOnPath(UNREADABLE_PATH, "warning", root.shown(path) || ".", unreadableMessage(reason));
}
