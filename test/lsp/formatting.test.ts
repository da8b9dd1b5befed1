/** Formatting over stdio, from the server as it ships: a document, a range of it, and what is left alone. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TextEdit } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { useBundles } from "../support/bundles";
import { CLEAN, FILED, FILED_PATH, POLICY } from "../support/delivery-documents";
import { startClient, uriOf } from "../support/lsp-client";
import { makeFolder } from "../support/temporary-folder";

const bundle = useBundles("server");
const SPEC = "docs/specs/retries.md";
const CHANGED =
  "# Retries 🚲\r\n\r\n**Status:** Canonical\r\n**Owner:** PMO Lead 🚲\r\n**Version:** 1.0\r\n**Last Updated:** 18 February 2026\r\n\r\n|a|b|\r\n|-|-|\r\n\r\n## Change Log\r\n\r\n| Version | Change |\r\n|---|---|\r\n| 1.0 | first |\r\n";

test("formatting changes header and tables, as the text stands in the editor", async () => {
  const folder = makeFolder({
    "docket.yaml": POLICY,
    [SPEC]: CLEAN,
    [FILED_PATH]: FILED,
    "notes.md": "# Notes\n\n**Status:** Draft\n**Owner:** Me\n",
  });
  const client = await startClient({ folders: [folder], command: [bundle("server"), "--stdio"] });
  expect(client.initialized.capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  });
  await client.scanned();
  const textDocument = { uri: uriOf(join(folder, SPEC)) };
  const options = { tabSize: 4, insertSpaces: false };
  client.open(join(folder, SPEC), CHANGED);
  const apply = (edits: TextEdit[]) =>
    TextDocument.applyEdits(TextDocument.create("", "", 0, CHANGED), edits);

  const all = await client.request<TextEdit[]>("textDocument/formatting", { textDocument, options });
  const header =
    "**Owner:** PMO Lead 🚲\r\n**Status:** Canonical\r\n**Version:** 1.0\r\n**Last Updated:** 2026-02-18";
  const log = "| Version | Change |\r\n|---------|--------|\r\n| 1.0     | first  |";
  expect(apply(all)).toBe(
    `# Retries 🚲\r\n\r\n${header}\r\n\r\n|a|b|\r\n|-|-|\r\n\r\n## Change Log\r\n\r\n${log}\r\n`,
  );

  const range = { start: { line: 14, character: 0 }, end: { line: 14, character: 3 } };
  const some = await client.request<TextEdit[]>("textDocument/rangeFormatting", {
    textDocument,
    range,
    options,
  });
  expect(some.every((edit) => edit.range.start.line > 12)).toBe(true);
  expect(apply(some)).toContain(log);

  for (const [path, answer] of [
    [FILED_PATH, []],
    ["notes.md", []],
    ["docket.yaml", null],
  ] as const) {
    const other = { uri: uriOf(join(folder, path)) };
    expect(await client.request("textDocument/formatting", { textDocument: other, options }), path).toEqual(
      answer,
    );
  }
});
