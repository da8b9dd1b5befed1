/** Quick fixes, accepted findings and Fix All, applied as an editor applies them. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CodeAction, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { CLEAN, FILED, FILED_PATH, POLICY, WITHOUT_OWNER, WORDY_DATE } from "../support/delivery-documents";
import { type LspClient, type StartOptions, startClient, uriOf } from "../support/lsp-client";
import { makeFolder } from "../support/temporary-folder";

const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

async function open(
  path: string,
  text: string,
  without: StartOptions["without"] = [],
): Promise<{ readonly client: LspClient; readonly file: string }> {
  const folder = makeFolder({ "docket.yaml": POLICY });
  const client = await startClient({ folders: [folder], without });
  const file = join(folder, path);
  client.open(file, text);
  await client.until(() => client.published(file)?.version === 1);
  return { client, file };
}

function actionsAt(
  client: LspClient,
  file: string,
  range = EVERYTHING,
  only?: readonly string[],
): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
  return client.request("textDocument/codeAction", { textDocument: { uri: uriOf(file) }, range, context });
}

function apply(text: string, edit: WorkspaceEdit | undefined): string {
  const [change] = edit?.documentChanges ?? [];
  const edits =
    change !== undefined && "edits" in change ? change.edits : Object.values(edit?.changes ?? {})[0];
  return TextDocument.applyEdits(
    TextDocument.create("file:///x", "markdown", 1, text),
    (edits ?? []) as never,
  );
}

test("the fix of a finding, preferred and tied to it, makes the document clean", async () => {
  const { client, file } = await open("docs/specs/a.md", WORDY_DATE);
  const [fix, ...accepted] = await actionsAt(client, file);
  expect(fix).toMatchObject({
    kind: "quickfix",
    isPreferred: true,
    diagnostics: [{ code: "header/date-format", source: "docket" }],
  });
  expect(fix?.edit?.documentChanges).toEqual([
    { textDocument: { uri: uriOf(file), version: 1 }, edits: expect.any(Array) },
  ]);
  expect(apply(WORDY_DATE, fix?.edit)).toBe(CLEAN);
  expect(accepted.map(({ title, isPreferred }) => [title.split(" ")[0], isPreferred])).toContainEqual([
    "Accept",
    undefined,
  ]);
});

test("of the days that a date may mean none is preferred, and Fix All chooses none", async () => {
  const { client, file } = await open("docs/specs/a.md", CLEAN.replace("2026-02-18", "02/03/2026"));
  const actions = await actionsAt(client, file);
  expect(actions.slice(0, 2).map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
    ["Change to `2026-02-03`", undefined],
    ["Change to `2026-03-02`", undefined],
  ]);
  expect(actions.filter(({ isPreferred }) => isPreferred === true)).toEqual([]);
  expect(await actionsAt(client, file, EVERYTHING, ["source.fixAll"])).toEqual([]);
});

test("accepting a finding silences it", async () => {
  const { client, file } = await open("docs/specs/a.md", WORDY_DATE);
  const accept = (await actionsAt(client, file)).find(({ title }) => title.startsWith("Accept"));
  const version = client.change(file, apply(WORDY_DATE, accept?.edit));
  await client.until(() => client.published(file)?.version === version);
  expect(client.rules(file)).not.toContain("header/date-format");
});

test("only findings that the range touches have fixes there", async () => {
  const { client, file } = await open("docs/specs/a.md", WORDY_DATE);
  const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });
  expect(await actionsAt(client, file, at(3, 0))).toEqual([]);
  expect((await actionsAt(client, file, at(5, 18))).length).toBeGreaterThan(0);
  expect((await actionsAt(client, file, at(5, 35))).length).toBeGreaterThan(0);
});

test("fixes are for the text as it is now, not as it was when it was published", async () => {
  const { client, file } = await open("docs/specs/a.md", WORDY_DATE);
  const text = `\n\n${WORDY_DATE}`;
  client.change(file, text);
  const [fix] = await actionsAt(client, file);
  expect(apply(text, fix?.edit)).toBe(`\n\n${CLEAN}`);
});

test("Fix All comes when it is asked for, applies what is safe, and touches nothing else", async () => {
  const text = WITHOUT_OWNER.replace("2026-02-18", "18 February 2026").replaceAll("\n", "\r\n");
  const { client, file } = await open("docs/specs/a.md", text);
  for (const only of ["source.fixAll.docket", "source.fixAll", "source"]) {
    const [action, ...others] = await actionsAt(client, file, EVERYTHING, [only]);
    expect([action?.kind, others]).toEqual(["source.fixAll.docket", []]);
    expect(apply(text, action?.edit)).toBe(WITHOUT_OWNER.replaceAll("\n", "\r\n"));
    expect(action?.edit?.documentChanges?.[0]).toMatchObject({
      edits: [{ range: { start: { line: 4 }, end: { line: 4 } } }],
    });
  }
  expect((await actionsAt(client, file)).filter(({ kind }) => kind !== "quickfix")).toEqual([]);
  expect(await actionsAt(client, file, EVERYTHING, ["refactor"])).toEqual([]);
  expect(await actionsAt(client, file, EVERYTHING, ["source.organizeImports"])).toEqual([]);
});

test("a filed document has findings but no action", async () => {
  const { client, file } = await open(FILED_PATH, FILED);
  expect(client.rules(file).length).toBeGreaterThan(0);
  expect(await actionsAt(client, file)).toEqual([]);
  expect(await actionsAt(client, file, EVERYTHING, ["source.fixAll.docket"])).toEqual([]);
});

const MISNAMED = CLEAN.replace(
  "**Status:** Canonical",
  "**Class:** Planning Document (Class 4)\n**Status:** Draft",
);

test("a move is a rename of the file, and is left out where the client cannot do that", async () => {
  const record = MISNAMED.replace("# Retries", "# Scope Document: 3.2 Retries");
  const path = "docs/product/scope/Retries 3.2.md";
  const able = await open(path, record);
  const moves = (await actionsAt(able.client, able.file)).filter(({ edit }) =>
    edit?.documentChanges?.some((change) => "kind" in change),
  );
  expect(moves[0]?.edit?.documentChanges).toContainEqual({
    kind: "rename",
    oldUri: uriOf(able.file),
    newUri: expect.stringContaining("/docs/product/scope/"),
  });
  const unable = await open(path, record, ["documentChanges"]);
  const actions = await actionsAt(unable.client, unable.file);
  expect(actions.every(({ edit }) => edit?.documentChanges === undefined)).toBe(true);
  expect(actions.map(({ title }) => title)).not.toContain(moves[0]?.title);
});

test("a file that nothing governs, or that is not open, has no action and causes no failure", async () => {
  const { client, file } = await open("docs/specs/a.md", CLEAN);
  expect(await actionsAt(client, `${file}x`)).toEqual([]);
  const other = await client.request("textDocument/codeAction", {
    textDocument: { uri: "untitled:Untitled-1" },
    range: EVERYTHING,
    context: { diagnostics: [] },
  });
  expect(other).toEqual([]);
  expect(client.log).toEqual([]);
});

test("a token is changed within the name of a file, and a text that holds more than its mark is left alone", async () => {
  const policy = `version: 1
extends: delivery
classes:
  note: { title: Note, paths: [notes/**], fileName: "{id}-{slugg}.md" }
  memo:
    title: Memo
    paths: [memos/**]
    fileName: memo-{slugg}.md
`;
  const { client, file } = await open("docket.yaml", policy);
  await client.until(() => (client.published(file)?.diagnostics.length ?? 0) > 1);
  const actions = await actionsAt(client, file);
  expect(actions.map(({ title }) => title)).toEqual(["Change to `{slug}`", "Change to `{slug}`"]);
  expect(actions.map(({ diagnostics }) => diagnostics?.length)).toEqual([1, 1]);
  const fixed = actions.toReversed().reduce((text, { edit }) => apply(text, edit), policy);
  expect(fixed).toBe(policy.replaceAll("{slugg}", "{slug}"));

  const template = `---
class: canonical
variables:
  whole: { default: "{tittle}" }
  part: { default: "On {tittle} and more" }
---
# {whole} {part}
`;
  const path = ".docket/templates/x.md";
  const folder = makeFolder({ "docket.yaml": POLICY, [path]: template });
  const other = await startClient({ folders: [folder] });
  const templateFile = join(folder, path);
  other.open(templateFile, template);
  await other.until(() => (other.published(templateFile)?.diagnostics.length ?? 0) > 1);
  const offered = await actionsAt(other, templateFile);
  expect(offered.map(({ title }) => title)).toEqual(["Change to `{title}`"]);
  expect(apply(template, offered[0]?.edit)).toBe(template.replace('"{tittle}"', '"{title}"'));
});

test("a name in a policy is changed to the one that its message proposes", async () => {
  const text = `version: 1
extends: "delivry"
clases:
  canonical:
    charter: true
rules:
  header/date-fromat: warning # as yet
  "header/empty-feild": error
`;
  const { client, file } = await open("docket.yaml", text);
  await client.until(() => (client.published(file)?.diagnostics.length ?? 0) > 3);
  const actions = await actionsAt(client, file);
  expect(actions.map(({ title }) => title)).toEqual([
    "Change to `delivery`",
    "Change to `classes`",
    "Change to `header/date-format`",
    "Change to `header/empty-field`",
  ]);
  for (const { kind, isPreferred, diagnostics } of actions)
    expect([kind, isPreferred, diagnostics?.length]).toEqual(["quickfix", true, 1]);
  let fixed = text;
  for (const { edit } of actions.toReversed()) fixed = apply(fixed, edit);
  expect(fixed).toBe(`version: 1
extends: "delivery"
classes:
  canonical:
    charter: true
rules:
  header/date-format: warning # as yet
  "header/empty-field": error
`);
  const line = { start: { line: 2, character: 2 }, end: { line: 2, character: 2 } };
  expect((await actionsAt(client, file, line)).map(({ title }) => title)).toEqual(["Change to `classes`"]);
  expect(await actionsAt(client, file, EVERYTHING, ["source.fixAll"])).toEqual([]);
});
