/** Asks the language server what an author asks, in a workspace of many documents. */
import { openServer } from "./language-server.mjs";

const ROUNDS = 60;

const SPEC = "docs/specs/bench-note.md";
const GATES = "docs/product/phase_gates/9.9-bench-phase-gate.md";
const POLICY = "docket.yaml";
const spec = (body) => `# Bench note\n\n**Owner:** PMO Lead\n**Status:** Draft\n${body}\n`;
const gates = (body) =>
  `# Phase Gate Document — 9.9 Bench\n\n**Owner:** PMO Lead\n**Class:** Delivery Record (Class 7)\n**Status:** Active\n${body}\n`;
const policy = (body) => `version: 1\nextends: delivery\n${body}`;

/** What is measured: a name, the request, the document, and its text with `¦` at the place that is asked about. */
const REQUESTS = [
  ["completion: header key", "completion", SPEC, spec("¦")],
  ["completion: whole header", "completion", SPEC, "¦"],
  ["completion: owner", "completion", SPEC, spec("**Superseded by:** x").replace("PMO Lead", "¦")],
  ["completion: state", "completion", SPEC, spec("").replace("Draft", "¦")],
  ["completion: date", "completion", SPEC, spec("**Last Updated:** ¦")],
  ["completion: document", "completion", SPEC, spec("**Superseded by:** ¦")],
  ["completion: work item", "completion", GATES, gates("**Feature:** ¦")],
  ["completion: path, bare word", "completion", SPEC, spec("\nSee `har¦")],
  ["completion: path, folder", "completion", SPEC, spec("\nSee `docs/specs/f¦")],
  ["completion: id", "completion", SPEC, spec("\nSee BLG-¦")],
  [
    "completion: owner's cell",
    "completion",
    GATES,
    gates("\n| Action | Owner | Status |\n|---|---|---|\n| x | ¦ | |"),
  ],
  ["completion: nothing, in prose", "completion", SPEC, spec("\nBoats lie ¦")],
  ["completion: policy key", "completion", POLICY, policy("¦")],
  ["completion: policy rule", "completion", POLICY, policy("rules:\n  hea¦")],
  ["hover: header key", "hover", SPEC, spec("").replace("Owner", "Ow¦ner")],
  ["hover: state", "hover", SPEC, spec("").replace("Draft", "Dr¦aft")],
  ["hover: owner", "hover", SPEC, spec("").replace("PMO", "PM¦O")],
  ["hover: id", "hover", SPEC, spec("\nSee BLG-¦TECH-01")],
  ["hover: document", "hover", SPEC, spec("\nSee `har¦bour.md`")],
  ["hover: policy rule", "hover", POLICY, policy("rules:\n  header/missing-¦field: off")],
  ["definition: id", "definition", SPEC, spec("\nSee BLG-¦TECH-01")],
  [
    "references: id",
    "references",
    GATES,
    gates("\n| ID | Action | Owner |\n|---|---|---|\n| A-B¦01 | x | y |"),
  ],
  ["references: work item", "references", SPEC, spec("\nSee BLG-¦TECH-01")],
  ["highlight: owner", "documentHighlight", SPEC, spec("").replace("PMO", "PM¦O")],
  [
    "rename: may it be",
    "prepareRename",
    GATES,
    gates("\n| ID | Action | Owner |\n|---|---|---|\n| A-B¦01 | x | y |"),
  ],
  ...[
    ["symbols", "documentSymbol"],
    ["links", "documentLink"],
    ["folding", "foldingRange"],
    ["selection", "selectionRange"],
    ["inlay hints", "inlayHint"],
    ["semantic tokens", "semanticTokens/full"],
    ["formatting", "formatting"],
  ].map(([name, request]) => [`long document: ${name}`, request, GATES, gates(`\n¦${longBody()}`)]),
];

/** Some 1,500 lines: sections with a register of actions each, ids and paths in prose. */
function longBody() {
  return Array.from({ length: 60 }, (_, i) => {
    const rows = Array.from(
      { length: 14 },
      (_, k) =>
        `| A-${i}-${k} | Write \`docs/specs/harbour.md\` v1.0 | PMO Lead | 2026-03-0${(k % 9) + 1} | Open |`,
    );
    return `## Section ${i}\n\nSee BLG-TECH-0${i % 9} and \`harbour.md\`.\n\n| ID | Action | Owner | Deadline | Status |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
  }).join("\n");
}

/** What the requests take besides a document and a position. */
const MORE = {
  references: () => ({ context: { includeDeclaration: true } }),
  selectionRange: (position) => ({ positions: [position] }),
  inlayHint: (position) => ({
    range: { start: { line: 0, character: 0 }, end: { line: position.line + 60, character: 0 } },
  }),
  formatting: () => ({ options: { tabSize: 2, insertSpaces: true } }),
};

/** Milliseconds of each request, by its name, when the whole workspace has been read. */
export async function measureAuthoring(server, folder) {
  const { connection, uriOf, scan, close } = await openServer(server, folder);
  await scan;
  const rows = [];
  // a changed policy has every document checked again, which all requests after it would wait for
  const last = ([, , path]) => path === POLICY;
  rows.push(await measureWorkspaceSymbols(connection));
  for (const [name, request, path, marked] of [
    ...REQUESTS.filter((each) => !last(each)),
    ...REQUESTS.filter(last),
  ]) {
    const uri = uriOf(path);
    const [before, after] = marked.split("¦");
    const lines = before.split("\n");
    const textDocument = {
      uri,
      languageId: path === POLICY ? "yaml" : "markdown",
      version: 1,
      text: before + after,
    };
    connection.sendNotification("textDocument/didOpen", { textDocument });
    const position = { line: lines.length - 1, character: lines.at(-1).length };
    const times = [];
    for (let round = 0; round < ROUNDS; round++) {
      const at = performance.now();
      await connection.sendRequest(`textDocument/${request}`, {
        textDocument: { uri },
        position,
        ...MORE[request]?.(position),
      });
      times.push(performance.now() - at);
    }
    connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    // the first one waits for what opening it made the server do
    rows.push({ name, ...percentiles(times.slice(1)) });
  }
  await close();
  return rows;
}

/** As somebody types a name letter by letter. */
async function measureWorkspaceSymbols(connection) {
  const times = [];
  for (const name of ["gate", "harbour", "a-s02", "decision", "zzz", "blgtech01"])
    for (let length = 1; length <= name.length; length++) {
      const at = performance.now();
      await connection.sendRequest("workspace/symbol", { query: name.slice(0, length) });
      times.push(performance.now() - at);
    }
  return { name: "workspace symbols", ...percentiles(times) };
}

function percentiles(times) {
  const sorted = times.sort((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length * 0.5)], p95: sorted[Math.floor(sorted.length * 0.95)] };
}
