/** Whether a document may be filed, with all that stands in the way, and the edits that file it. */

import { applyEdits, type TextEdit } from "../base/edit";
import { LineIndex } from "../base/lines";
import type { Range } from "../base/range";
import { sentence } from "../base/sentence";
import { type AnalysisInput, checkDocument } from "../engine/analyse";
import type { Finding } from "../engine/types";
import type { DocumentClass, Policy } from "../policy/types";
import { readProcess } from "../process/read-process";
import { isRecord } from "../records/seal-record";
import type { FiledRecord } from "../records/types";
import { classNoun, quoteValue, withArticle } from "../rules/fields";
import { findState, isUnset } from "../workspace/field-values";
import { govern } from "../workspace/govern";
import type { GovernedDocument } from "../workspace/types";
import { filingEdits } from "./filing-edits";
import { findPlaceholders } from "./filing-placeholders";
import { type PendingPart, pendingParts } from "./filing-process";
import { checkFiledSections } from "./filing-sections";
import { type FilingTarget, findFilingTarget } from "./filing-target";

export interface Refusal {
  /** One or more sentences. */
  readonly message: string;
  /** One-based, in the text that was given; undefined where the document as a whole is concerned. */
  readonly line?: number;
}

export interface Filing {
  /** False for a document of a class that is never filed by its header. */
  readonly isFileable: boolean;
  /** By line; none when the document may be filed. */
  readonly refusals: readonly Refusal[];
  /** Refer to the text that was given; none when it is refused. */
  readonly edits: readonly TextEdit[];
  /** The text once it is filed; as given when it is refused. */
  readonly text: string;
  /** Other findings, which do not stand in the way, but which nobody may correct once the document is filed. */
  readonly remarks: readonly Refusal[];
}

/** Pure. `input.today` becomes the filing date. */
export function checkFiling(given: AnalysisInput): Filing {
  const input = withHeaderRules(given);
  const document = govern(input.path, input.text, input.policy);
  const documentClass = document.classification?.class;
  const target = documentClass && findFilingTarget(documentClass);
  if (documentClass === undefined || target === undefined)
    return refuse(input, [{ message: neverFiled(documentClass) }], false);
  const record = input.history?.record;
  if (record !== undefined) return refuse(input, [{ message: describeRecord(record) }]);
  const filed = filedAlready(document, target);
  if (filed !== undefined) return refuse(input, [filed]);
  const refusals: Refusal[] = [...checkHeader(document, documentClass, target)];
  // also where the header is refused: what else stands in the way is told in one go
  const edits = filingEdits(document, documentClass, target, input.today);
  if (edits === undefined && refusals.length === 0)
    refusals.push({ message: "The header has no place for the filing date. Write the field into it first." });
  const filedText = applyEdits(input.text, edits ?? []);
  const result = checkResult(input, filedText, edits ?? []);
  refusals.push(...result.refusals);
  if (edits !== undefined && !isRecord(govern(input.path, filedText, input.policy), () => false))
    refusals.push({ message: wouldNotBeFiled(documentClass) });
  refusals.push(...conflictMarks(input.text));
  const pending = pendingParts(readProcess(document));
  refusals.push(...pending);
  const sections = checkFiledSections(document, documentClass, govern(input.path, filedText, input.policy));
  refusals.push(...sections.refusals);
  const told = [...sections.ranges, ...pendingRanges(document, pending)];
  refusals.push(...checkText(document, told));
  if (refusals.length > 0 || edits === undefined) return refuse(input, refusals);
  return { isFileable: true, refusals: [], edits, text: filedText, remarks: result.remarks };
}

/** A team may not care about headers day by day; a permanent record has a complete one all the same. */
function withHeaderRules(input: AnalysisInput): AnalysisInput {
  const { policy } = input;
  const severityOf: Policy["severityOf"] = (rule) => {
    const setting = policy.severityOf(rule);
    return rule.startsWith("header/") && setting?.value === "off" ? undefined : setting;
  };
  return { ...input, policy: { ...policy, severityOf } };
}

function describeRecord({ baseline, isDated }: FiledRecord): string {
  const { commit, date } = baseline.filing;
  const when = isDated ? ` on ${date} (commit ${commit.slice(0, 7)})` : "";
  return `It was filed${when} already, and stays a record whatever its header says now. Restore it, or start a successor.`;
}

/** What a merge left behind. */
function conflictMarks(text: string): readonly Refusal[] {
  const mark = /^(?:<{7}|>{7})(?: |$)/m.exec(text);
  return mark === null
    ? []
    : [
        {
          message: "It holds the marks of an unresolved merge. Resolve it first.",
          line: lineOf(text, { start: mark.index, end: mark.index }),
        },
      ];
}

function refuse({ text }: AnalysisInput, refusals: readonly Refusal[], isFileable = true): Filing {
  const byLine = [...refusals].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { isFileable, refusals: byLine, edits: [], text, remarks: [] };
}

function neverFiled(documentClass: DocumentClass | undefined): string {
  if (documentClass === undefined)
    return "No class of the policy claims this document, so nothing says what filing it would mean.";
  const noun = classNoun(documentClass);
  return documentClass.immutable?.fromCreation === true
    ? `${sentence(withArticle(noun))} is a record from its first commit on: there is nothing to file. Commit it.`
    : `${sentence(withArticle(noun))} is never filed: its class has no filing condition in the policy.`;
}

