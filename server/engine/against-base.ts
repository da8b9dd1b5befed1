/** Judges what has changed since a base, as a pull request is judged: by the policy of the base as well as by the present one. */

import type { Policy } from "../policy/types";
import { findFiledClass } from "../records/filed-class";
import type { PolicyLookup } from "../records/policy-timeline";
import type { AuditedRecord, Baseline, DocumentHistory } from "../records/types";
import type { TreeFile } from "../workspace/history";

export interface Base {
  /** The whole commit id. */
  readonly commit: string;
  /** ISO day. */
  readonly date: string;
  readonly author: string;
  readonly tree: ReadonlyMap<string, TreeFile>;
  readonly policies: PolicyLookup;
}

export interface ChangedDocument {
  /** Its path now; the one at the base for a document that is gone. */
  readonly path: string;
  readonly oldPath: string;
  /** Its text at the base. */
  readonly text: string;
}

/** What the rules are told of a document that the base has in another form. */
export function historyAgainst(
  { oldPath, text }: ChangedDocument,
  base: Base,
  audited: AuditedRecord | undefined,
  known: DocumentHistory | undefined,
): DocumentHistory {
  const baseline = baselineAt(oldPath, text, base, audited);
  const { record, disproved } = known ?? {};
  // filed after the base: then its own filing is what counts
  return {
    committed: text,
    isAgainstBase: true,
    record: baseline ? { baseline, text, isDated: audited?.filed !== undefined } : record,
    disproved,
    deleted: [],
  };
}

/** Undefined when the document was no filed record at the base, by the policy of the base. */
export function baselineAt(
  path: string,
  text: string,
  base: Base,
  audited: AuditedRecord | undefined,
): Baseline | undefined {
  const policy = base.policies.policyFor(path);
  const documentClass = policy && findFiledClass(path, text, policy);
  const file = base.tree.get(path);
  if (policy === undefined || documentClass === undefined || file === undefined) return undefined;
  const { commit, date, author } = base;
  const filing = audited?.baseline?.filing ?? { commit, date, author };
  return { filing, path, file, documentClass, policy };
}

const PROTECTED = [
  "record/filed-record-edited",
  "record/filed-record-deleted",
  "lifecycle/illegal-transition",
];

/** The present policy, under which no finding on a record is told less gravely than under that of the base. */
export function withSeveritiesOf(base: Policy | undefined, policy: Policy): Policy {
  if (base === undefined) return policy;
  const severityOf: Policy["severityOf"] = (rule) =>
    (PROTECTED.includes(rule) ? base : policy).severityOf(rule);
  return { ...policy, severityOf };
}
