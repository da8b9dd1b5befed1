/** The audit of filed records, for programs and for people. */
import type { WeighedLedger } from "../engine/weigh-seals";
import type { Amendment, AuditedRecord, Verdict } from "../records/types";
import { UNCOMMITTED } from "../records/types";
import { count, plainLine } from "./terminal-text";
import type { Colours } from "./types";

export interface AuditReport {
  /** With the paths to print, in their order. */
  readonly records: readonly AuditedRecord[];
  readonly ledgers: readonly WeighedLedger[];
  /** Sentences on what could not be looked at. */
  readonly notes: readonly string[];
}

/** Keys may be added, never changed. */
export function renderAuditJson({ records, ledgers, notes }: AuditReport): string {
  const value = {
    version: 1,
    records: records.map(({ path, documentClass, filed, verdict, reason, amendments }) => ({
      path,
      class: documentClass.name,
      filed: filed === undefined ? null : { commit: filed.commit, date: filed.date },
      verdict,
      ...(reason === undefined ? {} : { reason }),
      amendments: amendments.map(({ commit, date, author, allowed, region, lines, what }) => ({
        commit,
        date,
        author,
        allowed,
        ...(region === undefined ? {} : { region }),
        lines,
        what,
      })),
    })),
    ledgers: ledgers.map(({ path, brokenAt, problems, tips, unsealed }) => ({
      path,
      brokenAt: brokenAt ?? null,
      problems,
      tips,
      unsealed,
    })),
    notes,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

const ORDER: readonly Verdict[] = ["amended", "deleted", "unverifiable", "intact"];
const WORDS: Readonly<Record<Verdict, string>> = {
  amended: "amended",
  deleted: "deleted",
  unverifiable: "cannot be verified",
  intact: "intact",
};

/** What needs a look first; of the intact ones those that changed in ways that are allowed, and else their number. */
export function renderAudit({ records, ledgers, notes }: AuditReport, colours: Colours): string {
  const shown = records
    .filter(({ verdict, amendments }) => verdict !== "intact" || amendments.length > 0)
    .toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const parts = shown.map((record) => renderRecord(record, colours));
  const hints = [...notes, ...ledgers.flatMap(describeLedger)];
  const marked = hints.map((hint) => `${colours.yellow("!")} ${plainLine(hint)}`);
  return `${[...parts, ...marked, renderSummary(records, colours)].join("\n\n")}\n`;
}

function renderRecord(record: AuditedRecord, colours: Colours): string {
  const { path, verdict, reason, filed, documentClass, amendments } = record;
  const when = filed === undefined ? "" : `, filed ${filed.date} in ${filed.commit.slice(0, 7)}`;
  const head = `${colours.underline(plainLine(path))}  ${paintOf(verdict, colours)(WORDS[verdict])}`;
  const lines = amendments.map((each) => renderAmendment(each, colours));
  const why = reason === undefined ? [] : [`  ${plainLine(reason)}`];
  return [`${head}  ${colours.dim(`${plainLine(documentClass.title)}${when}`)}`, ...why, ...lines].join("\n");
}

function renderAmendment(
  { commit, date, author, allowed, region, ofFile, lines, what }: Amendment,
  colours: Colours,
): string {
  const [from, to] = lines;
  const place = ofFile ? "" : from === to ? `, line ${from}` : `, lines ${from} to ${to}`;
  const who =
    commit === UNCOMMITTED ? "not committed" : `${commit.slice(0, 7)}  ${date}  ${plainLine(author)}`;
  const verdict = allowed ? colours.dim(`allowed: ${region ?? ""}`) : colours.red("not allowed");
  return `  ${who}  ${what}${place}  ${verdict}`;
}

function describeLedger({ path, problems, unsealed, brokenAt }: WeighedLedger): readonly string[] {
  const lines = problems.map(({ line, message }) => `${path}, line ${line}: ${message}`);
  // a broken chain takes no more seals
  if (unsealed.length === 0 || brokenAt !== undefined) return lines;
  const named = unsealed.length > 3 ? [...unsealed.slice(0, 3), `${unsealed.length - 3} more`] : unsealed;
  const subject = unsealed.length === 1 ? "1 filed record has" : `${unsealed.length} filed records have`;
  return [...lines, `${subject} no seal in ${path}: ${named.join(", ")}. \`docket seal\` adds it.`];
}

function renderSummary(records: readonly AuditedRecord[], colours: Colours): string {
  if (records.length === 0) return "No document has been filed.";
  const parts = ORDER.flatMap((verdict) => {
    const number = records.filter((record) => record.verdict === verdict).length;
    return number === 0 ? [] : [paintOf(verdict, colours)(`${number} ${WORDS[verdict]}`)];
  });
  return `${count(records.length, "record")}: ${parts.join(", ")}.`;
}

function paintOf(verdict: Verdict, colours: Colours): (text: string) => string {
  if (verdict === "intact") return colours.green;
  return verdict === "unverifiable" ? colours.yellow : colours.red;
}
