/** Finds in a repository's history which documents were filed, when, and under which class. */
import type { DocumentClass, Policy } from "../policy/types";
import type { TreeFile } from "../workspace/history";
import type { BlobWork } from "./blob-request";
import { findByHead, findFiledClass, HEAD_BYTES, mayHoldRecord, UNCLEAR } from "./filed-class";
import type { HistoryIndex, Introduction } from "./history-index";
import type { PolicyLookup, PolicyTimeline } from "./policy-timeline";

/** A version of a document that meets its class's filing condition, at the commit from which on it does. */
export interface FiledVersion {
  readonly commit: number;
  readonly path: string;
  readonly file: TreeFile;
  readonly documentClass: DocumentClass;
  /** The present policy where by it the version is filed, otherwise the one under which it was. */
  readonly policy: Policy;
}

export interface Filings {
  /** In the order of the commits. */
  readonly versions: readonly FiledVersion[];
  /** Versions of documents whose text the repository cannot give: what was filed in them is not known. */
  readonly missing: readonly Introduction[];
}

/** What is known of versions under the present policies, by path and blob; null for what is not filed. */
export type FilingMemory = Map<string, DocumentClass | null>;

/** A link or a submodule holds no document. */
const REGULAR = /^100/;

export function* findFilings(
  index: HistoryIndex,
  present: PolicyLookup,
  timeline: PolicyTimeline,
  isDocument: (path: string) => boolean,
  memory: FilingMemory,
): BlobWork<Filings> {
  const lookups = [present, ...timeline.past.map(({ lookup }) => lookup)];
  const mayBeRecord = (path: string) => lookups.some((each) => mayHoldRecord(path, each));
  const byBlob = new Map<string, Introduction[]>();
  const versions: FiledVersion[] = [];
  for (const each of index.introductions) {
    if (!REGULAR.test(each.file.mode) || !isDocument(each.path) || !mayBeRecord(each.path)) continue;
    const known = timeline.past.length > 0 ? undefined : memory.get(keyOf(each));
    if (known !== undefined) {
      const policy = present.policyFor(each.path);
      if (known !== null && policy !== undefined) versions.push({ ...each, documentClass: known, policy });
      continue;
    }
    const same = byBlob.get(each.file.blob);
    if (same === undefined) byBlob.set(each.file.blob, [each]);
    else same.push(each);
  }
  const missing: Introduction[] = [];
  const { tree, uncommitted, sparse } = index.history;
  const differing = new Set(uncommitted.map(({ path }) => path));
  const standsAt = (id: string) =>
    byBlob
      .get(id)
      ?.find(({ path }) => tree.get(path)?.blob === id && !differing.has(path) && !sparse.has(path))?.path;
  const unclear: string[] = [];
  const learn = (find: Find) => (id: string, text: string | undefined) => {
    for (const each of byBlob.get(id) ?? []) {
      if (text === undefined) missing.push(each);
      else {
        const found = filedVersion(each, text, index, present, timeline, find);
        if (found === UNCLEAR) {
          unclear.push(id);
          return;
        }
        if (found?.policy === present.policyFor(each.path) || found === undefined)
          memory.set(keyOf(each), found?.documentClass ?? null);
        if (found !== undefined) versions.push(found);
      }
    }
  };
  const byHead: Find = (path, text, policy) => policy && findByHead(path, text, policy);
  // git keeps the newest versions together: asked for in this order, they take half the time
  yield { ids: [...byBlob.keys()].reverse(), standsAt, head: HEAD_BYTES, use: learn(byHead) };
  const whole: Find = (path, text, policy) => policy && findFiledClass(path, text, policy);
  yield { ids: unclear, standsAt, use: learn(whole) };
  return { versions: versions.sort((a, b) => a.commit - b.commit), missing };
}

type Find = (
  path: string,
  text: string,
  policy: Policy | undefined,
) => DocumentClass | typeof UNCLEAR | undefined;

/** Under the present policy from its commit on; under one of the past from when that came into force. */
function filedVersion(
  each: Introduction,
  text: string,
  index: HistoryIndex,
  present: PolicyLookup,
  timeline: PolicyTimeline,
  find: Find,
): FiledVersion | typeof UNCLEAR | undefined {
  const { path, commit, file } = each;
  const policy = present.policyFor(path);
  const documentClass = find(path, text, policy);
  if (documentClass === UNCLEAR) return UNCLEAR;
  if (policy !== undefined && documentClass !== undefined)
    return { commit, path, file, documentClass, policy };
  for (const past of timeline.past) {
    const earlier = past.lookup.policyFor(path);
    const ofThen = find(path, text, earlier);
    if (ofThen === UNCLEAR) return UNCLEAR;
    if (earlier === undefined || ofThen === undefined) continue;
    const from = past.inForceAt(commit) ? commit : firstWhileItStood(each, past.since, index);
    if (from !== undefined) return { commit: from, path, file, documentClass: ofThen, policy: earlier };
  }
  return undefined;
}

/** The first commit at which a policy came into force while the version still stood. */
function firstWhileItStood(
  { path, commit }: Introduction,
  since: readonly number[],
  index: HistoryIndex,
): number | undefined {
  const next = index.changesOf(path).find((change) => change.commit > commit)?.commit;
  return since.find((each) => each > commit && (next === undefined || each < next));
}

function keyOf({ path, file }: Introduction): string {
  return `${file.blob} ${path}`;
}
