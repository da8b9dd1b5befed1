/** *Fix All* on a report that breaks the house style in more than twenty places, as an editor asks for it and applies it. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CodeAction, TextEdit } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { startClient, uriOf } from "../support/lsp-client";
import { renderedText, UNTIDY_REPORT, wordsOf } from "../support/styled-reports";
import { makeFolder } from "../support/temporary-folder";

test("the report has no finding any more and says what it said", async () => {
  const folder = makeFolder({ "docket.yaml": 'version: 1\nextends: reports\nrules: { "report/*": off }\n' });
  const client = await startClient({ folders: [folder] });
  const file = join(folder, "report_A01.md");
  client.open(file, UNTIDY_REPORT);
  await client.until(() => client.published(file)?.version === 1);
  expect(client.published(file)?.diagnostics.length).toBeGreaterThan(20);

  const [action] = await client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: uriOf(file) },
    range: { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } },
    context: { diagnostics: [], only: ["source.fixAll"] },
  });
  const [change] = action?.edit?.documentChanges ?? [];
  const edits = (change !== undefined && "edits" in change ? change.edits : []) as TextEdit[];
  const fixed = TextDocument.applyEdits(
    TextDocument.create("file:///x", "markdown", 1, UNTIDY_REPORT),
    edits,
  );
  expect(wordsOf(fixed).content).toBe(wordsOf(UNTIDY_REPORT).content);
  expect(renderedText(fixed)).toBe(renderedText(UNTIDY_REPORT));

  const tidy = join(folder, "report_A02.md");
  client.open(tidy, fixed);
  await client.until(() => client.published(tidy)?.version === 1);
  expect(client.published(tidy)?.diagnostics).toEqual([]);
});
