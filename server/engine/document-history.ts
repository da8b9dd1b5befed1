/** What the history tells of each document, from an audit: the same in the editor and on the command line. */
import type { AuditedRecord, Disproof, DocumentHistory } from "../records/types";
import type { RepositoryHistory, TreeFile } from "../workspace/history";

export interface HistoryFacts {
  /** By path. */
  readonly records: ReadonlyMap<string, AuditedRecord>;
  /** By the path on which it is told that they are gone. */
  readonly deleted: ReadonlyMap<string, readonly AuditedRecord[]>;
  /** The files with which documents are compared, by path: those of HEAD. */
  readonly tree: ReadonlyMap<string, TreeFile>;
  /** Paths of which the working tree or the index differs from HEAD. */
  readonly uncommitted: ReadonlySet<string>;
}

export const NO_HISTORY: HistoryFacts = {
  records: new Map(),
  deleted: new Map(),
  tree: new Map(),
  uncommitted: new Set(),
};

/** Without a history, records are known by their seals alone. */
export function toHistoryFacts(
  history: RepositoryHistory | undefined,
  records: readonly AuditedRecord[],
  deleted: HistoryFacts["deleted"],
): HistoryFacts {
  return {
    records: new Map(records.map((record) => [record.path, record])),
    deleted,
    tree: history?.tree ?? new Map(),
    uncommitted: new Set(history?.uncommitted.map(({ path }) => path)),
  };
}

/**
 * The blobs without which `historyOf` cannot say what it should: none for a document that is as HEAD has it, and as it
 * was filed. `open` is true where an editor may hold another text.
 */
export function blobsFor(path: string, facts: HistoryFacts, open: boolean): readonly string[] {
  const record = facts.records.get(path);
  // that it is a record from its creation on is nothing that its header says
  const untold = record?.documentClass.immutable?.fromCreation === true;
  const changed = facts.uncommitted.has(path) || (record?.amendments.length ?? 0) > 0;
  if (!open && !changed && !untold) return [];
  const blobs = [facts.tree.get(path)?.blob, standing(record)?.file.blob];
  return blobs.filter((blob) => blob !== undefined);
}

/** `texts` are those of `blobsFor`; undefined when there is nothing to tell. */
export function historyOf(
  path: string,
  facts: HistoryFacts,
  texts: ReadonlyMap<string, string | undefined>,
): DocumentHistory | undefined {
  const deleted = facts.deleted.get(path) ?? [];
  const audited = facts.records.get(path);
  const baseline = standing(audited);
  const text = baseline && texts.get(baseline.file.blob);
  const head = facts.tree.get(path);
  const committed = head && texts.get(head.blob);
  const record =
    baseline === undefined || text === undefined
      ? undefined
      : { baseline, text, isDated: audited?.filed !== undefined };
  const disproved = disproofOf(audited);
  if (committed === undefined && record === undefined && disproved === undefined && deleted.length === 0)
    return undefined;
  return { committed, record, disproved, deleted };
}

function standing(record: AuditedRecord | undefined) {
  return record?.verdict === "deleted" ? undefined : record?.baseline;
}

function disproofOf(record: AuditedRecord | undefined): Disproof | undefined {
  if (record?.verdict !== "amended" || record.reason === undefined) return undefined;
  const last = record.amendments.findLast(({ allowed, ofFile }) => !allowed && !ofFile);
  return { reason: record.reason, line: last?.lines[0] };
}
