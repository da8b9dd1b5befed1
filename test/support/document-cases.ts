/** Runs tables of cases on single documents, all in one repository: the n-th version of each is in commit `cN`. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AuditRecord, type ExpectedRecord, parseAudit, renderVisible, settle } from "./audit-answer";
import { POLICY } from "./delivery-documents";
import type { Content } from "./history-builder";
import { type HistoryRepository, makeHistory } from "./history-repository";
import { linesMarked } from "./record-cases";
import { type Change, FOLDER } from "./record-document";
import { runHere } from "./run-here";

export interface DocumentCase {
  readonly name: string;
  /** A defect that is known and open, in a sentence: the case must fail as long as it is. */
  readonly open?: string;
  /** A change is made to the version before. */
  readonly versions: readonly (Content | Change)[];
  /** What stands in the working tree; null when nothing does. */
  readonly working?: Content | Change | null;
  /** Instead of a file of its own in the folder of lessons learnt. */
  readonly path?: string;
  /** Undefined for a document that is no record. */
  readonly record: ExpectedRecord | undefined;
  /** Lines marked by `docket check`; those of the amendments that are not allowed unless given. */
  readonly marked?: readonly string[];
}

interface Answers {
  readonly records: ReadonlyMap<string, AuditRecord>;
  readonly marks: ReadonlyMap<string, readonly string[]>;
  readonly labelOf: (commit: string) => string;
}

export function describeDocuments(title: string, cases: readonly DocumentCase[], policy = POLICY): void {
  describe(title, () => {
    // once for all cases, in the first of them: a folder is of a test
    let asked: Promise<Answers> | undefined;

    for (const [index, documentCase] of cases.entries()) {
      const { name, open, record: wanted = ["not listed"], marked } = documentCase;
      const test = open === undefined ? it : it.fails;
      test(name, async () => {
        asked ??= ask(makeRepositoryOf(cases, policy));
        const answers = await asked;
        const path = pathOf(documentCase, index);
        const found = answers.records.get(path);
        expect(settle(found, wanted, answers.labelOf)).toEqual(wanted);
        const wrong = (found?.amendments ?? []).filter(({ allowed }) => !allowed);
        const text = textNow(documentCase);
        const lines =
          found?.verdict === "amended" ? wrong.map((entry) => renderVisible(text, entry.lines)) : [];
        expect(answers.marks.get(path) ?? []).toEqual(marked ?? lines);
      });
    }
  });
}

async function ask({ folder, ids }: HistoryRepository): Promise<Answers> {
  const marks = linesMarked(await runHere(folder, "check"));
  const labels = new Map([...ids].map(([label, id]) => [id, label]));
  const records = parseAudit(await runHere(folder, "audit"));
  return {
    marks,
    records: new Map(records.map((record) => [record.path, record])),
    labelOf: (commit) => labels.get(commit) ?? commit,
  };
}

function makeRepositoryOf(cases: readonly DocumentCase[], policy: string): HistoryRepository {
  const commits = Math.max(...cases.map(({ versions }) => versions.length));
  const repository = makeHistory((builder) => {
    builder.write("docket.yaml", policy);
    for (let commit = 0; commit < commits; commit++) {
      for (const [index, documentCase] of cases.entries()) {
        const version = documentCase.versions[commit];
        const path = pathOf(documentCase, index);
        if (version === undefined) continue;
        builder.write(path, typeof version === "function" ? version(builder.read(path)) : version);
      }
      builder.commit(`c${commit + 1}`);
    }
  });
  for (const [index, documentCase] of cases.entries()) {
    writeWorking(join(repository.folder, pathOf(documentCase, index)), documentCase);
  }
  return repository;
}

function writeWorking(file: string, { working, versions }: DocumentCase): void {
  if (working === null) rmSync(file);
  else if (typeof working === "function") writeFileSync(file, working(lastOf(versions)));
  else if (working !== undefined) writeFileSync(file, working);
}

function textNow({ working, versions }: DocumentCase): string {
  const text = lastOf(versions);
  if (typeof working === "function") return working(text);
  return working === undefined || working === null ? text : Buffer.from(working).toString("utf8");
}

function lastOf(versions: readonly (Content | Change)[]): string {
  return versions.reduce<string>(
    (text, version) =>
      typeof version === "function" ? version(text) : Buffer.from(version).toString("utf8"),
    "",
  );
}

function pathOf({ path }: DocumentCase, index: number): string {
  return path ?? `${FOLDER}/${index}-lessons.md`;
}
