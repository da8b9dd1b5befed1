/** Docket's own requests: the views, the status bar, and what the client's commands need. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type DocumentStatus,
  type InitializationProposal,
  methods,
  type NextSteps,
  type OpenActions,
  type TemplateChoice,
  type WorkItemDraft,
  type WorkItemKind,
} from "../../server/protocol/messages";
import {
  CLEAN,
  FILED,
  FILED_PATH,
  GATE,
  GATE_PATH,
  WITHOUT_OWNER,
  WORDY_DATE,
} from "../support/delivery-documents";
import { startClient, uriOf } from "../support/lsp-client";
import { start } from "../support/start-workspace";
import { makeFolder } from "../support/temporary-folder";

function apply(text: string, edit: WorkspaceEdit | null): string {
  const [change] = edit?.documentChanges ?? [];
  return TextDocument.applyEdits(
    TextDocument.create("file:///x", "markdown", 1, text),
    (change !== undefined && "edits" in change ? change.edits : []) as never,
  );
}

test("next steps are told of a document's work item, or of all in flight", async () => {
  const { folder, client } = await start({
    [GATE_PATH]: GATE,
    [GATE_PATH.replace("3.2", "3.3")]: GATE.replaceAll("3.2", "3.3"),
    "docs/specs/a.md": CLEAN,
  });
  const ask = (parameters: object) => client.request<readonly NextSteps[]>(methods.nextSteps, parameters);
  const own = await ask({ uri: uriOf(join(folder, GATE_PATH)) });
  expect(own.map(({ workItem }) => workItem)).toEqual(["3.2"]);
  expect(own[0]?.text).toMatch(/^## 3\.2 .*: next steps on /);
  expect(own[0]?.text).toContain("- **Critical path:** A1 → A2, due 2026-02-22, 2 days of slack");
  expect((await ask({})).map(({ workItem }) => workItem)).toEqual(["3.2", "3.3"]);
  expect(await ask({ uri: uriOf(join(folder, "docs/specs/a.md")) })).toEqual([]);
  const [group] = (await client.request<OpenActions>(methods.openActions)).groups;
  expect(group?.actions?.map(({ critical }) => critical)).toEqual([true, true]);
});

test("a document's status says what it is, and how many findings block it", async () => {
  const { folder, client } = await start({
    "docs/specs/a.md": CLEAN,
    "docs/specs/b.md": WITHOUT_OWNER,
    "docs/specs/number.md": "---\nowner: PMO Lead\nversion: 1.0\ntags: [a]\n---\n# Number\n",
    [FILED_PATH]: FILED,
    "notes.md": "# Notes\n",
  });
  const status = (path: string) =>
    client.request<DocumentStatus | null>(methods.documentStatus, { uri: uriOf(join(folder, path)) });
  expect(await status("docs/specs/a.md")).toEqual({
    class: "Canonical (Class 1)",
    title: "Canonical specification",
    state: "Canonical",
    version: "1.0",
    filed: false,
    blocking: 0,
  });
  expect(await status("docs/specs/b.md")).toMatchObject({ blocking: 1 });
  expect(await status("docs/specs/number.md")).toMatchObject({ version: "1.0" });
  expect(await status(FILED_PATH)).toMatchObject({ filed: true, state: "Filed" });
  expect(await status("notes.md")).toBeNull();
  expect(await status("none.md")).toBeNull();
});

test("a header is inserted whole where there is none, completed where fields are missing, left where it is complete", async () => {
  const bare = "# Retries\n\nCalls are retried twice.\n";
  const { folder, client } = await start({
    "docs/specs/bare.md": bare,
    "docs/specs/part.md": WITHOUT_OWNER,
    "docs/specs/clean.md": CLEAN,
    [FILED_PATH]: FILED.replace("**Environment:** Production\n", ""),
  });
  const insert = (path: string) =>
    client.request<WorkspaceEdit | null>(methods.insertHeader, { uri: uriOf(join(folder, path)) });
  const whole = apply(bare, await insert("docs/specs/bare.md"));
  for (const field of ["Owner", "Status", "Version", "Last Updated"])
    expect(whole).toContain(`**${field}:** `);
  expect(whole).toMatch(/^# Retries\n/);
  expect(whole).toMatch(/\n\nCalls are retried twice\.\n$/);
  expect(apply(WITHOUT_OWNER, await insert("docs/specs/part.md"))).toMatch(
    /^# Retries\n\n\*\*Owner:\*\* .+\n\*\*Status:\*\* Canonical\n/,
  );
  expect(await insert("docs/specs/clean.md")).toBeNull();
  expect(await insert(FILED_PATH)).toBeNull();
});

test("a new document goes where its class belongs, under a name that follows the pattern", async () => {
  const { folder, client } = await start({});
  const templates = await client.request<readonly TemplateChoice[]>(methods.templates, {
    folder: uriOf(folder),
  });
  expect(templates).toContainEqual({
    id: "phase-gate",
    title: expect.any(String),
    class: "Delivery Record (Class 7)",
    folder: "docs/product/phase_gates",
    fileName: "{id}-{slug}-phase-gate.md",
  });
  const made = await client.request<{ uri: string; text: string }>(methods.newDocument, {
    folder: uriOf(folder),
    template: "phase-gate",
    id: "3.2",
    title: "Retries of Calls",
  });
  expect(made.uri).toBe(uriOf(join(folder, "docs/product/phase_gates/3.2-retries-of-calls-phase-gate.md")));
  expect(made.text).toContain("3.2 Retries of Calls");
  expect(made.text).not.toMatch(/\{(?:id|title|today)\}/);
  expect(await client.request(methods.newDocument, { folder: uriOf(folder), template: "none" })).toBeNull();
});

test("a work item starts with all of its documents, once", async () => {
  const { folder, client } = await start({});
  const inFolder = { folder: uriOf(folder) };
  const kinds = await client.request<readonly WorkItemKind[]>(methods.workItemKinds, inFolder);
  expect(kinds.map(({ name, documents }) => [name, documents.length])).toEqual([
    ["feature", 3],
    ["defect", 3],
  ]);
  const answers = { ...inFolder, kind: "defect", id: "BLG-TECH-09", title: "Calls time out" };
  const draft = await client.request<WorkItemDraft>(methods.startWorkItem, answers);
  expect(draft.refusal).toBeNull();
  expect(draft.documents.map(({ uri }) => uri)).toEqual(
    [
      "docs/product/phase_gates/BLG-TECH-09-calls-time-out-phase-gate.md",
      "docs/product/decisions/BLG-TECH-09-calls-time-out.md",
      "docs/product/lessons_learnt/BLG-TECH-09-calls-time-out-lessons.md",
    ].map((path) => uriOf(join(folder, path))),
  );
  const unknown = await client.request<WorkItemDraft>(methods.startWorkItem, { ...answers, kind: "epic" });
  expect(unknown).toEqual({ documents: [], refusal: expect.stringContaining("`epic`") });

  const [gates] = draft.documents;
  const path = join(folder, "docs/product/phase_gates/BLG-TECH-09-calls-time-out-phase-gate.md");
  client.open(path, gates?.text ?? "");
  await client.until(() => client.published(path) !== undefined);
  const again = await client.request<WorkItemDraft>(methods.startWorkItem, { ...answers, id: "blg-tech-09" });
  expect(again).toEqual({ documents: [], refusal: expect.stringContaining("has its gates in docs/product") });
});

test("all safe fixes are one edit; what is filed is skipped, and said", async () => {
  const { folder, client } = await start({
    "docs/specs/a.md": WORDY_DATE,
    "docs/specs/b.md": WITHOUT_OWNER,
    [FILED_PATH]: FILED,
  });
  client.open(join(folder, "docs/specs/c.md"), WORDY_DATE);
  const { edit, changed, skipped } = await client.request<{
    edit: WorkspaceEdit;
    changed: number;
    skipped: readonly object[];
  }>(methods.fixAll);
  expect(changed).toBe(2);
  expect(
    edit.documentChanges?.map(
      (change) => "textDocument" in change && [change.textDocument.uri, change.textDocument.version],
    ),
  ).toEqual([
    [uriOf(join(folder, "docs/specs/a.md")), null],
    [uriOf(join(folder, "docs/specs/c.md")), 1],
  ]);
  expect(apply(WORDY_DATE, edit)).toBe(CLEAN);
  expect(skipped).toEqual([
    { uri: uriOf(join(folder, FILED_PATH)), reason: expect.stringContaining("filed") },
  ]);
});

test("a policy is proposed with what it would recognise, and nothing is written", async () => {
  const folder = makeFolder({
    ".git/HEAD": "",
    "docs/specs/a.md": CLEAN,
    "docs/specs/b.md": WITHOUT_OWNER,
    "notes.md": "# Notes\n",
  });
  const client = await startClient({ folders: [folder] });
  const propose = () =>
    client.request<InitializationProposal>(methods.proposePolicy, { folder: uriOf(folder) });
  expect(await propose()).toEqual({
    existing: null,
    text: expect.stringContaining("extends: delivery"),
    documents: 2,
    classes: [{ name: "Canonical (Class 1)", documents: 2 }],
    findings: 1,
  });
  expect(client.messages).toEqual([]);
  const { client: governed, folder: root } = await start({ "docs/specs/a.md": CLEAN });
  expect(await governed.request(methods.proposePolicy, { folder: uriOf(root) })).toMatchObject({
    existing: "docket.yaml",
    documents: 1,
  });
});

test("a request that makes no sense is answered with nothing, and the server goes on", async () => {
  const { folder, client } = await start({ "docs/specs/b.md": WITHOUT_OWNER });
  expect(await client.request(methods.documentStatus, { uri: 7 })).toBeNull();
  expect(await client.request(methods.proposePolicy, { folder: uriOf(join(folder, "none")) })).toMatchObject({
    documents: 0,
  });
  expect(
    await client.request(methods.documentStatus, { uri: uriOf(join(folder, "docs/specs/b.md")) }),
  ).toMatchObject({ blocking: 1 });
  expect(client.log.filter((line) => line.includes("failed"))).toHaveLength(1);
});
