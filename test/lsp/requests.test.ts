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
  expect(own[0]?.text).toMatch(/^- \*\*Critical path:\*\* A1 → A2, due 2026-02-22 \(\d+ days overdue\)$/m);
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
    hasStates: true,
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
