/** `docket seal`: writes down what each filed record says, where it is not written down yet. */
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { AnalysisInput } from "../../engine/analyse";
import { systemClock } from "../../host/clock";
import { findUncommitted, type Uncommitted } from "../../host/git-status";
import { sha256 } from "../../host/hash";
import { toSlashes } from "../../host/paths";
import type { Policy } from "../../policy/types";
import { normaliseForSeal } from "../../records/normalise";
import type { SealCandidate } from "../../records/seal-plan";
import { filingDateOf, isRecord } from "../../records/seal-record";
import { type AuditedRecord, UNCOMMITTED } from "../../records/types";
import { count, plainLine } from "../../report/terminal-text";
import { govern, pathFromPolicy, pathWithin } from "../../workspace/govern";
import type { GovernedDocument } from "../../workspace/types";
import { analyseFiles } from "../analyse-files";
import { beginAudit } from "../audit-root";
import { CLEAN, FAILURE, FINDINGS } from "../exit-codes";
import type { OpenedRoot } from "../open-root";
import { lacksPolicy } from "../policy-findings";
import { createProgress } from "../progress";
import type { Terminal } from "../terminal";
import { type LedgerChange, planLedger, writeLedger } from "../write-ledger";

export interface SealOptions {
  readonly dryRun: boolean;
}

export async function seal(
  paths: readonly string[],
  { dryRun }: SealOptions,
  terminal: Terminal,
): Promise<number> {
  const { root, finish } = beginAudit(paths, terminal.folder);
  const today = systemClock.today();
  const { all } = await finish(false);
  const amended = new Map(
    all.flatMap((record) => (record.verdict === "amended" ? [[record.path, describeAmendment(record)]] : [])),
  );
  const found = findRecords(root, paths, amended, today, terminal);
  const refusals = [...found.refusals];
  const failures: string[] = [];
  let sealed = 0;
  let before = 0;
  for (const policy of root.policies.policies) {
    const change = planLedger(root, policy, found.candidates.get(policy) ?? [], today);
    refusals.push(...refusalsOf(root, policy, change));
    const failed = dryRun ? [] : writeLedger(root, policy, change);
    failures.push(...failed);
    if (failed.length === 0 || change.plan.text === undefined)
      terminal.out(renderChange(root, policy, change, dryRun));
    sealed += change.plan.sealed.length;
    before += change.plan.before;
  }
  for (const line of [...refusals, ...failures]) terminal.err(`${plainLine(line)}\n`);
  if (failures.length === 0) terminal.err(renderSummary(sealed, before, refusals.length > 0, dryRun));
  if (failures.length > 0 || lacksPolicy(root)) return FAILURE;
  return refusals.length > 0 ? FINDINGS : CLEAN;
}

interface FoundRecords {
  readonly candidates: ReadonlyMap<Policy, readonly SealCandidate[]>;
  /** Sentences on what cannot be sealed. */
  readonly refusals: readonly string[];
}

function findRecords(
  root: OpenedRoot,
  given: readonly string[],
  amended: ReadonlyMap<string, string>,
  today: string,
  terminal: Terminal,
): FoundRecords {
  const candidates = new Map<Policy, SealCandidate[]>();
  const refusals: string[] = [];
  const named = namedFiles(root, given, terminal);
  const isCommitted = askGit(root, (reason) => refusals.push(reason));
  const inspect = (input: AnalysisInput) => {
    const document = govern(input.path, input.text, input.policy);
    return {
      governed: document.classification !== undefined,
      filed: document.filed,
      findings: [],
      document,
    };
  };
  const { unreadable } = analyseFiles(root, today, createProgress(terminal), inspect, (_, { document }) => {
    const { path, policy } = document;
    if (!isRecord(document, () => isCommitted(path))) return;
    named.delete(path);
    if (!isText(root, document)) {
      refusals.push(`${root.shown(path)} was not sealed: it is no UTF-8 text.`);
      return;
    }
    const candidate = { ...candidateOf(document, today), amended: amended.get(path) };
    const ofPolicy = candidates.get(policy);
    if (ofPolicy === undefined) candidates.set(policy, [candidate]);
    else ofPolicy.push(candidate);
  });
  for (const { path, message } of unreadable) {
    refusals.push(`${path}: ${message}`);
    for (const each of named) if (root.shown(each) === path) named.delete(each);
  }
  for (const path of named) refusals.push(`${root.shown(path)} was not sealed: it is no filed record.`);
  return { candidates, refusals };
}

