/** Symbols, links, folds, selections, hints and tokens over the protocol. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
} from "vscode-languageserver-protocol/node";
import { CLEAN, GATE, GATE_PATH, POLICY } from "../support/delivery-documents";
import { startClient, uriOf } from "../support/lsp-client";
import { makeFolder } from "../support/temporary-folder";

const SPEC_PATH = "docs/specs/retries.md";
const LIMITS_PATH = "docs/specs/limits.md";
const LIMITS = CLEAN.replace("# Retries", "# Limits").replace(
  "Calls are retried twice.",
  "🚲 see `retries.md` v0.9, `retries.md §2` and `api/openapi.yaml`; BLG-7 and BLG-7.\r\n\r\n## Known Limitations\r\n\r\n- Slow 🚲 riders\r\n",
);
const SPEC = `${CLEAN}\n## 2. Backing off\n\n## Change Log\n\n| Version | Change |\n|---|---|\n| 1.0 | First |\n| 0.9 | Draft |\n`;
const FILES = {
  "docket.yaml": POLICY,
  "api/openapi.yaml": "openapi: 3.0.0\n",
  [SPEC_PATH]: SPEC,
  [LIMITS_PATH]: LIMITS,
  [GATE_PATH]: GATE,
  "docs/product/phase_gates/BLG-7-queues-phase-gate.md": GATE.replaceAll(
    "3.2 Retries",
    "BLG-7 Queues",
  ).replace("3.2 — Retries", "BLG-7 — Queues"),
};

async function open() {
  const folder = makeFolder(FILES);
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  const uri = (path: string) => uriOf(join(folder, path));
  const of = (path: string) => ({ textDocument: { uri: uri(path) } });
  return { folder, client, uri, of, initialized: client.initialized };
}
const START = { line: 0, character: 0 };
const ALL = { start: START, end: { line: 99, character: 0 } };

test("the outline of a document is nested for who can show that, and flat for others", async () => {
  const { client, of } = await open();
  const flat = await client.request<SymbolInformation[]>("textDocument/documentSymbol", of(GATE_PATH));
  expect(flat.find(({ name }) => name === "A1 Write the spec")?.containerName).toBe("Actions");

  const folder = makeFolder(FILES);
  const other = await startClient({ folders: [folder], nestedSymbols: true });
  const textDocument = { uri: uriOf(join(folder, LIMITS_PATH)) };
  const [title] = await other.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument });
  expect(title?.children?.map(({ name }) => name)).toEqual(["Canonical specification", "Known Limitations"]);
  const [limit] = title?.children?.[1]?.children ?? [];
  expect(limit).toMatchObject({
    name: "Slow 🚲 riders",
    selectionRange: { start: { line: 11, character: 0 } },
  });
});

test("what the workspace has of a name, with its place, as it is typed", async () => {
  const { client, uri, folder } = await open();
  const find = (query: string) => client.request<SymbolInformation[]>("workspace/symbol", { query });
  const [action] = await find("write the");
  expect(action).toMatchObject({ name: "A1 Write the spec", location: { range: { start: { line: 24 } } } });
  expect(await find("slwrdrs")).toMatchObject([
    { name: "Slow 🚲 riders", location: { uri: uri(LIMITS_PATH) } },
  ]);
  client.open(join(folder, LIMITS_PATH), LIMITS.replace("Slow", "Late"));
  expect(await find("no such thing")).toEqual([]);
  await client.quiet();
  expect(await find("Slow 🚲")).toEqual([]);
  expect(await find("late 🚲")).toHaveLength(1);
});

test("paths and ids lead to documents, to files, and to sections when they are followed", async () => {
  const { client, of, uri } = await open();
  const links = await client.request<DocumentLink[]>("textDocument/documentLink", of(LIMITS_PATH));
  expect(links.map(({ target }) => target)).toEqual([
    uri(SPEC_PATH),
    undefined,
    uri("api/openapi.yaml"),
    uri("docs/product/phase_gates/BLG-7-queues-phase-gate.md"),
  ]);
  expect(links[0]?.range).toEqual({ start: { line: 7, character: 8 }, end: { line: 7, character: 18 } });
  const followed = await client.request<DocumentLink>("documentLink/resolve", links[1]);
  expect(followed.target).toBe(`${uri(SPEC_PATH)}#L10`);
});

test("the header folds, and a selection grows from a word to the document", async () => {
  const { client, of } = await open();
  const folds = await client.request<FoldingRange[]>("textDocument/foldingRange", of(GATE_PATH));
  expect(folds).toEqual([
    { startLine: 2, endLine: 8, kind: "region" },
    { startLine: 14, endLine: 18 },
  ]);
  const positions = [{ line: 2, character: 12 }];
  const [chain] = await client.request<SelectionRange[]>("textDocument/selectionRange", {
    ...of(LIMITS_PATH),
    positions,
  });
  const lines: number[] = [];
  for (let range = chain; range !== undefined; range = range.parent) lines.push(range.range.end.line);
  expect(lines).toEqual([2, 2, 2, 5, 11, 13]);
});

test("hints are shown once they are asked for, and a version tells and leads on", async () => {
  const { client, of, uri } = await open();
  const hints = () =>
    client.request<InlayHint[] | null>("textDocument/inlayHint", { ...of(LIMITS_PATH), range: ALL });
  expect(await hints()).toBeNull();
  void client.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { docket: { inlayHints: true } },
  });
  expect(await hints()).toMatchObject([{ label: "→ 1.0", position: { line: 7, character: 24 } }]);
  const at = { ...of(LIMITS_PATH), position: { line: 7, character: 22 } };
  const hover = await client.request<Hover>("textDocument/hover", at);
  expect(hover).toMatchObject({
    contents: { value: expect.stringContaining("1\\.0 First") },
    range: { start: { line: 7, character: 21 }, end: { line: 7, character: 24 } },
  });
  const [row] = await client.request<Location[]>("textDocument/definition", at);
  expect(row).toMatchObject({ uri: uri(SPEC_PATH), range: { start: { line: 16, character: 0 } } });
  void client.connection.sendNotification("workspace/didChangeConfiguration", { settings: { docket: {} } });
  expect(await hints()).toBeNull();
});

test("tokens of a document, and of a part of it", async () => {
  const { client, of, initialized } = await open();
  const legend = initialized.capabilities.semanticTokensProvider?.legend.tokenTypes;
  expect(legend).toEqual(["docketState", "docketId", "docketRole"]);
  const full = await client.request<SemanticTokens>("textDocument/semanticTokens/full", of(LIMITS_PATH));
  // the owner, the state, and the two mentions of a work item
  expect(full.data.slice(0, 10)).toEqual([2, 11, 8, 2, 0, 1, 12, 9, 0, 0]);
  expect(full.data).toHaveLength(20);
  const part = {
    ...of(LIMITS_PATH),
    range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } },
  };
  const some = await client.request<SemanticTokens>("textDocument/semanticTokens/range", part);
  expect(some.data).toEqual([3, 12, 9, 0, 0]);
});

test("a class and a key lead to where the policy declares them, a gate's name to the gate", async () => {
  const policy = `${POLICY}classes:\n  canonical:\n    kinds:\n      specification:\n        fields:\n          owner: { values: [PMO Lead] }\n`;
  const folder = makeFolder({
    ...FILES,
    "docket.yaml": policy,
    [SPEC_PATH]: SPEC.replace("**Status", "**Class:** Class 1\n**Status"),
  });
  const client = await startClient({ folders: [folder] });
  await client.scanned();
  const leads = async (path: string, line: number, character: number) => {
    const textDocument = { uri: uriOf(join(folder, path)) };
    const places = await client.request<Location[] | null>("textDocument/definition", {
      textDocument,
      position: { line, character },
    });
    return places?.map(
      ({ uri, range }) =>
        `${uri.slice(uriOf(folder).length + 1)}:${range.start.line}:${range.start.character}`,
    );
  };
  expect(await leads(SPEC_PATH, 2, 4)).toEqual(["docket.yaml:7:10"]);
  expect(await leads(SPEC_PATH, 3, 12)).toEqual(["docket.yaml:3:2"]);
  expect(await leads(SPEC_PATH, 4, 4)).toEqual(["docket.yaml:5:6"]);
  // the planning of this class is the profile's alone
  expect(await leads(GATE_PATH, 2, 4)).toEqual(["docket.yaml:1:0"]);
  expect(await leads(GATE_PATH, 12, 9)).toEqual([`${GATE_PATH}:12:0`]);
});
