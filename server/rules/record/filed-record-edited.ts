/** A filed record is no longer as it was filed. */
import { type TextEdit, trimEdit } from "../../base/edit";
import { splitLines } from "../../base/line-diff";
import type { Range } from "../../base/range";
import { changedRangeOf } from "../../records/describe-changes";
import { judgeChanges } from "../../records/judge-changes";
import type { ChangedRange, DocumentHistory, FiledRecord } from "../../records/types";
import { documentStart } from "../../workspace/document-start";
import type { GovernedDocument } from "../../workspace/types";
import { classNoun } from "../fields";
import { lineEndingOf, withLineEnding } from "../fixes";
import type { Fix, Report, Rule } from "../rule";
import { findReturn } from "../state-changes";

/** Whatever a team sets: a change that its policy allows is told, and no more. */
const TOLD = { value: "information", layer: Number.POSITIVE_INFINITY } as const;
/** Units of filed text in related information. */
const LONGEST = 200;

export const rule: Rule = {
  id: "record/filed-record-edited",
  summary: "A filed record was changed after it was filed.",
  why: "Others rely on a record as it was signed off; one that changes afterwards proves nothing.",
  guide: "Document Classes (§2): immutable once filed",
  since: "0.1.0",
  severity: "error",
  fixable: true,
  reads: "history",
  check({ document, history }) {
    const record = history?.record;
    const changed = record === undefined ? [] : changesOf(document, record, history);
    const isShown = changed.some(({ region }) => region === undefined);
    const reports = record === undefined ? [] : changed.map((each) => report(document, record, each));
    if (isShown || history?.disproved === undefined) return reports;
    const { reason, line } = history.disproved;
    const at = line === undefined ? documentStart(document) : lineRange(document.text, line);
    return [{ at, message: `This record was changed after it was filed. ${reason}` }, ...reports];
  },
};

function changesOf(
  document: GovernedDocument,
  record: FiledRecord,
  history: DocumentHistory | undefined,
): readonly ChangedRange[] {
  const set = judgeChanges(record.text, document.text, record.baseline, { ignoreEndings: true });
  if (set.changes.length === 0) return [];
  // a state that was taken back has its own finding
  const back = findReturn(document, history);
  return set.changes
    .map((change) => changedRangeOf(set, change))
    .filter((changed) => back === undefined || !isWithin(changed, back.written.lineRange));
}

function report(document: GovernedDocument, record: FiledRecord, changed: ChangedRange): Report {
  const { commit, date } = record.baseline.filing;
  const when = record.isDated ? ` on ${date} (commit ${commit.slice(0, 7)})` : "";
  const allowed = changed.region !== undefined;
  const verdict = allowed
    ? `Its policy allows that (${changed.region}).`
    : `A filed ${classNoun(record.baseline.documentClass)} is permanent.`;
  return {
    at: changed.range,
    message: `${subjectOf(changed)} after the record was filed${when}. ${verdict}`,
    ...(allowed ? { severity: TOLD } : {}),
    related:
      changed.filed === "" ? [] : [{ at: changed.range, message: `as filed: ${shorten(changed.filed)}` }],
    restores: true,
    needsDecision: true,
    fixes: () => [restoreChange(document, changed), restoreRecord(document, record)],
  };
}

/** `line` is one-based; the words of that line, or of the last one. */
function lineRange(text: string, line: number): Range {
  const lines = splitLines(text);
  const found = lines[Math.min(line, lines.length) - 1];
  if (found === undefined) return { start: 0, end: 0 };
  return { start: found.start, end: found.start + found.content.trimEnd().length };
}

function isWithin({ lines }: ChangedRange, range: { readonly start: number; readonly end: number }): boolean {
  return lines.start >= range.start && lines.end <= range.end + 2 && lines.start < lines.end;
}

function subjectOf({ kind, lines, filed }: ChangedRange): string {
  if (kind === "endings") return "Line endings were changed";
  if (kind === "removed")
    return countLines(filed) === 1
      ? "A line was removed here"
      : `${countLines(filed)} lines were removed here`;
  const several = kind === "changed" && countLines(filed) > 1 && lines.end > lines.start;
  if (kind === "added") return "This was added";
  return several ? "These lines were changed" : "This line was changed";
}

function countLines(text: string): number {
  return text.replace(/(?:\r\n|\r|\n)$/, "").split(/\r\n|\r|\n/).length;
}

function shorten(filed: string): string {
  const text = filed.trim();
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

function restoreChange(document: GovernedDocument, changed: ChangedRange): Fix {
  const number = countLines(changed.filed);
  const title =
    changed.kind === "added"
      ? "Take out what was added"
      : changed.kind === "removed"
        ? number === 1
          ? "Put the line back"
          : `Put ${number} lines back`
        : number === 1
          ? "Restore this line as filed"
          : "Restore these lines as filed";
  return { title, safe: false, edits: [editOf(document, changed)] };
}

/** As a whole, so that every byte is the filed one; what the two texts have in common is left in place. */
function restoreRecord(document: GovernedDocument, { baseline, text, isDated }: FiledRecord): Fix {
  const filed = inEndingOf(document, text);
  return {
    title: isDated
      ? `Restore the whole record as filed on ${baseline.filing.date}`
      : "Restore the whole record as filed",
    safe: false,
    edits: [trimEdit(document.text, { range: { start: 0, end: document.text.length }, newText: filed })],
  };
}

function editOf(document: GovernedDocument, { lines, filed }: ChangedRange): TextEdit {
  return { range: lines, newText: inEndingOf(document, filed) };
}

/** In the line ending of the document, which git may have changed on checking it out. */
function inEndingOf({ text }: GovernedDocument, filed: string): string {
  const ending = lineEndingOf(text);
  return ending === "\r\n" ? withLineEnding(filed.replace(/\r\n/g, "\n"), ending) : filed;
}
