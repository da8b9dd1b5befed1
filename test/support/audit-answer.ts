/**
 * What `docket audit` answers, set beside what a case expects. A record is written as a list of words: first its
 * verdict and the commit that filed it, `amended c1`, then its amendments: the commit, its lines and, where it is allowed,
 * the region: `c2 12`, `c3 5-6 whitespace`. Looser forms:
 * - `amended|unverifiable c1`: either; a commit `?`: any or none; `-`: none
 * - `c2 *`: one or more amendments that are not allowed; `c2 ?`: one or more, whatever they are; `c2 ~`: any number
 * - `c2 * whitespace`: one or more that are allowed by this region
 */
import type { CliResult } from "./run-cli";

interface AuditAmendment {
  readonly commit: string;
  readonly date: string;
  readonly author: string;
  readonly allowed: boolean;
  readonly region?: string;
  readonly lines: readonly [number, number];
}

export interface AuditRecord {
  readonly path: string;
  readonly class: string;
  readonly filed: { readonly commit: string; readonly date: string } | null;
  readonly verdict: string;
  readonly reason?: string;
  readonly amendments: readonly AuditAmendment[];
}

export type ExpectedRecord = readonly string[];

/** The JSON of `docket audit`. */
export function parseAudit({ out, err }: CliResult): readonly AuditRecord[] {
  if (!out.startsWith("{")) throw new Error(`no JSON: ${out.slice(0, 300)}${err.slice(0, 300)}`);
  const answer = JSON.parse(out) as { version: number; records: AuditRecord[] };
  if (answer.version !== 1) throw new Error(`version ${answer.version}`);
  return answer.records;
}

/** The record in the words of an expectation; where a loose form is met, that form. */
export function settle(
  record: AuditRecord | undefined,
  expected: ExpectedRecord,
  labelOf: (commit: string) => string,
): string[] {
  if (record === undefined) return ["not listed"];
  const filed = record.filed === null ? "-" : labelOf(record.filed.commit);
  const [head = "", ...entries] = expected;
  return [settleHead(record.verdict, filed, head), ...settleEntries(record.amendments, entries, labelOf)];
}

function settleHead(verdict: string, filed: string, expected: string): string {
  const [verdicts = "", label = "-"] = expected.split(" ");
  const fits = verdicts.split("|").includes(verdict) && (label === "?" || label === filed);
  return fits ? expected : `${verdict} ${filed}`;
}

function settleEntries(
  amendments: readonly AuditAmendment[],
  expected: readonly string[],
  labelOf: (commit: string) => string,
): string[] {
  const words: string[] = [];
  let at = 0;
  for (const form of expected) {
    const fits = readForm(form, labelOf);
    if (fits === undefined) {
      const amendment = amendments[at];
      if (amendment !== undefined) words.push(renderAmendment(amendment, labelOf));
      at += 1;
      continue;
    }
    const start = at;
    for (let next = amendments[at]; next !== undefined && fits(next); next = amendments[at]) at += 1;
    if (at > start || form.split(" ")[1] === "~") words.push(form);
  }
  return [...words, ...amendments.slice(at).map((amendment) => renderAmendment(amendment, labelOf))];
}

/** The amendments for which a loose form stands; undefined for an exact one. */
function readForm(
  form: string,
  labelOf: (commit: string) => string,
): ((amendment: AuditAmendment) => boolean) | undefined {
  const [label = "", mark = "", ...region] = form.split(" ");
  if (!["*", "?", "~"].includes(mark)) return undefined;
  return ({ commit, allowed, region: actual }) =>
    labelOf(commit) === label &&
    (mark !== "*" || (region.length === 0 ? !allowed : allowed && actual === region.join(" ")));
}

function renderAmendment(amendment: AuditAmendment, labelOf: (commit: string) => string): string {
  const { commit, allowed, region = "allowed", lines } = amendment;
  return `${labelOf(commit)} ${renderLines(...lines)}${allowed ? ` ${region}` : ""}`;
}

export function renderLines(first: number, last: number): string {
  return first === last ? `${first}` : `${first}-${last}`;
}

/** Lines as a finding shows them: without blank ones at either end. */
export function renderVisible(text: string, [from, to]: readonly [number, number]): string {
  const lines = text.split(/\r\n|\n|\r/);
  const isBlank = (line: number): boolean => (lines[line - 1] ?? "").trim() === "";
  let [first, last] = [from, to];
  while (last > first && isBlank(last)) last -= 1;
  while (first < last && isBlank(first)) first += 1;
  return renderLines(first, last);
}
