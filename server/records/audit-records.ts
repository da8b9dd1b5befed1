/** Finds all filed records of a repository and tells of each whether it is as it was filed. */
import { byPath } from "../base/by-path";
import type { RepositoryHistory } from "../workspace/history";
import { type BlobWork, PAUSE, readTexts } from "./blob-request";
import { type FiledVersion, type FilingMemory, findFilings } from "./find-filings";
import { type HistoryIndex, indexHistory } from "./history-index";
import { judgeTrack } from "./judge-track";
import { type LoadPolicies, type PolicyLookup, readTimeline } from "./policy-timeline";
import { type Track, trackRecord } from "./track-record";
import type { AuditedRecord, Baseline } from "./types";
import { blobsToJudge, type PresentState, verdictOf, type WorkingFiles } from "./verdict";

export interface AuditInput<P extends PolicyLookup> {
  readonly history: RepositoryHistory;
  readonly present: PolicyLookup;
  /** True for the name of a policy file. */
  readonly isPolicyFile: (path: string) => boolean;
  readonly load: LoadPolicies<P>;
  readonly working: WorkingFiles;
  /** Of earlier audits under the same policies; what this one learns is added. */
  readonly memory: FilingMemory;
}

export interface RepositoryAudit {
  /** By path. */
  readonly records: readonly AuditedRecord[];
  /** Paths with versions whose text the repository does not have, so that nobody can tell whether they were filed. */
  readonly unknown: readonly string[];
}

export function* auditRecords<P extends PolicyLookup>(input: AuditInput<P>): BlobWork<RepositoryAudit> {
  const { history, present, isPolicyFile, load, working, memory } = input;
  const index = yield* indexHistory(history);
  yield PAUSE;
  const timeline = yield* readTimeline(index, present, isPolicyFile, load);
  const isDocument = (path: string) => !isPolicyFile(path);
  const { versions, missing } = yield* findFilings(index, present, timeline, isDocument, memory);
  const { tracked, parallel } = yield* trackAll(index, versions);
  const unknown = new Set(missing.map(({ path }) => path));
  const state: PresentState = { index, working, cut: pathsOfBoundaries(index), missing: unknown };
  const judge = function* (portion: readonly Tracked[]): BlobWork<readonly AuditedRecord[]> {
    const records = portion.map(({ filed, track }) => ({ track, baseline: baselineOf(filed, index) }));
    const texts = yield* readTexts(
      records.flatMap(({ baseline, track }) => blobsToJudge(state, baseline, track)),
    );
    return records.map(({ baseline, track }) => {
      const judged = judgeTrack(index, baseline, track, timeline, texts);
      return verdictOf(state, baseline, track, judged, texts);
    });
  };
  const records: AuditedRecord[] = [];
  for (let at = 0; at < tracked.length; at += PORTION) {
    yield PAUSE;
    records.push(...(yield* judge(tracked.slice(at, at + PORTION))));
  }
  for (const record of yield* judge(parallel)) {
    const at = records.findIndex(({ path, verdict }) => path === record.path && verdict === "intact");
    // of two filings that one history holds, whatever stands now is not one of them
    if (record.verdict === "amended" && at >= 0) records[at] = { ...record, reason: FILED_TWICE };
  }
  return { records: withoutMoved(records), unknown: [...unknown].sort() };
}

/** What is older than a shallow clone reaches. */
function pathsOfBoundaries(index: HistoryIndex): ReadonlySet<string> {
  const boundaries = index.history.commits.flatMap(({ boundary }, at) => (boundary ? [at] : []));
  return new Set(boundaries.flatMap((at) => index.diff(at, -1).map(({ path }) => path)));
}

/** Records between two pauses. */
const PORTION = 50;

interface Tracked {
  readonly filed: FiledVersion;
  readonly track: Track;
}

const FILED_TWICE = "It was filed on two branches with different texts, and one of them is lost.";

interface AllTracked {
  readonly tracked: readonly Tracked[];
  /** Filings of the same documents on branches that did not know of each other. */
  readonly parallel: readonly Tracked[];
}

/** A version that belongs to a record filed before it is a step of that record. */
function* trackAll(index: HistoryIndex, versions: readonly FiledVersion[]): BlobWork<AllTracked> {
  const tracked: Tracked[] = [];
  const parallel: Tracked[] = [];
  const owners = new Map<string, FiledVersion>();
  const isOwned = (path: string) => owners.has(path);
  for (const [at, filed] of versions.entries()) {
    if (at % PORTION === 0) yield PAUSE;
    const owner = owners.get(filed.path);
    if (owner === undefined) {
      const track = yield* trackRecord(index, filed, isOwned);
      for (const path of track.paths) owners.set(path, filed);
      tracked.push({ filed, track });
    } else if (owner.file.blob !== filed.file.blob && !descends(index, filed.commit, owner.commit))
      parallel.push({ filed, track: yield* trackRecord(index, filed, isOwned) });
  }
  return { tracked, parallel };
}

/** True when the history of `commit` holds `ancestor`. */
function descends(index: HistoryIndex, commit: number, ancestor: number): boolean {
  const seen = new Set([commit]);
  for (const each of seen) {
    if (each === ancestor) return true;
    for (const parent of index.commitAt(each).parents) if (parent >= ancestor) seen.add(parent);
  }
  return false;
}

function baselineOf(
  { commit, path, file, documentClass, policy }: FiledVersion,
  index: HistoryIndex,
): Baseline {
  const { id, date, author } = index.commitAt(commit);
  return { filing: { commit: id, date, author }, path, file, documentClass, policy };
}

/** A record that was copied before it was deleted lives on in its copy. */
function withoutMoved(records: readonly AuditedRecord[]): readonly AuditedRecord[] {
  const standing = new Set(
    records.filter(({ verdict }) => verdict === "intact").map(({ baseline }) => baseline?.file.blob),
  );
  return records
    .filter(({ verdict, baseline }) => verdict !== "deleted" || !standing.has(baseline?.file.blob))
    .sort(byPath);
}
