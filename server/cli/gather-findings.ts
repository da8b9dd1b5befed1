/** All that a check of a root finds: in its policies, its ledgers and its documents, and of what is gone. */
import { checkDocument } from "../engine/analyse";
import type { Finding } from "../engine/types";
import { LEDGER_PROBLEM, ledgerFindings } from "../engine/weigh-seals";
import { systemClock } from "../host/clock";
import { findingOnPath } from "../report/locate-findings";
import type { ReportedFinding } from "../report/types";
import { analyseFiles, type Scope } from "./analyse-files";
import type { RootAudit } from "./audit-root";
import type { OpenedRoot } from "./open-root";
import { policyFindings } from "./policy-findings";
import { createProgress } from "./progress";
import type { Terminal } from "./terminal";

/** Takes findings as they come; of a document's it copies what it keeps. */
export interface FindingsSink {
  /** On what is no document that was read. */
  readonly addPlaced: (findings: readonly ReportedFinding[]) => void;
  /** `path` is as reports give it. */
  readonly addDocument: (path: string, text: string, findings: readonly Finding[]) => void;
}

export interface Gathered {
  readonly documents: number;
  readonly ungoverned: number;
  /** How many of the documents say that they are filed. */
  readonly filed: number;
}

/** What a check looks at, where that is not all of the root. */
export interface CheckScope {
  readonly isAsked?: (policyFile: string) => boolean;
  readonly gone: readonly ReportedFinding[];
  readonly files: Scope;
}

export function gatherFindings(
  root: OpenedRoot,
  audit: RootAudit,
  { isAsked, gone, files }: CheckScope,
  terminal: Terminal,
  { addPlaced, addDocument }: FindingsSink,
): Gathered {
  addPlaced(placedFindings(root, audit, gone, isAsked));
  let filed = 0;
  const { documents, ungoverned, unreadable } = analyseFiles(
    root,
    systemClock.today(),
    createProgress(terminal),
    checkDocument,
    ({ path, text }, analysis) => {
      if (analysis.filed) filed++;
      addDocument(root.shown(path), text, analysis.findings);
    },
    files,
  );
  addPlaced(unreadable);
  return { documents, ungoverned, filed };
}

/** What is told of no document that is there: of policies, ledgers and deleted records. */
export function placedFindings(
  root: OpenedRoot,
  audit: RootAudit,
  gone: readonly ReportedFinding[],
  isAsked?: (policyFile: string) => boolean,
): readonly ReportedFinding[] {
  return [...policyFindings(root, isAsked), ...onLedgers(root, audit), ...gone];
}

/** On ledgers of seals that no longer prove anything, at the line where that begins. */
function onLedgers({ shown }: OpenedRoot, { ledgers }: RootAudit): readonly ReportedFinding[] {
  return ledgerFindings(ledgers).map(({ path, problem: { line, message } }) => ({
    ...findingOnPath(LEDGER_PROBLEM, "error", shown(path), message),
    line,
    endLine: line,
  }));
}
