/** The audit of filed records, for programs and for people. */
import type { Amendment, AuditedRecord, Verdict } from "../records/types";
import { UNCOMMITTED } from "../records/types";
import { count, plainLine } from "./terminal-text";
import type { Colours } from "./types";

export interface AuditReport {
  /** With the paths to print, in their order. */
  readonly records: readonly AuditedRecord[];
  /** Sentences on what could not be looked at. */
  readonly notes: readonly string[];
}

/** Keys may be added, never changed. */
export function renderAuditJson({ records, notes }: AuditReport): string {
  const value = {
    version: 1,
    records: records.map(({ path, documentClass, baseline, verdict, reason, amendments }) => ({
      path,
      class: documentClass.name,
      filed: baseline === undefined ? null : { commit: baseline.filing.commit, date: baseline.filing.date },
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
export function renderAudit({ records, notes }: AuditReport, colours: Colours): string {
  const shown = records
    .filter(({ verdict, amendments }) => verdict !== "intact" || amendments.length > 0)
    .toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const parts = shown.map((record) => renderRecord(record, colours));
  const hints = notes.map((note) => `${colours.yellow("!")} ${plainLine(note)}`);
  return `${[...parts, ...hints, renderSummary(records, colours)].join("\n\n")}\n`;
}

function renderRecord(record: AuditedRecord, colours: Colours): string {
  const { path, verdict, reason, baseline, documentClass, amendments } = record;
  const filed =
    baseline === undefined ? "" : `, filed ${baseline.filing.date} in ${baseline.filing.commit.slice(0, 7)}`;
  const head = `${colours.underline(plainLine(path))}  ${paintOf(verdict, colours)(WORDS[verdict])}`;
  const lines = amendments.map((each) => renderAmendment(each, colours));
  const why = reason === undefined ? [] : [`  ${plainLine(reason)}`];
  return [`${head}  ${colours.dim(`${plainLine(documentClass.title)}${filed}`)}`, ...why, ...lines].join(
    "\n",
  );
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