function filedAlready(document: GovernedDocument, { state, date }: FilingTarget): Refusal | undefined {
  if (!document.filed) return undefined;
  if (!isRecord(document, () => false))
    return {
      message:
        "The header already says that this document is filed, as another class of the policy puts it. Correct the header first.",
    };
  const written = [state?.field, date].map((field) => field && document.fieldOf(field)).find(Boolean);
  return {
    message:
      "This document is filed already. A filed record is permanent; what follows it is a new document.",
    ...(written && { line: lineOf(document.text, written.lineRange) }),
  };
}

/** The fields that filing changes must stand there once, and the state must lead to the filed one. */
function* checkHeader(
  document: GovernedDocument,
  documentClass: DocumentClass,
  { state, date }: FilingTarget,
): Generator<Refusal> {
  for (const field of [state?.field, date]) {
    const written = field === undefined ? [] : document.fieldsOf(field);
    const [, second] = written;
    if (field !== undefined && second !== undefined)
      yield {
        message: `The header has \`${field.name}\` ${written.length === 2 ? "twice" : `${written.length} times`}. Keep one of them.`,
        line: lineOf(document.text, second.lineRange),
      };
  }
  const written = state && document.fieldOf(state.field);
  if (state === undefined) return;
  if (written === undefined) {
    yield { message: `The header has no \`${state.field.name}\`, so nothing says what the document is now.` };
    return;
  }
  const line = lineOf(document.text, written.lineRange);
  const from = findState(written.value, documentClass);
  const noun = withArticle(classNoun(documentClass));
  if (from === undefined)
    yield {
      message: isUnset(written.value, document.policy)
        ? `\`${written.key}\` names no state. Give it the one that the document is in.`
        : `${quoteValue(written.value)} is no state of ${noun}. Give it the one that the document is in.`,
      line,
    };
  else if (from !== state.to && !from.next.includes(state.to.name))
    yield { message: `\`${from.name}\` is not followed by \`${state.to.name}\` in ${noun}.`, line };
}

/** Rules whose findings say that a value is still to come, or that it stands where nobody looks for it. */
const UNFINISHED = new Set([
  "header/placeholder-value",
  "header/empty-field",
  "header/missing-field",
  "header/misspelled-field",
]);

/** The filed document must have no blocking, no unfinished and no new finding. */
function checkResult(
  input: AnalysisInput,
  filedText: string,
  edits: readonly TextEdit[],
): Pick<Filing, "refusals" | "remarks"> {
  const refusals: Refusal[] = [];
  const remarks: Refusal[] = [];
  const lines = new LineIndex(input.text);
  const known = checkDocument(input).findings.map(keyOf);
  for (const finding of checkDocument({ ...input, text: filedText }).findings) {
    const at = known.indexOf(keyOf(finding));
    if (at >= 0) known.splice(at, 1);
    const line = lines.lineAt(offsetBefore(edits, finding.range.start)) + 1;
    const found = { message: finding.message, line };
    const isNew = at < 0;
    if (isNew && SAID_ELSEWHERE.has(finding.rule)) continue;
    if (isNew || finding.severity === "error" || UNFINISHED.has(finding.rule)) refusals.push(found);
    else remarks.push(found);
  }
  return { refusals, remarks };
}

function wouldNotBeFiled(documentClass: DocumentClass): string {
  return `The policy would still not call this ${classNoun(documentClass)} filed: its condition asks for ${describeConditions(documentClass)}.`;
}

/** The sections that a filed document must have, and placeholders, are looked at by themselves. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  "structure/missing-section",
  "record/unfilled-placeholder",
]);

function keyOf({ rule, field, message }: Finding): string {
  return `${rule}\n${field}\n${message}`;
}

function describeConditions(documentClass: DocumentClass): string {
  return (documentClass.immutable?.when ?? [])
    .map((condition) =>
      condition.map(({ name, values }) => `\`${name}: ${values.join(" or ")}\``).join(" and "),
    )
    .join(", or ");
}

/** `told` are the parts of the text whose placeholders have been told of already. */
function checkText(document: GovernedDocument, told: readonly Range[]): readonly Refusal[] {
  const lines = new LineIndex(document.text);
  const isTold = (line: number): boolean => {
    const start = lines.starts[line - 1] ?? 0;
    return told.some((range) => start >= range.start && start < range.end);
  };
  return findPlaceholders(document, { start: 0, end: document.text.length }, false)
    .filter(({ line }) => !isTold(line))
    .map(({ text, line }) => ({
      message: `${quoteValue(text)} is a placeholder. Fill it in or take it out.`,
      line,
    }));
}

/** From each pending part to the next one, or to the next heading: what it lacks stands there. */
function pendingRanges(
  { text, parsed }: GovernedDocument,
  pending: readonly PendingPart[],
): readonly Range[] {
  const lines = new LineIndex(text);
  const headings = parsed.sections.map(({ headingLine }) => headingLine);
  return pending.map(({ line, end }) => {
    const heading = headings.find((each) => each >= line) ?? Number.POSITIVE_INFINITY;
    return { start: lines.starts[line - 1] ?? 0, end: lines.starts[Math.min(end, heading)] ?? text.length };
  });
}

/** Where an offset of the edited text was before; within an edit, the edit's place. */
function offsetBefore(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    const start = range.start + shift;
    if (offset < start) break;
    if (offset < start + newText.length) return range.start;
    shift += newText.length - (range.end - range.start);
  }
  return offset - shift;
}

/** One-based. */
function lineOf(text: string, { start }: Range): number {
  return new LineIndex(text).lineAt(start) + 1;
}
