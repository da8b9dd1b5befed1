/** Audits the filed records of a repository under its policies, or says of each why it cannot be told. */
import { auditRecords, type RepositoryAudit } from "../records/audit-records";
import type { BlobWork } from "../records/blob-request";
import { findFiledClass } from "../records/filed-class";
import type { FilingMemory } from "../records/find-filings";
import type { AuditedRecord } from "../records/types";
import type { WorkingFiles } from "../records/verdict";
import { pathWithin } from "../workspace/govern";
import type { RepositoryHistory } from "../workspace/history";
import { governingPolicy } from "./find-files";
import { loadPolicies, type PolicySet, policyFolder } from "./policies";

export function* auditRepository(
  history: RepositoryHistory,
  policies: PolicySet,
  working: WorkingFiles,
  memory: FilingMemory = new Map(),
): BlobWork<RepositoryAudit> {
  const audit = yield* auditRecords({
    history,
    present: policies,
    isPolicyFile: (path) => policyFolder(path) !== undefined,
    load: loadPolicies,
    working,
    memory,
  });
  return { ...audit, records: audit.records.map((record) => withoutLeaving(record, policies)) };
}

/** What `paths`, all of the working tree that may hold documents, have besides HEAD. */
export function workingFiles(
  { readExactly }: { readonly readExactly: WorkingFiles["textOf"] },
  paths: () => readonly string[],
  { tree }: RepositoryHistory,
  policies: PolicySet,
): WorkingFiles {
  return {
    textOf: readExactly,
    newPaths: () =>
      paths().filter((path) => !tree.has(path) && governingPolicy(policies, path) !== undefined),
  };
}

/** A record that was moved to where no policy looks at it is gone for those who look for it. */
function withoutLeaving(record: AuditedRecord, { policyFor }: PolicySet): AuditedRecord {
  const isLookedAt = (path: string): boolean => {
    const policy = policyFor(path);
    const within = policy && pathWithin(policy, path);
    // what is ignored is left alone on purpose, and still a record
    return policy !== undefined && within !== undefined && (policy.covers(within) || policy.ignores(within));
  };
  const last = [...record.paths].filter(isLookedAt).at(-1);
  if (last === undefined || isLookedAt(record.path)) return record;
  const reason = `It was moved to \`${record.path}\`, where no policy looks at it.`;
  return { ...record, path: last, verdict: "deleted", reason };
}

/** What policies of the past may have looked at, names without an extension among them; policies; ledgers. */
const DOCUMENTS = /\.(?:md|mdx|markdown|txt|rst|adoc|org|ya?ml)$|(?:^|\/)[^./]+$|(?:^|\/)\.docket\//i;

/** What the reader of the history must tell of: whatever may be a document, now or in the past, and policies. */
export function createWanted({ policyFor }: PolicySet): (path: string) => boolean {
  return (path) => {
    if (DOCUMENTS.test(path)) return true;
    const policy = policyFor(path);
    return policy?.covers(pathWithin(policy, path)) === true;
  };
}

/** Why a record cannot be verified; `reason` is a clause on why there is no history. */
export function explainUnknown(reason: string): string {
  return `It cannot be told what was filed, because ${reason}.`;
}

/** Every filed document of the working tree, of which nothing can be told; `reason` is a sentence. */
export function auditWithoutHistory(
  documents: Iterable<{ readonly path: string; readonly text: string }>,
  policies: PolicySet,
  reason: string,
): readonly AuditedRecord[] {
  const records: AuditedRecord[] = [];
  for (const { path, text } of documents) {
    const policy = policies.policyFor(path);
    const documentClass = policy && findFiledClass(path, text, policy);
    if (policy === undefined || documentClass === undefined) continue;
    records.push({
      path,
      paths: new Set([path]),
      versions: [],
      documentClass,
      policy,
      baseline: undefined,
      filed: undefined,
      verdict: "unverifiable",
      reason,
      amendments: [],
    });
  }
  return records;
}
