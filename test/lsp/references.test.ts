/** References, rename and moved files over the protocol. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type {
  DocumentHighlight,
  Location,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import type { ProcessLine } from "../../server/protocol/messages";
import { POLICY } from "../support/delivery-documents";
import { type StartOptions, startClient, uriOf } from "../support/lsp-client";
import { makeFolder } from "../support/temporary-folder";

const SPEC = "# Retries 🚲\n\n**Owner:** QA Lead\n**Class:** 1\n**Status:** Canonical\n**Version:** 1.0\n";
const FILES = {
  "docket.yaml": POLICY,
  "docs/team_skills/qa_lead.md":
    "# QA Lead\n\n**Role:** QA Lead\n**Reports to:** PMO Lead\n**Status:** Canonical\n**Version:** 1.0\n**Last Updated:** 2026-02-01\n",
  "docs/specs/retries.md": SPEC,
  "docs/specs/other.md": `${SPEC}\n🚲🚲 see \`retries.md\` and [it](retries.md)\n`,
  "docs/specs/third.md": "# Third\n\n**Owner:** PMO Lead\n\n`docs/specs/retries.md`\n",
};
const FILED = {
  "docs/product/verification/3.2-bikes-verification.md":
    "# Verification Report — 3.2 Bikes\n\n**Owner:** QA Lead\n**Class:** Delivery Record (Class 7)\n**Status:** Filed\n**Feature:** 3.2\n**Version:** v1.0\n**Date Filed:** 2026-02-01\n\nBy `docs/specs/retries.md`.\n",
};

async function start(
  files: Readonly<Record<string, string>>,
  options: Omit<StartOptions, "folders"> = {},
): Promise<{
  readonly client: Awaited<ReturnType<typeof startClient>>;
  readonly at: (path: string) => string;
}> {
  const folder = makeFolder(files);
  const client = await startClient({ folders: [folder], ...options });
  await client.scanned();
  return { client, at: (path) => uriOf(join(folder, path)) };
}

test("references and highlights come in positions of the protocol", async () => {
  const { client, at } = await start(FILES);
  const question = { textDocument: { uri: at("docs/specs/other.md") }, position: { line: 7, character: 12 } };
  const found = await client.request<Location[]>("textDocument/references", {
    ...question,
    context: { includeDeclaration: false },
  });
  expect(found.map(({ uri, range }) => [uri, range.start.line, range.start.character])).toEqual([
    [at("docs/specs/other.md"), 7, 10],
    [at("docs/specs/other.md"), 7, 31],
    [at("docs/specs/third.md"), 4, 1],
  ]);
  const marked = await client.request<DocumentHighlight[]>("textDocument/documentHighlight", question);
  expect(marked.map(({ range }) => range.start.character)).toEqual([10, 31]);
  const prose = { ...question, position: { line: 7, character: 6 } };
  expect(await client.request("textDocument/prepareRename", prose)).toBeNull();
  expect(await client.request("textDocument/documentHighlight", prose)).toEqual([]);
});

test("the line above a title tells of citations as they come", async () => {
  const { client, at } = await start(FILES);
  const lines = () =>
    client.request<ProcessLine[]>("docket/processLines", { uri: at("docs/specs/retries.md") });
  expect(await lines()).toEqual([
    { line: 0, title: "Canonical · 1.0 · cited by 2", citedBy: 2, taskKey: null },
  ]);
  const path = decodeURIComponent(new URL(at("docs/specs/third.md")).pathname);
  client.open(path, "# Third\n");
  await client.quiet();
  expect((await lines())[0]?.citedBy).toBe(1);
});

test("a role is renamed in all documents, with a label where the client shows one", async () => {
  const { client, at } = await start(FILES);
  const textDocument = { uri: at("docs/specs/retries.md") };
  const position = { line: 2, character: 12 };
  expect(await client.request("textDocument/prepareRename", { textDocument, position })).toEqual({
    range: { start: { line: 2, character: 11 }, end: { line: 2, character: 18 } },
    placeholder: "QA Lead",
  });
  const edit = await client.request<WorkspaceEdit>("textDocument/rename", {
    textDocument,
    position,
    newName: " Quality Lead ",
  });
  const changes = edit.documentChanges as TextDocumentEdit[];
  expect(changes.map((each) => [each.textDocument.uri, each.edits.length]).sort()).toEqual([
    [at("docs/specs/other.md"), 1],
    [at("docs/specs/retries.md"), 1],
    [at("docs/team_skills/qa_lead.md"), 2],
  ]);
  expect(changes[0]?.edits[0]).toMatchObject({
    newText: "Quality Lead",
    annotationId: "Rename QA Lead to Quality Lead",
  });
  expect(edit.changeAnnotations).toEqual({
    "Rename QA Lead to Quality Lead": { label: "Rename QA Lead to Quality Lead" },
  });
  await expect(
    client.request("textDocument/rename", { textDocument, position, newName: "PMO Lead" }),
  ).rejects.toThrow("`PMO Lead` is a role already");
});

test("a client that knows changes only gets changes", async () => {
  const { client, at } = await start(FILES, { without: ["documentChanges"] });
  const edit = await client.request<WorkspaceEdit>("textDocument/rename", {
    textDocument: { uri: at("docs/specs/retries.md") },
    position: { line: 2, character: 12 },
    newName: "Quality Lead",
  });
  expect(Object.keys(edit)).toEqual(["changes"]);
  expect(edit.changes?.[at("docs/team_skills/qa_lead.md")]).toHaveLength(2);
});

test("a filed record refuses the renaming, and keeps the path of a file that moves", async () => {
  const { client, at } = await start({ ...FILES, ...FILED });
  const messages: string[] = [];
  client.connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
    messages.push(message);
  });
  const question = {
    textDocument: { uri: at("docs/specs/retries.md") },
    position: { line: 2, character: 12 },
  };
  await expect(client.request("textDocument/prepareRename", question)).rejects.toThrow(
    "`docs/product/verification/3.2-bikes-verification.md` is a filed record",
  );
  expect(client.log).toEqual([]);
  const edit = await client.request<WorkspaceEdit>("workspace/willRenameFiles", {
    files: [{ oldUri: at("docs/specs/retries.md"), newUri: at("docs/specs/http/retries.md") }],
  });
  const changes = edit.documentChanges as TextDocumentEdit[];
  expect(
    changes
      .map((each) => [
        each.textDocument.uri,
        ...each.edits.map((one) => ("newText" in one ? one.newText : "")),
      ])
      .sort(),
  ).toEqual([
    [at("docs/specs/other.md"), "http/retries.md"],
    [at("docs/specs/third.md"), "docs/specs/http/retries.md"],
  ]);
  await client.quiet();
  expect(messages).toEqual([
    "`docs/product/verification/3.2-bikes-verification.md` is filed and keeps the old path: nothing may write into it.",
  ]);
});

test("moves of documents and folders are asked for", async () => {
  const { client } = await start({ "docket.yaml": POLICY });
  const { filters } = client.initialized.capabilities.workspace?.fileOperations?.willRename ?? {
    filters: [],
  };
  expect(filters.map(({ pattern }) => pattern.matches)).toEqual(["file", "folder"]);
});
