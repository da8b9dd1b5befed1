/** Filed records in the language server, on real repositories: findings, restoring fixes, what the views are told. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FiledText, RecordAnswer, RecordsAnswer } from "../../server/protocol/messages";
import { FILED, FILED_PATH, POLICY } from "../support/delivery-documents";
import { git, makeRepository } from "../support/git-repository";
import { type LspClient, startClient, uriOf } from "../support/lsp-client";
import { useCli } from "../support/run-cli";
import { makeFolder, writeInto } from "../support/temporary-folder";

const runCli = useCli();

const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
const EDITED = FILED.replace("All services answer.", "No service answers.");

async function openRepository(): Promise<{ client: LspClient; folder: string; file: string }> {
  const folder = makeRepository({ "docket.yaml": POLICY, [FILED_PATH]: FILED });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  return { client, folder, file: join(folder, FILED_PATH) };
}

/** Asks until the history has been read. */
async function recordsOf(
  client: LspClient,
  until: (answer: RecordsAnswer) => boolean,
): Promise<RecordsAnswer> {
  for (let tries = 0; ; tries++) {
    const answer = await client.request<RecordsAnswer>("docket/records");
    if (!answer.reading && until(answer)) return answer;
    if (tries > 200) throw new Error(`in vain waited: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const hasVerdict = (verdict: string) => (answer: RecordsAnswer) =>
  answer.records.some((record) => record.verdict === verdict);

test("an edit of a filed record is found on its range, and a fix brings the filed bytes back", async () => {
  const { client, folder, file } = await openRepository();
  client.open(file, FILED);
  await recordsOf(client, hasVerdict("intact"));
  client.change(file, EDITED);
  await client.until(() => client.rules(file).includes("record/filed-record-edited"));
  const found = client.diagnostics(file).find(({ code }) => code === "record/filed-record-edited");
  expect(found?.range).toEqual({ start: { line: 11, character: 0 }, end: { line: 11, character: 18 } });
  const commit = git(folder, "rev-parse", "--short=7", "HEAD").trim();
  expect(found?.message).toContain(`(commit ${commit}). A filed operational record is permanent.`);
  expect(found?.relatedInformation?.[0]?.message).toBe("as filed: All services answer.");

  const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: uriOf(file) },
    range: EVERYTHING,
    context: { diagnostics: [] },
  });
  // nothing else may write into a record, and no comment accepts a change of it
  expect(actions.map(({ title }) => title)).toEqual([
    "Restore this line as filed",
    expect.stringMatching(/^Restore the whole record as filed on \d{4}-/),
  ]);
  const [change] = actions[0]?.edit?.documentChanges ?? [];
  const edits = change !== undefined && "edits" in change ? change.edits : [];
  const document = TextDocument.create("file:///x", "markdown", 1, EDITED);
  expect(TextDocument.applyEdits(document, edits as never)).toBe(FILED);
});

test("a record whose state was taken back stays one", async () => {
  const { client, file } = await openRepository();
  client.open(file, FILED);
  await recordsOf(client, hasVerdict("intact"));
  client.change(file, FILED.replace("**Status:** Filed\n", "").replace("**Filed:** 2026-02-15\n", ""));
  await client.until(() => client.rules(file).includes("record/filed-record-edited"));
  const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: uriOf(file) },
    range: EVERYTHING,
    context: { diagnostics: [] },
  });
  expect(actions.map(({ title }) => title).filter((title) => !/Restore|Put/.test(title))).toEqual([]);
});

test("the views are told of verdicts, amendments and the filed text", async () => {
  const { client, folder, file } = await openRepository();
  await recordsOf(client, hasVerdict("intact"));
  writeFileSync(file, EDITED);
  client.report(2, file);
  const { records } = await recordsOf(client, hasVerdict("amended"));
  expect(records).toMatchObject([
    {
      uri: uriOf(file),
      path: FILED_PATH,
      title: "System status report",
      class: "Operational Record (Class 3)",
      filed: { commit: git(folder, "rev-parse", "HEAD").trim() },
      amendments: [
        { commit: "uncommitted", allowed: false, region: null, lines: [12, 12], what: "1 line changed" },
      ],
    },
  ]);
  const answer = await client.request<RecordAnswer>("docket/record", { uri: uriOf(file) });
  expect(answer).toEqual({ record: records[0], reading: false });
  const filed = await client.request<FiledText>("docket/filedText", { uri: uriOf(file) });
  expect(filed.text).toBe(FILED);
  expect(Buffer.from(filed.bytes, "base64").toString("utf8")).toBe(FILED);
  expect(client.rules(file)).toContain("record/filed-record-edited");
});

test("a record is never told to be none before its history has been read", async () => {
  const folder = makeRepository({ "docket.yaml": POLICY, [FILED_PATH]: FILED });
  const client = await startClient({ folders: [folder] });
  const file = join(folder, FILED_PATH);
  client.open(file, FILED);
  const answers: RecordAnswer[] = [];
  while (answers.at(-1)?.reading !== false) {
    answers.push(await client.request<RecordAnswer>("docket/record", { uri: uriOf(file) }));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(answers.at(-1)).toMatchObject({ record: { verdict: "intact" }, reading: false });
  expect(answers.slice(0, -1).filter(({ reading }) => !reading)).toEqual([]);
});

test("records of a policy that lies deeper are found, too", async () => {
  const folder = makeRepository({
    "team/docket.yaml": POLICY,
    [`team/${FILED_PATH}`]: FILED,
  });
  const client = await startClient({ folders: [folder] });
  const { records } = await recordsOf(client, hasVerdict("intact"));
  expect(records.map(({ path }) => path)).toEqual([`team/${FILED_PATH}`]);
});

test("a commit that amends a record is noticed without a file being touched", async () => {
  const { client, folder, file } = await openRepository();
  await recordsOf(client, hasVerdict("intact"));
  writeFileSync(file, EDITED);
  git(folder, "commit", "-qam", "amend");
  const { records } = await recordsOf(client, hasVerdict("amended"));
  expect(records[0]?.amendments).toMatchObject([
    { commit: git(folder, "rev-parse", "HEAD").trim(), author: "Tester", lines: [12, 12] },
  ]);
  await client.until(() => client.rules(file).includes("record/filed-record-edited"));
});

test("a deleted record is told on the index of its folder, or on the policy", async () => {
  const index = "docs/operations/status_reports/README.md";
  const folder = makeRepository({ "docket.yaml": POLICY, [FILED_PATH]: FILED, [index]: "# Reports\n" });
  const client = await startClient({ folders: [folder] });
  const file = join(folder, FILED_PATH);
  await client.scanned();
  await recordsOf(client, hasVerdict("intact"));
  rmSync(file);
  client.report(3, file);
  await client.until(() => client.rules(join(folder, index)).includes("record/filed-record-deleted"));
  rmSync(join(folder, index));
  client.report(3, join(folder, index));
  await client.until(() => client.rules(join(folder, "docket.yaml")).includes("record/filed-record-deleted"));
  git(folder, "checkout", "--", ".");
  client.report(1, file, join(folder, index));
  await recordsOf(client, hasVerdict("intact"));
  await client.until(() => client.diagnostics(join(folder, "docket.yaml")).length === 0);
});

test("a changed text under an old date and version is told against the last commit", async () => {
  const path = "docs/specs/retries.md";
  const text = `# Retries

**Owner:** Calls Owner
**Status:** Canonical
**Version:** 1.1
**Last Updated:** 2026-02-18

Calls are retried twice.

## Change Log

| Version | Date | Change |
|---|---|---|
| 1.1 | 2026-02-18 | Twice |
`;
  const folder = makeRepository({ "docket.yaml": POLICY, [path]: text });
  const client = await startClient({ folders: [folder] });
  const file = join(folder, path);
  client.open(file, text);
  await recordsOf(client, () => true);
  client.change(file, text.replace("retried twice", "retried thrice"));
  await client.until(() => client.rules(file).includes("lifecycle/version-not-incremented"));
  expect(client.rules(file)).toEqual(["lifecycle/version-not-incremented", "lifecycle/stale-last-updated"]);
  client.change(file, text.replace("Status:** Canonical", "Status:** Draft"));
  await client.until(() => client.rules(file).includes("lifecycle/illegal-transition"));
});

test("without a repository a filed document cannot be verified", async () => {
  const folder = makeFolder({ "docket.yaml": POLICY, [FILED_PATH]: FILED });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  const { records, unknown } = await recordsOf(client, hasVerdict("unverifiable"));
  expect(unknown).not.toBeNull();
  expect(records).toMatchObject([{ path: FILED_PATH, filed: null, amendments: [] }]);
  expect(records[0]?.reason).toMatch(/^It cannot be told what was filed, because .*\.$/);
});

test("without a repository, seals tell what is as it was filed, and what is not", async () => {
  const other = FILED_PATH.replace("v1.4", "v1.5");
  const folder = makeFolder({ "docket.yaml": POLICY, [FILED_PATH]: FILED, [other]: FILED });
  runCli(folder, ["seal"]);
  const client = await startClient({ folders: [folder] });
  const unsealed = FILED_PATH.replace("v1.4", "v1.6");
  writeFileSync(join(folder, other), EDITED);
  writeFileSync(join(folder, unsealed), FILED);
  client.report(2, join(folder, other));
  client.report(1, join(folder, unsealed));
  const { records, unknown } = await recordsOf(
    client,
    (answer) => hasVerdict("amended")(answer) && hasVerdict("unverifiable")(answer),
  );
  expect(unknown).not.toBeNull();
  expect(records.map(({ path, verdict }) => [path, verdict])).toEqual([
    [FILED_PATH, "intact"],
    [other, "amended"],
    [unsealed, "unverifiable"],
  ]);
  await client.until(() => client.rules(join(folder, other)).includes("record/filed-record-edited"));
});

test("a ledger of seals that was changed is told at its line, as the command line tells it", async () => {
  const { client, folder } = await openRepository();
  runCli(folder, ["seal"]);
  // each line holds the hash of the one before
  writeInto(folder, FILED_PATH.replace("v1.4", "v1.5"), FILED);
  runCli(folder, ["seal"]);
  git(folder, "add", ".");
  git(folder, "commit", "-qm", "seal");
  const ledger = join(folder, ".docket/seals.jsonl");
  const sound = readFileSync(ledger, "utf8");
  const found = () => client.diagnostics(ledger).filter(({ code }) => code === "record/changed-ledger");
  writeFileSync(ledger, sound.replace(/"sealed":"\d{4}/, '"sealed":"1999'));
  client.report(2, ledger);
  await client.until(() => found().length > 0);
  const [problem] = found();
  const { findings } = JSON.parse(runCli(folder, ["check", "--format", "json"]).out);
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: "record/changed-ledger",
      path: ".docket/seals.jsonl",
      line: (problem?.range.start.line ?? -1) + 1,
      message: problem?.message,
      severity: "error",
    }),
  );
  rmSync(ledger);
  client.report(3, ledger);
  await client.until(() => String(found()[0]?.message).startsWith("The ledger of seals is gone"));
  writeFileSync(ledger, sound);
  client.report(1, ledger);
  await client.until(() => found().length === 0);
});
