/** Audits the filed records of a root: asks git what was filed, and compares it with what stands now. */

import {
  auditRepository,
  auditWithoutHistory,
  createWanted,
  explainUnknown,
  workingFiles,
} from "../engine/audit";
import { createBlobSource } from "../engine/blob-source";
import { blobsFor, historyOf, toHistoryFacts } from "../engine/document-history";
import { governingPolicy } from "../engine/find-files";
import { placeDeleted } from "../engine/place-deleted";
import { policyFolder } from "../engine/policies";
import { hasLedger, type WeighedLedger, weighSeals } from "../engine/weigh-seals";
import { decodeText } from "../host/decode-text";
import { openRepository } from "../host/git/open-repository";
import { readBlobs } from "../host/git/read-blobs";
import { sha256 } from "../host/hash";
import { type BlobSource, finishBlobWork } from "../records/blob-request";
import { mayHoldRecord } from "../records/filed-class";
import type { AuditedRecord, DocumentHistory } from "../records/types";
import type { RepositoryHistory } from "../workspace/history";
import { locateRoot, type OpenedRoot, readRoot } from "./open-root";
import { prefetchHeads } from "./prefetch-heads";

/** Files read between two looks at what git answers. */
const PORTION = 50;

export interface RootAudit {
  /** Of the files in scope, by path. */
  readonly records: readonly AuditedRecord[];
  /** Of the whole repository. */
  readonly all: readonly AuditedRecord[];
  /** Sentences on what could not be looked at. */
  readonly notes: readonly string[];
  /** A sentence on why there is no history; undefined where there is one. */
  readonly unknown: string | undefined;
  readonly ledgers: readonly WeighedLedger[];
  /** Undefined where git cannot tell it. */
  readonly history: RepositoryHistory | undefined;
}

export interface BegunAudit {
  readonly root: OpenedRoot;
  /**
   * Without a history, every document has to be read to tell which ones are filed: with `listsUnknown` false that is
   * done only where there are seals to hold them against.
   */
  readonly finish: (listsUnknown: boolean) => Promise<RootAudit>;
}

/** Opens the root as `openRoot` does; git works while its folders are listed and its policies are read. */
export function beginAudit(
  given: readonly string[],
  folder: string,
  formerRoot?: Parameters<typeof locateRoot>[2],
): BegunAudit {
  const located = locateRoot(given, folder, formerRoot);
  const { files } = located;
  const repository = openRepository(files.base);
  const begun = new AbortController();
  const { signal } = begun;
  const source = createBlobSource(repository, files, signal, PORTION);
  let isWanted: (path: string) => boolean = () => false;
  let mayBeRecord: (path: string) => boolean = () => false;
  const prefetch = prefetchHeads(repository.streamBlobs, (path) => mayBeRecord(path), source, signal);
  const reading = repository.readHistory((path) => isWanted(path), signal, prefetch.listener);
  // given up, it is awaited by nobody
  reading.catch(() => {});
  let root: OpenedRoot;
  try {
    root = readRoot(located);
  } catch (error) {
    begun.abort();
    throw error;
  }
  const { policies } = root;
  // git has not been listened to before
  isWanted = createWanted(policies);
  mayBeRecord = (path) => policyFolder(path) === undefined && mayHoldRecord(path, policies);
  const finish = async (listsUnknown: boolean): Promise<RootAudit> => {
    const answer = await reading;
    prefetch.end();
    const history = answer.kind === "history" ? answer.history : undefined;
    const unknown = answer.kind === "unknown" ? explainUnknown(answer.reason) : undefined;
    const { records, notes } =
      answer.kind === "history"
        ? await auditHistory(root, answer.history, prefetch.source)
        : { records: auditDocuments(root, unknown ?? "", listsUnknown), notes: [] };
    const weighing = weighSeals(records, policies, files, history, sha256);
    const { records: all, ledgers } = await finishBlobWork(weighing, source);
    repository.dispose();
    return {
      records: all.filter(({ paths }) => [...paths].some(root.covers)),
      all,
      notes,
      unknown,
      ledgers,
      history,
    };
  };
  return { root, finish };
}

type Unweighed = Pick<RootAudit, "records" | "notes">;

async function auditHistory(
  root: OpenedRoot,
  history: RepositoryHistory,
  source: BlobSource,
): Promise<Unweighed> {
  const { files, policies } = root;
  const working = workingFiles(files, () => root.paths, history, policies);
  const { records, unknown } = await finishBlobWork(auditRepository(history, policies, working), source);
  const notes = unknown.map(
    (path) =>
      `The repository lacks versions of \`${root.shown(path)}\`, so it cannot be told whether it was ever filed.`,
  );
  return { records, notes };
}

/** `reason` is a sentence: why there is no history. */
function auditDocuments(root: OpenedRoot, reason: string, listsUnknown: boolean): readonly AuditedRecord[] {
  const { policies, files } = root;
  return listsUnknown || hasLedger(policies, files)
    ? auditWithoutHistory(documentsOf(root), policies, reason)
    : [];
}

/** What the rules on records and on changes need to know of each document, and what is gone without an index. */
export function readPast(root: OpenedRoot, { history, records }: RootAudit): Past {
  const { files, policies } = root;
  const deleted = placeDeleted(records, policies, (path) => files.kindOf(path) === "file");
  const facts = toHistoryFacts(history, records, deleted);
  const paths = new Set([...facts.records.keys(), ...facts.uncommitted]);
  const texts = readTexts(
    files.base,
    [...paths].flatMap((path) => blobsFor(path, facts, false)),
  );
  const gone = new Map([...deleted].filter(([path]) => policyFolder(path) !== undefined));
  return { historyOf: (path) => historyOf(path, facts, texts), gone };
}

export interface Past {
  readonly historyOf: (path: string) => DocumentHistory | undefined;
  /** Deleted records in folders without an index, by the policy file on which that is told. */
  readonly gone: ReadonlyMap<string, readonly AuditedRecord[]>;
}

export function readTexts(base: string, ids: readonly string[]): ReadonlyMap<string, string | undefined> {
  const texts = new Map<string, string | undefined>();
  for (const [id, bytes] of readBlobs(base, ids)) texts.set(id, bytes && decodeText(bytes));
  return texts;
}

function* documentsOf({ paths, policies, files }: OpenedRoot) {
  for (const path of paths) {
    const text = governingPolicy(policies, path) === undefined ? undefined : files.readText(path);
    if (text !== undefined) yield { path, text };
  }
}
