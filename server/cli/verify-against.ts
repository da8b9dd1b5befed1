/** Verifies records of which neither the history nor a seal tells what was filed, against the base of a branch. */
import { type Base, baselineAt } from "../engine/against-base";
import { judgeChanges } from "../records/judge-changes";
import type { AuditedRecord } from "../records/types";
import { type RootAudit, readTexts } from "./audit-root";
import { noHistory, openBase } from "./compare-with-base";
import type { OpenedRoot } from "./open-root";

/** Throws a `UsageError` where the base cannot be told. `ref` is anything that `git rev-parse` takes. */
export function verifyAgainst(root: OpenedRoot, ref: string, audit: RootAudit): readonly AuditedRecord[] {
  const { history, records } = audit;
  if (history === undefined) throw noHistory(audit);
  const base = openBase(root, ref, history);
  return records.map((record) =>
    record.verdict === "unverifiable" ? verify(record, root, ref, base) : record,
  );
}

function verify(record: AuditedRecord, root: OpenedRoot, ref: string, base: Base): AuditedRecord {
  const path = base.tree.has(record.path)
    ? record.path
    : [...record.paths].find((each) => base.tree.has(each));
  const file = path === undefined ? undefined : base.tree.get(path);
  if (path === undefined || file === undefined) return record;
  const text = readTexts(root.files.base, [file.blob]).get(file.blob);
  const now = root.files.readText(record.path);
  const baseline = text === undefined ? undefined : baselineAt(path, text, base, undefined);
  if (text === undefined || now === undefined || baseline === undefined) return record;
  const { changes } = judgeChanges(text, now, baseline, { ignoreEndings: true });
  return changes.every(({ region }) => region !== undefined)
    ? {
        ...record,
        verdict: "intact",
        reason: `It is as \`${ref}\` has it; what was filed before is not known.`,
      }
    : { ...record, verdict: "amended", reason: `It is not as \`${ref}\` has it.` };
}
