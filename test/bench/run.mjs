/**
 * `npm run bench`: how long Docket takes, as ratios within one run. `-- --documents 10000` sets the size, `--folder DIR`
 * measures a folder that is there, `--rounds N` the rounds (medians of interleaved rounds), `--json` prints JSON.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inProject } from "../../tools/project.mjs";
import { generateDocuments } from "./generate-documents.mjs";
import { measureLanguageServer } from "./language-server.mjs";

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "2000" },
    rounds: { type: "string", default: "5" },
    folder: { type: "string" },
    document: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

const built = spawnSync(process.execPath, [inProject("esbuild.mjs"), "--production"], { stdio: "inherit" });
if (built.status !== 0) process.exit(1);
const scratch = mkdtempSync(join(tmpdir(), "docket-bench-"));
try {
  const made =
    values.folder === undefined
      ? generateDocuments(join(scratch, "docs"), Number(values.documents))
      : undefined;
  const folder = values.folder ?? join(scratch, "docs");
  const document = values.document ?? made?.long;
  const programs = {
    "bare read": [inProject("test/bench/bare-read.mjs"), folder],
    "docket check": [inProject("dist/cli.cjs"), "check", folder],
  };
  const runs = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [name, program] of Object.entries(programs)) runs[name].push(measure(program));
  }
  const floor = median(runs["bare read"].map((run) => run.ms));
  const rows = Object.entries(runs).map(([name, all]) => {
    const ms = median(all.map((run) => run.ms));
    return {
      name,
      ms: Math.round(ms),
      ratio: round2(ms / floor),
      peakMB: Math.round(Math.max(...all.map((run) => run.mb))),
    };
  });
  const editor =
    document === undefined
      ? undefined
      : await measureLanguageServer(inProject("dist/server.cjs"), folder, document);
  if (values.json) console.log(JSON.stringify({ rows, editor }, null, 2));
  else print(rows, editor, made);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Wall time in ms and peak memory in MB of one run of a program. */
function measure(program) {
  const usage = join(scratch, "usage");
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", inProject("test/bench/report-usage.cjs"), ...program],
    {
      env: { ...process.env, DOCKET_BENCH_USAGE: usage },
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
    },
  );
  const ms = performance.now() - started;
  // findings are exit code 1
  if (status !== 0 && status !== 1) throw new Error(`${program.join(" ")} failed:\n${stderr}`);
  return { ms, mb: existsSync(usage) ? Number(readFileSync(usage, "utf8")) / 1024 : 0 };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function round2(number) {
  return Math.round(number * 100) / 100;
}

function print(rows, editor, made) {
  if (made !== undefined)
    console.log(
      `${made.paths.length} documents, ${(made.bytes / 1e6).toFixed(1)} MB, medians of ${values.rounds} rounds\n`,
    );
  for (const { name, ms, ratio, peakMB } of rows) {
    console.log(
      `${name.padEnd(16)} ${String(ms).padStart(6)} ms  ${ratio.toFixed(2).padStart(6)} × bare read  ${String(peakMB).padStart(4)} MB`,
    );
  }
  if (editor === undefined) return;
  const ms = (number) => `${number.toFixed(1)} ms`;
  console.log(`
language server, a document of ${editor.lines} lines in this workspace
  start to first diagnostics  ${ms(editor.first)}
  keystroke to diagnostics    p50 ${ms(editor.p50)}  p95 ${ms(editor.p95)}  p99 ${ms(editor.p99)}
  peak memory                 ${Math.round(editor.memory)} MB`);
}
