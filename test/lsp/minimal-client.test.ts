/** Editors that can do less than VS Code, or have none of Docket's own commands and views. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type {
  ClientCapabilities,
  CodeAction,
  Command,
  CompletionList,
  Hover,
  InitializeParams,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { CLEAN, FILED, FILED_PATH, POLICY, WITHOUT_OWNER, WORDY_DATE } from "../support/delivery-documents";
import { REPORT, REPORT_PATH } from "../support/filing-documents";
import { startClient, uriOf } from "../support/lsp-client";
import { makeFolder } from "../support/temporary-folder";

const CHARTER = CLEAN.replace("# Retries", "# QA Lead\n\n**Role:** QA Lead\n**Scope:** `Tests` & *releases*");
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

/** An editor that says no more of itself than `capabilities`. */
function start(folders: readonly string[], capabilities: ClientCapabilities = {}, more = {}) {
  const parameters: Partial<InitializeParams> = { capabilities, initializationOptions: undefined, ...more };
  return startClient({ folders, parameters });
}

function filesWith(path: string, text: string): Readonly<Record<string, string>> {
  return { "docket.yaml": POLICY, [path]: text };
}

test("an editor that can do nothing gets findings, and plain text for what it asks", async () => {
  const folder = makeFolder({
    "docket.yaml": POLICY,
    "docs/team_skills/qa/qa_lead.md": CHARTER,
    "docs/specs/a.md": WITHOUT_OWNER,
  });
  const client = await start([folder]);
  const file = join(folder, "docs/specs/a.md");
  await client.until(() => client.rules(file).includes("header/missing-field"));
  const at = (line: number, character: number) => ({
    textDocument: { uri: uriOf(file) },
    position: { line, character },
  });
  client.open(file, CLEAN.replace("PMO Lead", "QA Lead"));
  const hover = await client.request<Hover>("textDocument/hover", at(2, 12));
  expect(hover.contents).toMatchObject({ kind: "plaintext" });
  const { value } = hover.contents as { readonly value: string };
  expect(value).toMatch(/^QA Lead\n\n/);
  expect(value).toContain("Charter: docs/team_skills/qa/qa_lead.md");
  expect(value).toContain("& releases");
  expect(value).not.toMatch(/[*\\`]/);

  client.change(file, "# Retries\n\n\n");
  const keys = await client.request<CompletionList>("textDocument/completion", at(2, 0));
  const status = keys.items.find(({ label }) => label === "Status");
  expect(status).toMatchObject({
    insertTextFormat: 1,
    detail: "required",
    documentation: { kind: "plaintext" },
  });
  expect(status?.textEdit?.newText).toMatch(/^\*\*Status:\*\* \w+$/);
  expect(status).not.toHaveProperty("labelDetails");
  expect(client.changes).toBe(0);
  expect(client.registrations).toEqual([]);
  expect(client.log).toEqual([]);
});

test("positions are UTF-16, whatever else an editor would rather have", async () => {
  const { initialized } = await start([makeFolder()], { general: { positionEncodings: ["utf-8"] } });
  expect(initialized.capabilities.positionEncoding).toBe("utf-16");
});

test("a file that was opened alone is checked with all that its policy governs", async () => {
  const folder = makeFolder({
    ...filesWith("docs/specs/a.md", WITHOUT_OWNER),
    "docs/specs/b.md": WORDY_DATE,
    "inner/docket.yaml": POLICY,
    "inner/docs/specs/c.md": WORDY_DATE,
  });
  const none = makeFolder({ "docs/specs/a.md": WITHOUT_OWNER });
  const client = await start([], {}, { workspaceFolders: null });
  client.open(join(none, "docs/specs/a.md"), WITHOUT_OWNER);
  client.open(join(folder, "inner/docs/specs/c.md"), WORDY_DATE);
  await client.until(() => client.allRules(folder).length === 1);
  client.open(join(folder, "docs/specs/a.md"), WITHOUT_OWNER);
  await client.scanned();
  expect(client.allRules(folder)).toEqual([
    "docs/specs/a.md header/missing-field",
    "docs/specs/b.md header/date-format",
    "inner/docs/specs/c.md header/date-format",
  ]);
  expect(client.allRules(none)).toEqual([]);
});

test.each(["rootUri", "rootPath"] as const)("the folder may be named by %s alone", async (name) => {
  const folder = makeFolder(filesWith("docs/specs/a.md", WITHOUT_OWNER));
  const root = name === "rootUri" ? uriOf(folder) : folder;
  const client = await start([], {}, { workspaceFolders: undefined, rootUri: undefined, [name]: root });
  await client.until(() => client.allRules(folder).length === 1);
});

const [ABLE, WITHOUT_LITERALS]: readonly ClientCapabilities[] = [
  {
    workspace: {
      applyEdit: true,
      workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
    },
    textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
  },
  { workspace: { applyEdit: true } },
];

function actionsAt(client: Awaited<ReturnType<typeof start>>, file: string) {
  return client.request<(CodeAction | Command)[]>("textDocument/codeAction", {
    textDocument: { uri: uriOf(file) },
    range: EVERYTHING,
    context: { diagnostics: [] },
  });
}

test("an editor whose code actions are commands has the server apply them", async () => {
  const folder = makeFolder(filesWith("docs/specs/a.md", WORDY_DATE));
  const client = await start([folder], WITHOUT_LITERALS);
  const file = join(folder, "docs/specs/a.md");
  client.open(file, WORDY_DATE);
  const [fix] = (await actionsAt(client, file)) as readonly Command[];
  await client.request("workspace/executeCommand", { command: fix?.command, arguments: fix?.arguments });
  const edits = client.applied[0]?.changes?.[uriOf(file)] ?? [];
  expect(TextDocument.applyEdits(TextDocument.create("file:///a", "markdown", 1, WORDY_DATE), edits)).toBe(
    CLEAN,
  );
  expect(client.shown).toEqual([]);

  const without = await start([folder]);
  without.open(file, WORDY_DATE);
  await without.until(() => without.rules(file).length > 0);
  expect(await actionsAt(without, file)).toEqual([]);
});

test("an editor without Docket's commands files a record by a code action, or learns why not", async () => {
  const blocked = "docs/product/verification/3.3-blocked-verification.md";
  const folder = makeFolder({
    ...filesWith(REPORT_PATH, REPORT),
    [blocked]: REPORT.replace("Guest", "{name}"),
  });
  const client = await start([folder], ABLE);
  for (const [path, text] of [
    [REPORT_PATH, REPORT],
    [blocked, REPORT.replace("**Owner:** QA Lead", "**Owner:** {owner}")],
  ] as const) {
    const file = join(folder, path);
    client.open(file, text);
    const action = (await actionsAt(client, file)).find(({ title }) => title === "File this record");
    const command = (action as CodeAction | undefined)?.command as Command;
    await client.request("workspace/executeCommand", {
      command: command.command,
      arguments: command.arguments,
    });
  }
  await client.until(() => client.shown.length === 2);
  expect(client.shown[0]).toBe(
    "3.2-guest-passes-verification.md is filed once it is saved, and permanent from the next commit on.",
  );
  expect(client.shown[1]).toMatch(
    /^3\.3-blocked-verification\.md cannot be filed yet\.\n- Line 3: `\{owner\}`/,
  );
  expect(client.applied).toHaveLength(1);
  expect(JSON.stringify(client.applied[0])).toContain("Filed");
});

test("a filed record is followed by a successor that the server creates", async () => {
  const folder = makeFolder(filesWith(FILED_PATH, FILED));
  const client = await start([folder], ABLE);
  const file = join(folder, FILED_PATH);
  client.open(file, FILED);
  const [action, ...others] = (await actionsAt(client, file)) as readonly CodeAction[];
  expect([action?.title, others]).toEqual(["Start a successor record…", []]);
  await client.request("workspace/executeCommand", {
    command: action?.command?.command,
    arguments: action?.command?.arguments,
  });
  const [create, write] = client.applied[0]?.documentChanges ?? [];
  expect(create).toMatchObject({ kind: "create", uri: expect.stringContaining("/status_reports/") });
  expect(write).toMatchObject({ edits: [{ newText: expect.stringContaining("**Supersedes:**") }] });
  await client.until(() => client.shown.length === 1);
});

test("all safe fixes of the workspace are one command, and every command says what came of it", async () => {
  const folder = makeFolder({ ...filesWith("docs/specs/a.md", WORDY_DATE), "docs/specs/b.md": WORDY_DATE });
  const client = await start([folder], ABLE);
  await client.until(() => client.allRules(folder).length === 2);
  await client.request("workspace/executeCommand", { command: "docket.fixAll" });
  expect(client.applied[0]?.documentChanges).toHaveLength(2);
  await client.request("workspace/executeCommand", {
    command: "docket.fileRecord",
    arguments: ["untitled:x"],
  });
  await client.until(() => client.shown.length === 2);
  expect(client.shown).toEqual([
    "2 documents were fixed.",
    "Docket does not govern this document, so it does not write to it.",
  ]);
});

test("a client with commands of its own, or that applies no edits, is offered none of the server's", async () => {
  const own = await start([], ABLE, { initializationOptions: { commands: [] } });
  const unable = await start([], {});
  const other = await start([], ABLE);
  const offered = [own, unable, other].map(
    ({ initialized }) => initialized.capabilities.executeCommandProvider,
  );
  expect(offered).toEqual([undefined, undefined, { commands: expect.arrayContaining(["docket.fixAll"]) }]);
});
