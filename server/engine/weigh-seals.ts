/** Weighs the verdicts of the history against the seals: for what git cannot tell, and for what it no longer tells truly. */
import { byPath } from "../base/by-path";
import type { Policy } from "../policy/types";
import { type BlobWork, readTexts } from "../records/blob-request";
import { LEDGER_PATH, type LedgerProblem, parseLedger, type SealEntry } from "../records/ledger";
import { normaliseForSeal } from "../records/normalise";
import { firstSeals, type SealVerification, verifySeals } from "../records/seal-verdicts";
import type { AuditedRecord, Verdict } from "../records/types";
import { govern, pathFromPolicy, pathWithin } from "../workspace/govern";
import type { RepositoryHistory } from "../workspace/history";
import type { PolicySet } from "./policies";

/** The rule under which it is reported that a ledger of seals was changed. */
export const LEDGER_PROBLEM = "record/changed-ledger";

interface WeighedAudit {
  /** By path. */
  readonly records: readonly AuditedRecord[];
  readonly ledgers: readonly WeighedLedger[];
}

export interface WeighedLedger {
  /** Relative to the root. */
  readonly path: string;
  readonly problems: readonly LedgerProblem[];
  /** The line at which the chain breaks, one-based; then no seal counts. */
  readonly brokenAt: number | undefined;
  /** The hashes of the lines that no later line follows up on: one, in a sound ledger. */
  readonly tips: readonly string[];
  /** Filed records without a seal. */
  readonly unsealed: readonly string[];
}

/** What is reported of ledgers: not what a newer Docket wrote, which may be sound. */
export function ledgerFindings(
  ledgers: readonly WeighedLedger[],
): readonly { readonly path: string; readonly problem: LedgerProblem }[] {
  return ledgers.flatMap(({ path, problems }) =>
    problems
      .filter(({ kind }) => kind === "broken" || kind === "contradiction")
      .map((problem) => ({ path, problem })),
  );
}

/** The working tree, as `host/` provides it. */
interface SealedFiles {
  readonly readText: (path: string) => string | undefined;
  readonly kindOf: (path: string) => "file" | "folder" | "absent";
}

/** True where a policy has a ledger of seals to hold its records against. */
export function hasLedger({ policies }: PolicySet, files: Pick<SealedFiles, "kindOf">): boolean {
  return policies.some((policy) => files.kindOf(pathFromPolicy(policy, LEDGER_PATH)) === "file");
}

/** A policy without a ledger has nothing to weigh. `history` is undefined where git cannot tell it. */
export function* weighSeals(
  records: readonly AuditedRecord[],
  { policies }: PolicySet,
  { readText, kindOf }: SealedFiles,
  history: RepositoryHistory | undefined,
  sha256: (text: string) => string,
): BlobWork<WeighedAudit> {
  let weighed = records;
  const ledgers: WeighedLedger[] = [];
  for (const policy of policies) {
    const path = pathFromPolicy(policy, LEDGER_PATH);
    const text = readText(path);
    if (text === undefined) {
      const exists = kindOf(path) !== "absent";
      const message = exists
        ? "The ledger of seals cannot be read, so no seal counts."
        : history?.tree.has(path) === true
          ? "The ledger of seals is gone, which the last commit has. Restore the file."
          : undefined;
      const kind = exists ? ("newer" as const) : ("broken" as const);
      if (message !== undefined)
        ledgers.push({
          path,
          problems: [{ kind, line: 1, message }],
          brokenAt: undefined,
          tips: [],
          unsealed: [],
        });
      continue;
    }
    const ledger = parseLedger(text, sha256);
    const standing = standingTexts(weighed, [...firstSeals(ledger).keys()], policy, readText);
    const verification = verifySeals(ledger, standing, sha256);
    const filed = new Set(weighed.map((record) => record.path));
    const unsealed = verification.verdicts
      .filter((each) => each.kind === "unsealed")
      .map((each) => pathFromPolicy(policy, each.path))
      .filter((each) => filed.has(each));
    ledgers.push({ path, ...pick(verification), unsealed });
    if (verification.brokenAt === undefined) weighed = yield* weigh(weighed, verification, policy, sha256);
  }
  return { records: [...weighed].sort(byPath), ledgers };
}

function pick({ problems, brokenAt, tips }: SealVerification) {
  return { problems, brokenAt, tips };
}

/** All filed records of the policy, and whatever stands at the paths that were sealed. */
function* standingTexts(
  records: readonly AuditedRecord[],
  sealed: readonly string[],
  policy: Policy,
  textOf: (path: string) => string | undefined,
) {
  const own = records
    .filter((record) => record.verdict !== "deleted" && record.policy.folder === policy.folder)
    .map(({ path }) => pathWithin(policy, path));
  for (const path of new Set([...own, ...sealed])) {
    const text = textOf(pathFromPolicy(policy, path));
    if (text !== undefined) yield { path, text };
  }
}

function* weigh(
  records: readonly AuditedRecord[],
  { verdicts }: SealVerification,
  policy: Policy,
  sha256: (text: string) => string,
): BlobWork<readonly AuditedRecord[]> {
  const weighed = new Map(records.map((record) => [record.path, record]));
  for (const { path: within, kind, seal, movedTo } of verdicts) {
    if (seal === undefined) continue;
    const path = pathFromPolicy(policy, within);
    const record = weighed.get(path);
    const known = records.some(({ paths, verdict }) => paths.has(path) && verdict !== "deleted");
    if (kind === "missing") {
      // the history knows where it went, or that it is gone
      if (record !== undefined || known || movedTo !== undefined) continue;
      weighed.set(
        path,
        unknownToHistory(path, policy, "deleted", `It was sealed on ${seal.sealed} and is gone.`),
      );
    } else if (record === undefined) {
      if (kind !== "changed") continue;
      weighed.set(path, unknownToHistory(path, policy, "amended", describeChanged(seal)));
    } else weighed.set(path, yield* weighOne(record, kind, seal, sha256));
  }
  return [...weighed.values()];
}

function* weighOne(
  record: AuditedRecord,
  kind: string,
  seal: SealEntry,
  sha256: (text: string) => string,
): BlobWork<AuditedRecord> {
  if (kind === "sealed" && record.verdict === "unverifiable")
    return { ...record, verdict: "intact", reason: `It is what was sealed on ${seal.sealed}.` };
  if (kind !== "changed") return record;
  if (record.verdict === "unverifiable")
    return { ...record, verdict: "amended", reason: describeChanged(seal) };
  if (record.verdict !== "intact" || record.baseline === undefined) return record;
  // changes that the policy allows lead away from the seal, but one of the versions that it allowed must be what was sealed
  for (const text of (yield* readTexts([record.baseline.file.blob, ...record.versions])).values())
    if (text !== undefined && sha256(normaliseForSeal(text)) === seal.sha256) return record;
  const reason = `${describeChanged(seal)} The history shows no such change: it may have been rewritten.`;
  return { ...record, verdict: "amended", reason };
}

function describeChanged({ sealed }: SealEntry): string {
  return `It is not what was sealed on ${sealed}.`;
}

function unknownToHistory(path: string, policy: Policy, verdict: Verdict, reason: string): AuditedRecord {
  const { classification } = govern(path, "", policy);
  const documentClass = classification?.class ?? policy.classes.find((each) => each.immutable !== undefined);
  return {
    path,
    paths: new Set([path]),
    documentClass: documentClass ?? (policy.classes[0] as (typeof policy.classes)[number]),
    policy,
    versions: [],
    baseline: undefined,
    filed: undefined,
    verdict,
    reason,
    amendments: [],
  };
}
