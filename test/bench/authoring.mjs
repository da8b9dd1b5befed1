/** Asks the language server what an author asks: completion and hover of each kind, in a workspace of many documents. */
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
];

/** Milliseconds of each request, by its name, when the whole workspace has been read. */
export async function measureAuthoring(server, folder) {
  const { connection, uriOf, scan, close } = await openServer(server, folder);
  await scan;
  const rows = [];
  for (const [name, request, path, marked] of REQUESTS) {
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
      await connection.sendRequest(`textDocument/${request}`, { textDocument: { uri }, position });
      times.push(performance.now() - at);
    }
    connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    // the first one waits for what opening it made the server do
    const sorted = times.slice(1).sort((a, b) => a - b);
    rows.push({
      name,
      p50: sorted[Math.floor(sorted.length * 0.5)],
      p95: sorted[Math.floor(sorted.length * 0.95)],
    });
  }
  await close();
  return rows;
}