export function candidateOf(document: GovernedDocument, today: string): SealCandidate {
  return {
    path: pathWithin(document.policy, document.path),
    sha256: sha256(normaliseForSeal(document.text)),
    filed: filingDateOf(document) ?? today,
  };
}

/** A clause, such as `it was amended in 9920aeb on 2026-02-18 (2 lines changed)`. */
function describeAmendment({ amendments }: AuditedRecord): string {
  const first = amendments.find(({ allowed }) => !allowed);
  if (first === undefined) return "it is not as it was filed";
  if (first.commit === UNCOMMITTED) return `it was edited after it was filed (${first.what})`;
  return `it was amended in ${first.commit.slice(0, 7)} on ${first.date} (${first.what})`;
}

/** The files that the user named one by one, relative to the base. */
function namedFiles({ files }: OpenedRoot, given: readonly string[], { folder }: Terminal): Set<string> {
  const prefix = `${files.base}/`;
  return new Set(
    given
      .map((path) => toSlashes(resolve(folder, path)))
      .flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []))
      .filter((path) => files.kindOf(path) === "file"),
  );
}

/** Bytes that are no UTF-8 all read as U+FFFD: a hash would not tell one from another. */
function isText({ files }: OpenedRoot, { path, text }: GovernedDocument): boolean {
  return !text.includes("\uFFFD") || isUtf8(readFileSync(`${files.base}/${path}`));
}

/** Git is asked once, and only where a policy makes records of what is committed. */
function askGit({ files }: OpenedRoot, refuse: (reason: string) => void): (path: string) => boolean {
  let answer: Uncommitted | undefined;
  return (path) => {
    if (answer === undefined) {
      answer = findUncommitted(files.base);
      if (answer.kind === "unknown")
        refuse(
          `Documents that are records from their first commit on were not sealed: ${answer.reason}, so that nothing tells which are committed.`,
        );
    }
    return answer.kind === "known" && !answer.isUncommitted(path);
  };
}

/** Sentences on what this ledger does not take. */
export function refusalsOf(root: OpenedRoot, policy: Policy, change: LedgerChange): readonly string[] {
  const { blocked, refusals } = change.plan;
  if (blocked !== undefined)
    return [`${root.shown(change.path)}, line ${blocked.line}: ${blocked.message} Nothing was sealed.`];
  return refusals.map(
    ({ path, message }) => `${root.shown(pathFromPolicy(policy, path))} was not sealed: ${message}.`,
  );
}

function renderChange(root: OpenedRoot, policy: Policy, { path, plan }: LedgerChange, dryRun: boolean) {
  const ledger = plainLine(root.shown(path));
  const lines: string[] = [];
  if (plan.repaired)
    lines.push(`${dryRun ? "Would take" : "Took"} conflict marks and repeated lines out of ${ledger}`);
  if (plan.joined > 0)
    lines.push(`${dryRun ? "Would join" : "Joined"} the ${plan.joined} branches of ${ledger}`);
  for (const each of plan.sealed)
    lines.push(`${dryRun ? "Would seal" : "Sealed"} ${plainLine(root.shown(pathFromPolicy(policy, each)))}`);
  return lines.map((line) => `${line}\n`).join("");
}

function renderSummary(sealed: number, before: number, isRefused: boolean, dryRun: boolean): string {
  const had = before === 0 ? "" : ` ${count(before, "record")} had a seal already.`;
  if (sealed > 0)
    return dryRun
      ? `${count(sealed, "record")} would be sealed.${had}\n`
      : `${count(sealed, "record")} sealed.${had} Commit the ledger with the records.\n`;
  if (isRefused) return had === "" ? "" : `${had.trim()}\n`;
  return had === "" ? "There is no filed record to seal.\n" : `Nothing to seal:${had}\n`;
}
