/** Findings in the editor: for every governed document, open or not, of the text that its author sees. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLEAN, POLICY, WITHOUT_OWNER, WORDY_DATE } from "../support/delivery-documents";
import { startClient } from "../support/lsp-client";
import { makeFolder, writeInto } from "../support/temporary-folder";

const FILES = {
  "docket.yaml": POLICY,
  "docs/specs/a.md": CLEAN,
  "docs/specs/b.md": WITHOUT_OWNER,
  "docs/specs/c.md": WORDY_DATE,
  "notes.md": "# Notes\n",
};

test("the first scan tells of all governed documents with findings, and of no other", async () => {
  const folder = makeFolder(FILES);
  const client = await startClient({ folders: [folder], docsBase: "file:///docs/rules/" });
  await client.scanned();
  expect(client.allRules(folder)).toEqual([
    "docs/specs/b.md header/missing-field",
    "docs/specs/c.md header/date-format",
  ]);
  expect(client.messages.map(({ uri }) => uri)).toHaveLength(2);
  expect(client.diagnostics(join(folder, "docs/specs/b.md"))).toEqual([
    {
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 28 } },
      severity: 1,
      source: "docket",
      code: "header/missing-field",
      codeDescription: { href: "file:///docs/rules/header/missing-field.md" },
      message: expect.stringContaining("`Owner` is missing."),
    },
  ]);
});

test("a long first scan shows its progress, a short one does not flicker", async () => {
  const short = await startClient({ folders: [makeFolder(FILES)] });
  await short.scanned();
  await short.quiet();
  expect(short.progress).toEqual([]);
  const many = Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`docs/specs/${i}.md`, CLEAN]));
  const long = await startClient({ folders: [makeFolder({ ...FILES, ...many })] });
  await long.until(() => long.progress.includes("end"));
  expect(long.progress[0]).toBe("begin");
  expect(long.progress.filter((kind) => kind !== "report")).toEqual(["begin", "end"]);
});

test("says what it can do", async () => {
  const client = await startClient({ folders: [makeFolder()] });
  await client.until(() => client.registrations.length > 0);
  // what the features of authoring add is shown by the tests of their answers
  expect(client.initialized.capabilities).toMatchObject({
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: 2, save: true },
    codeActionProvider: { codeActionKinds: ["quickfix", "source.fixAll.docket"] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  });
  const methods = client.registrations.flatMap((each) => each.registrations.map(({ method }) => method));
  expect(methods).toContain("workspace/didChangeWatchedFiles");
});

test("an open document is diagnosed as it is typed, a closed one as it lies on the disk", async () => {
  const folder = makeFolder(FILES);
  const path = join(folder, "docs/specs/a.md");
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  client.open(path, CLEAN);
  await client.until(() => client.published(path)?.version === 1);
  expect(client.rules(path)).toEqual([]);
  const version = client.change(path, WITHOUT_OWNER);
  await client.until(() => client.published(path)?.version === version);
  expect(client.rules(path)).toEqual(["header/missing-field"]);
  client.close(path);
  await client.until(() => client.rules(path).length === 0);
  writeInto(folder, "docs/specs/a.md", WORDY_DATE);
  client.report(2, path);
  await client.until(() => client.rules(path)[0] === "header/date-format");
  expect(client.published(path)?.version).toBeUndefined();
});

test("what happens on the disk does not touch an open document", async () => {
  const folder = makeFolder(FILES);
  const path = join(folder, "docs/specs/a.md");
  const client = await startClient({ folders: [folder] });
  client.open(path, WITHOUT_OWNER);
  await client.scanned();
  writeInto(folder, "docs/specs/a.md", WORDY_DATE);
  client.report(2, path);
  await client.quiet();
  expect(client.rules(path)).toEqual(["header/missing-field"]);
});

test("of quick changes only the newest text is looked at, and none is lost", async () => {
  const folder = makeFolder(FILES);
  const path = join(folder, "docs/specs/a.md");
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  client.open(path, CLEAN);
  let version = 1;
  for (let i = 0; i < 50; i++) version = client.change(path, i % 2 === 0 ? WITHOUT_OWNER : WORDY_DATE);
  await client.until(() => client.published(path)?.version === version);
  expect(client.rules(path)).toEqual(["header/date-format"]);
  const versions = client.messages
    .filter(({ uri }) => uri.endsWith("a.md"))
    .map((message) => message.version ?? 0);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
});

test("the views are told of what they show, and of nothing else", async () => {
  const folder = makeFolder(FILES);
  const path = join(folder, "docs/specs/a.md");
  const client = await startClient({ folders: [folder] });
  client.open(path, CLEAN);
  await client.scanned();
  await client.quiet();
  const { changes } = client;
  const version = client.change(path, `${CLEAN}\nAnother sentence.\n`);
  await client.until(() => client.published(path)?.version === version);
  await client.quiet();
  expect(client.changes).toBe(changes);
  client.change(path, CLEAN.replace("1.0", "0.9"));
  await client.until(() => client.changes > changes);
});

test("incremental changes are counted in UTF-16 units", async () => {
  const folder = makeFolder(FILES);
  const path = join(folder, "docs/specs/a.md");
  const client = await startClient({ folders: [folder] });
  client.open(path, CLEAN.replace("PMO Lead", "🙂"));
  const range = { start: { line: 2, character: 11 }, end: { line: 2, character: 13 } };
  const textDocument = { uri: client.published(path)?.uri ?? `file://${path}`, version: 2 };
  void client.connection.sendNotification("textDocument/didChange", {
    textDocument,
    contentChanges: [{ range, text: "" }],
  });
  await client.until(() => client.published(path)?.version === 2);
  expect(client.rules(path)).toEqual(["header/empty-field"]);
});

test("governed files count in whatever language the editor takes them for", async () => {
  const folder = makeFolder({ "docket.yaml": POLICY, "docs/team_skills/pmo/processes/run": "# Run\n" });
  const path = join(folder, "docs/team_skills/pmo/processes/run");
  const client = await startClient({ folders: [folder] });
  await client.until(() => client.rules(path)[0] === "header/missing-header");
  client.open(path, CLEAN.replace("Retries", "Run"), "plaintext");
  await client.until(() => client.published(path)?.version === 1);
  expect(client.rules(path)).not.toContain("header/missing-header");
});

test("an open document that nothing governs is left in peace, as are those outside of all folders", async () => {
  const folder = makeFolder(FILES);
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  const before = client.messages.length;
  client.open(join(folder, "notes.txt"), "**Owner:**");
  client.open(join(makeFolder(), "docs/specs/a.md"), WITHOUT_OWNER);
  client.open(join(folder, "node_modules/docs/specs/a.md"), WITHOUT_OWNER);
  await client.quiet();
  expect(client.messages).toHaveLength(before);
});
