/** Where it is told that a filed record is gone, or that no document stands in its place any more: on the index of its folder, or else on the policy file. */
import type { Severity } from "../policy/types";
import type { AuditedRecord } from "../records/types";
import { describeDeletion, rule } from "../rules/record/filed-record-deleted";

import type { PolicySet } from "./policies";

const INDEXES = ["README.md", "index.md", "readme.md", "INDEX.md"];

/** By the path on which it is told; `exists` is asked for the indexes of folders. */
export function placeDeleted(
  records: readonly AuditedRecord[],
  policies: PolicySet,
  exists: (path: string) => boolean,
): ReadonlyMap<string, readonly AuditedRecord[]> {
  const places = new Map<string, AuditedRecord[]>();
  for (const record of records) {
    if (record.verdict !== "deleted" && record.isReplaced !== true) continue;
    const folder = record.path.slice(0, record.path.lastIndexOf("/") + 1);
    const index = INDEXES.map((name) => folder + name).find(exists);
    const place = index ?? policies.policyFor(record.path)?.path ?? record.policy.path;
    const others = places.get(place);
    if (others === undefined) places.set(place, [record]);
    else others.push(record);
  }
  return places;
}

/** The finding for a policy file; undefined where its policy does not want it. `shown` gives the path to print. */
export function findDeletion(
  record: AuditedRecord,
  shown: (path: string) => string = (path) => path,
): { readonly rule: string; readonly severity: Severity; readonly message: string } | undefined {
  const severity = record.policy.severityOf(rule.id)?.value ?? rule.severity;
  return severity === "off"
    ? undefined
    : { rule: rule.id, severity, message: describeDeletion(record, shown) };
}
