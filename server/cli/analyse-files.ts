/** Reads and analyses the governed files of a root, one at a time: no text is kept. */
import type { AnalysisInput } from "../engine/analyse";
import { governingPolicy, UNREADABLE_PATH, unreadableMessage } from "../engine/find-files";
import { FolderNames, otherDocuments } from "../engine/other-documents";
import type { CheckedDocument } from "../engine/types";
import type { Policy } from "../policy/types";
import type { DocumentHistory } from "../records/types";
import { findingOnPath } from "../report/locate-findings";
import type { ReportedFinding } from "../report/types";
import type { WorkspaceSnapshot } from "../workspace/types";
import { compileBriefly } from "./compile-briefly";
import type { OpenedRoot } from "./open-root";
import type { Progress } from "./progress";

/** So many documents are scanned before the scanner has been compiled. */
const WARM = 300;

const NO_DOCUMENTS: WorkspaceSnapshot = { entries: new Map() };

export interface AnalysedFiles {
  /** Documents that a class claims. */
  readonly documents: number;
  /** Documents that a policy covers and no class claims. */
  readonly ungoverned: number;
  /** Findings on what cannot be read. */
  readonly unreadable: readonly ReportedFinding[];
}

/** What is looked at and by what, where that is not all of the root by its present policies. */
export interface Scope {
  readonly paths?: readonly string[];
  readonly policyFor?: (path: string) => Policy | undefined;
  /** What is known of a document's past. */
  readonly historyOf?: ((path: string) => DocumentHistory | undefined) | undefined;
}

/**
 * `inspect` is `analyse`, or `checkDocument` where findings are all that is asked for; `use` gets what it says of every
 * document that a policy covers, and must copy what it keeps.
 */
export function analyseFiles<A extends CheckedDocument>(
  root: OpenedRoot,
  today: string,
  progress: Progress,
  inspect: (input: AnalysisInput) => A,
  use: (input: AnalysisInput, analysis: A) => void,
  scope: Scope = {},
): AnalysedFiles {
  const { paths = root.paths, historyOf } = scope;
  const policyFor = scope.policyFor ?? ((path: string) => governingPolicy(root.policies, path));
  // fixes are computed once all documents are known, and not here
  const workspace = () => NO_DOCUMENTS;
  const unreadable = root.unreadable.map(({ path, reason }) => unreadableFinding(root, path, reason));
  const others = otherDocuments(root.files, new FolderNames(root.files), root.policies);
  // what has been listed need not be looked up again
  const listed = new Set(root.paths);
  const exists = (path: string): boolean => listed.has(path) || others.exists?.(path) === true;
  let documents = 0;
  let ungoverned = 0;
  const covered: { readonly path: string; readonly policy: Policy }[] = [];
  for (const path of paths) {
    const policy = policyFor(path);
    if (policy !== undefined) covered.push({ path, policy });
  }
  const files = root.files.readInTurn(covered.map(({ path }) => path));
  for (const [index, { path, policy }] of covered.entries()) {
    progress.report(index, covered.length);
    if (index === WARM) compileBriefly();
    const read = files.read(index);
    if (read.kind === "unreadable") unreadable.push(unreadableFinding(root, path, read.reason));
    if (read.kind !== "text") continue;
    const history = historyOf?.(path);
    const input = { path, text: read.text, policy, today, workspace, ...others, exists, history };
    const analysis = inspect(input);
    if (analysis.governed) documents++;
    else ungoverned++;
    use(input, analysis);
  }
  files.end();
  progress.end();
  return { documents, ungoverned, unreadable };
}

function unreadableFinding(root: OpenedRoot, path: string, reason: string): ReportedFinding {
  return findingOnPath(UNREADABLE_PATH, "warning", root.shown(path) || ".", unreadableMessage(reason));
}
