/** The data of the client's view of records: what git tells, or of filed documents that it tells nothing. */
import { nameOf } from "../base/path-parts";
import { explainUnknown } from "../engine/audit";
import type { AmendmentNode, FiledText, RecordAnswer, RecordNode, RecordsAnswer } from "../protocol/messages";
import type { AuditedRecord } from "../records/types";
import type { WorkspaceSession } from "./workspace-session";

export function recordsAnswer(sessions: readonly WorkspaceSession[]): RecordsAnswer {
  const records = sessions.flatMap((session) => recordNodes(session));
  return {
    records,
    reading: sessions.some((session) => session.records.reading),
    unknown:
      sessions.map((session) => session.records.unknown).find((reason) => reason !== undefined) ?? null,
  };
}

function recordNodes(session: WorkspaceSession): readonly RecordNode[] {
  const { records } = session.records;
  const known = records.filter(({ path }) => session.isInside(path)).map((record) => toNode(record, session));
  return [...known, ...untold(session)].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

export function recordAnswer(session: WorkspaceSession, path: string): RecordAnswer {
  return { record: recordNode(session, path), reading: session.records.reading };
}

/** Null for what is no filed record. */
function recordNode(session: WorkspaceSession, path: string): RecordNode | null {
  const record = session.records.recordAt(path);
  if (record !== undefined) return toNode(record, session);
  return untold(session).find(({ uri }) => uri === session.uriOf(path)) ?? null;
}

/** Null where what was filed is not known. */
export async function filedText(session: WorkspaceSession, path: string): Promise<FiledText | null> {
  const baseline = session.records.recordAt(path)?.baseline;
  if (baseline === undefined) return null;
  const text = await session.records.textOf(baseline.file.blob);
  const bytes = await session.records.bytesOf(baseline.file.blob);
  if (text === undefined || bytes === undefined) return null;
  const { commit, date } = baseline.filing;
  const committed = (await session.records.committedTextAt(path)) ?? null;
  return { text, bytes, commit, date, committed };
}

function toNode(record: AuditedRecord, session: WorkspaceSession): RecordNode {
  const { path, documentClass, verdict, reason, filed, amendments } = record;
  return {
    uri: session.uriOf(path),
    path: session.pathFromFolder(path),
    title: session.documents.get(path)?.entry.title ?? nameOf(path),
    class: documentClass.name,
    verdict,
    reason: reason ?? null,
    filed: filed === undefined ? null : { commit: filed.commit, date: filed.date },
    amendments: amendments.map(
      ({ commit, date, author, allowed, region, lines, what }): AmendmentNode => ({
        commit,
        date,
        author,
        allowed,
        region: region ?? null,
        lines,
        what,
      }),
    ),
  };
}

/** Without a history: the documents whose header says that they are filed, and of which no seal tells anything. */
function untold(session: WorkspaceSession): readonly RecordNode[] {
  const { unknown } = session.records;
  if (unknown === undefined) return [];
  const nodes: RecordNode[] = [];
  for (const { entry } of session.documents.values()) {
    if (!entry.filed || entry.className === undefined) continue;
    if (session.records.recordAt(entry.path) !== undefined) continue;
    nodes.push({
      uri: session.uriOf(entry.path),
      path: session.pathFromFolder(entry.path),
      title: entry.title ?? nameOf(entry.path),
      class: entry.className,
      verdict: "unverifiable",
      reason: explainUnknown(unknown),
      filed: null,
      amendments: [],
    });
  }
  return nodes;
}
