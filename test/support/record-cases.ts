/** Runs tables of record cases: real repositories, `docket audit` and `docket check` on each. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type AuditRecord,
  type ExpectedRecord,
  parseAudit,
  renderLines,
  renderVisible,
  settle,
} from "./audit-answer";
import { POLICY } from "./delivery-documents";
import type { HistoryBuilder } from "./history-builder";
import { type HistoryRepository, makeHistory } from "./history-repository";
import { type CliResult, parseCheck } from "./run-cli";
import { runHere } from "./run-here";

export interface RecordCase {
  readonly name: string;
  /** A defect that is known and open, in a sentence: the case must fail as long as it is. */
  readonly open?: string;
  /** `docket.yaml` of the first commit; null for none. The delivery profile unless given. */
  readonly policy?: string | null;
  readonly history: (builder: HistoryBuilder) => void;
  /** What happens to the repository after that; gives the folder to look at where it is another one. */
  readonly after?: (repository: HistoryRepository) => string | undefined;
  /** All records that are listed. */
  readonly records: Readonly<Record<string, ExpectedRecord>>;
  /** What the reason of a verdict must say, by path. */
  readonly reasons?: Readonly<Record<string, RegExp>>;
  /**
   * Lines of the present text that `docket check` marks as edited, by path; those of the amendments unless given; null
   * where this case is about audit alone.
   */
  readonly marked?: Readonly<Record<string, readonly string[]>> | null;
  /** Where `docket check` reports deleted records; the policy file, once a record, unless given. */
  readonly deletedAt?: readonly string[];
  /** Told by the verdicts unless given. */
  readonly exit?: number;
  /** What must hold when both commands have been run. */
  readonly afterwards?: () => void;
}

export function describeRepositories(title: string, cases: readonly RecordCase[]): void {
  describe(title, () => {
    for (const recordCase of cases) {
      const { name, open, policy = POLICY, history, after, afterwards } = recordCase;
      const test = open === undefined ? it : it.fails;
      test(name, async () => {
        const repository = makeHistory((builder) => {
          if (policy !== null) builder.write("docket.yaml", policy);
          history(builder);
        });
        const folder = after?.(repository) ?? repository.folder;
        await expectRecords(folder, repository, recordCase);
        afterwards?.();
      });
    }
  });
}

/** A straight history: what the first does is commit `c1`, and so on. */
export function steps(...each: readonly ((builder: HistoryBuilder) => void)[]): RecordCase["history"] {
  return (builder) => {
    for (const [index, step] of each.entries()) {
      step(builder);
      builder.commit(`c${index + 1}`);
    }
  };
}

/** Compares what both commands say of a folder with what a case expects. */
async function expectRecords(
  folder: string,
  repository: HistoryRepository,
  expected: Pick<RecordCase, "records" | "reasons" | "marked" | "deletedAt" | "exit">,
): Promise<void> {
  const { records: wanted, reasons = {}, marked = {} } = expected;
  const answer = await runHere(folder, "audit");
  const records = parseAudit(answer);
  const labelOf = makeLabels(repository);
  const byPath = new Map(records.map((record) => [record.path, record]));
  const paths = [...new Set([...Object.keys(wanted), ...byPath.keys()])].sort();
  const actual = paths.map((path) => [path, settle(byPath.get(path), wanted[path] ?? [], labelOf)]);
  expect(Object.fromEntries(actual)).toEqual(wanted);
  for (const record of records) expectDates(record, repository, labelOf);
  for (const [path, reason] of Object.entries(reasons)) expect(byPath.get(path)?.reason).toMatch(reason);
  for (const record of records.filter(({ verdict }) => verdict === "unverifiable")) {
    expect(record.reason).toMatch(/\S/);
  }
  expect({ exit: answer.code, err: answer.err }).toEqual({
    exit: expected.exit ?? exitOf(records),
    err: answer.err,
  });
  if (marked === null) return;
  await expectFindings(folder, records, expected);
}

function makeLabels({ ids }: HistoryRepository): (commit: string) => string {
  const labels = new Map([...ids].map(([label, id]) => [id, label]));
  return (commit) => labels.get(commit) ?? commit;
}

function exitOf(records: readonly AuditRecord[]): number {
  const verdicts = new Set(records.map(({ verdict }) => verdict));
  if (verdicts.has("amended") || verdicts.has("deleted")) return 1;
  return verdicts.has("unverifiable") ? 2 : 0;
}

function expectDates(
  record: AuditRecord,
  { commits }: HistoryRepository,
  labelOf: (commit: string) => string,
): void {
  const told = [record.filed, ...record.amendments].filter((entry) => entry !== null);
  for (const entry of told) {
    const author = "author" in entry ? { author: entry.author } : {};
    const actual = { date: entry.date, ...author };
    if (entry.commit === "uncommitted") {
      expect(actual).toEqual({ date: "", author: "" });
      continue;
    }
    const commit = commits.get(labelOf(entry.commit));
    if (commit === undefined) continue;
    const wanted = {
      date: commit.date.slice(0, 10),
      ...("author" in entry ? { author: commit.author } : {}),
    };
    expect(actual).toEqual(wanted);
  }
}

/**
 * The lines of which `docket check` says that they must not have changed, by path. What is allowed it tells as
 * information. A state that goes back is a finding of its own, and takes the place of the one on its line.
 */
export function linesMarked(result: CliResult): ReadonlyMap<string, readonly string[]> {
  const marked = new Map<string, string[]>();
  for (const { rule, severity, path, line, endLine, endColumn } of parseCheck(result).findings) {
    const back = rule === "lifecycle/illegal-transition";
    if (!(rule === "record/filed-record-edited" || back) || severity === "information") continue;
    const last = endColumn === 1 && endLine > line ? endLine - 1 : endLine;
    marked.set(path, [...(marked.get(path) ?? []), renderLines(line, last)]);
  }
  return marked;
}

async function expectFindings(
  folder: string,
  records: readonly AuditRecord[],
  { marked = {}, deletedAt }: Pick<RecordCase, "marked" | "deletedAt">,
): Promise<void> {
  const result = await runHere(folder, "check");
  const lines = linesMarked(result);
  for (const record of records.filter(({ verdict }) => verdict === "amended")) {
    const wanted = marked?.[record.path] ?? linesNow(record, readText(folder, record.path));
    if (wanted === undefined) expect(lines.get(record.path) ?? []).not.toEqual([]);
    else expect({ [record.path]: lines.get(record.path) }).toEqual({ [record.path]: wanted });
  }
  for (const record of records.filter(({ verdict }) => verdict === "intact")) {
    expect({ [record.path]: lines.get(record.path) }).toEqual({ [record.path]: undefined });
  }
  const deleted = records.filter(({ verdict }) => verdict === "deleted");
  const places = parseCheck(result).findings.filter(({ rule }) => rule === "record/filed-record-deleted");
  expect(places.map(({ path }) => path).sort()).toEqual(deletedAt ?? deleted.map(() => "docket.yaml"));
}

function readText(folder: string, path: string): string {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Where all that is not allowed came in one go, its lines are those of the present text. */
function linesNow({ amendments }: AuditRecord, text: string): readonly string[] | undefined {
  const wrong = amendments.filter(({ allowed }) => !allowed);
  const one = new Set(amendments.map(({ commit }) => commit)).size === 1;
  return one ? wrong.map(({ lines }) => renderVisible(text, lines)) : undefined;
}
