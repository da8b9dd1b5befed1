/** Completion, hover and definition over the protocol, in positions of the protocol. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CompletionList, Hover, Location } from "vscode-languageserver-protocol/node";
import { POLICY } from "../support/delivery-documents";
import { startClient, uriOf } from "../support/lsp-client";
import { makeFolder } from "../support/temporary-folder";

const CHARTER = `# QA Lead

**Role:** QA Lead
**Reports to:** Head of Engineering
**Scope:** Tests
**Status:** Canonical
**Version:** 1.0
**Last Updated:** 2026-02-01
`;
const SPEC =
  "# Retries 🚲\n\n**Owner:** QA Lead\n**Status:** Draft\n\n## Use\n\n🚲 see `retries.md` and `qa_lead.md`\n";

test("completion, hover and definition are answered from the text as it is typed", async () => {
  const folder = makeFolder({
    "docket.yaml": POLICY,
    "docs/team_skills/qa/qa_lead.md": CHARTER,
    "docs/specs/retries.md": SPEC,
  });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  const path = join(folder, "docs/specs/retries.md");
  const charter = uriOf(join(folder, "docs/team_skills/qa/qa_lead.md"));
  const textDocument = { uri: uriOf(path) };
  const at = (line: number, character: number) => ({ textDocument, position: { line, character } });

  const hover = await client.request<Hover>("textDocument/hover", at(2, 12));
  expect(hover.contents).toMatchObject({ kind: "markdown", value: expect.stringContaining("Scope: Tests") });
  expect(hover.range).toEqual({ start: { line: 2, character: 11 }, end: { line: 2, character: 18 } });
  expect(await client.request("textDocument/hover", at(7, 4))).toBeNull();
  const key = await client.request<Hover>("textDocument/hover", at(3, 4));
  expect(key.contents).toMatchObject({
    value: expect.stringContaining(`[Policy](<${uriOf(join(folder, "docket.yaml"))}>)`),
  });

  const [place] = await client.request<Location[]>("textDocument/definition", at(7, 27));
  expect(place?.uri).toBe(charter);
  expect(await client.request("textDocument/definition", at(7, 4))).toBeNull();

  client.open(path, SPEC.replace("**Status:** Draft", "**Status:** "));
  const states = await client.request<CompletionList>("textDocument/completion", at(3, 12));
  expect(states.items.map(({ label }) => label)).toContain("Canonical");
  expect(states.items[0]?.textEdit).toMatchObject({
    range: { start: { line: 3, character: 12 }, end: { line: 3, character: 12 } },
  });
  client.change(path, SPEC);
  const others = await client.request<CompletionList>("textDocument/completion", at(3, 17));
  // any other state may take the place of the one that is written
  expect(new Set(others.items.map(({ filterText, label }) => filterText ?? label))).toEqual(
    new Set(["Draft"]),
  );
  expect(await client.request("textDocument/completion", at(7, 4))).toBeNull();
});

test("a policy file that is no YAML while it is typed is completed and explained, and leads to what it extends", async () => {
  const folder = makeFolder({ "docket.yaml": POLICY, "policies/house.yaml": "version: 1\n" });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  const path = join(folder, "docket.yaml");
  const textDocument = { uri: uriOf(path) };
  const at = (line: number, character: number) => ({ textDocument, position: { line, character } });

  client.open(path, "version: 1\r\nextends: [delivery, ./policies/house.yaml]\r\nrules:\r\n  header/mis");
  const rules = await client.request<CompletionList>("textDocument/completion", at(3, 12));
  expect(rules.items.find(({ label }) => label === "header/missing-field")).toMatchObject({
    documentation: { kind: "markdown" },
    textEdit: { range: { start: { line: 3, character: 2 }, end: { line: 3, character: 12 } } },
  });
  const hover = await client.request<Hover>("textDocument/hover", at(2, 2));
  expect(hover).toMatchObject({
    contents: { value: expect.stringContaining("How grave the findings") },
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } },
  });
  const [place] = await client.request<Location[]>("textDocument/definition", at(1, 28));
  expect(place?.uri).toBe(uriOf(join(folder, "policies/house.yaml")));
  // what it extends is part of it, and another file is not
  client.open(join(folder, "policies/house.yaml"), "version: 1\nru");
  const house = { textDocument: place, position: { line: 1, character: 2 } };
  const keys = await client.request<CompletionList>("textDocument/completion", house);
  expect(keys.items.map(({ label }) => label)).toContain("rules");
  client.open(join(folder, "other.yaml"), "version: 1\nru");
  const other = { textDocument: { uri: uriOf(join(folder, "other.yaml")) }, position: house.position };
  expect(await client.request("textDocument/completion", other)).toBeNull();
});

test("the marks that a key begins with stay where they are typed, so that its words alone are written", async () => {
  const folder = makeFolder({ "docket.yaml": POLICY });
  const client = await startClient({ folders: [folder] });
  const path = join(folder, "docs/specs/retries.md");
  const versionIn = async (text: string) => {
    client.open(path, `${text}\n`);
    const at = {
      textDocument: { uri: uriOf(path) },
      position: { line: 3, character: text.length - SPEC.indexOf("**S") },
    };
    const { items } = await client.request<CompletionList>("textDocument/completion", at);
    client.close(path);
    return items.find(({ label }) => label === "Version");
  };
  const header = SPEC.slice(0, SPEC.indexOf("**S"));
  const marked = await versionIn(`${header}**Ve`);
  // for editors that take the marks for a part of the word
  expect(marked).toMatchObject({ filterText: expect.stringMatching(/^\*\*Version/) });
  expect(marked?.textEdit).toMatchObject({
    range: { start: { line: 3, character: 2 }, end: { line: 3, character: 4 } },
    newText: expect.stringMatching(/^Version:\*\* /),
  });
  const bare = await versionIn(`${header}Ve`);
  expect(bare).not.toHaveProperty("filterText");
  expect(bare?.textEdit).toMatchObject({
    range: { start: { line: 3, character: 0 } },
    newText: expect.stringMatching(/^\*\*Version:\*\* /),
  });
});
