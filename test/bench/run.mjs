/**
 * `npm run bench`: how long Docket takes, as ratios within one run. `-- --documents 10000` sets the size; `--folder DIR`
 * measures a folder that is there, and `--document PATH` the keystrokes in one of its documents; `--rounds N` is the
 * number of interleaved rounds, of which medians are shown; `--repository DIR` and `--record PATH` measure the audit of a
 * git repository that is there, and an edit of one of its records; `--peers` compares with other linters; `--json` prints JSON.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { inProject } from "../../tools/project.mjs";
import { measureAuthoring } from "./authoring.mjs";
import { generateDocuments } from "./generate-documents.mjs";
import { generateReports } from "./generate-reports.mjs";
import { generateRepository } from "./generate-repository.mjs";
import { measureLanguageServer, measureRecord } from "./language-server.mjs";
import { measure } from "./measure.mjs";
import { peerPrograms } from "./peers.mjs";

const REPORTS = 200;
const REPORT_LINES = 1500;

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "2000" },
    rounds: { type: "string", default: "5" },
    folder: { type: "string" },
    document: { type: "string" },
    repository: { type: "string" },
    record: { type: "string" },
    peers: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

const scratch = mkdtempSync(join(tmpdir(), "docket-bench-"));
try {
  const scan = await buildPrograms();
  const made =
    values.folder === undefined
      ? generateDocuments(join(scratch, "docs"), Number(values.documents))
      : undefined;
  const folder = resolve(values.folder ?? join(scratch, "docs"));
  const documents = listDocuments(folder);
  const document = values.document ?? made?.long;
  const programs = {
    "bare read": ownProgram([inProject("test/bench/bare-read.mjs"), folder]),
    "read and scan": ownProgram([scan, folder]),
    "docket check": ownProgram([inProject("dist/cli.cjs"), "check", folder]),
    ...(values.peers ? peerPrograms(folder, documents, scratch) : {}),
  };
  const rows = summarise(await runInterleaved(programs), programs, "bare read");
  const editor =
    document === undefined
      ? undefined
      : await measureLanguageServer(inProject("dist/server.cjs"), folder, document);
  const authoring = await measureAuthoring(inProject("dist/server.cjs"), folder);
  const audit = await measureAudit();
  const reports = await measureReports();
  if (values.json)
    console.log(
      JSON.stringify({ documents: documents.length, rows, editor, authoring, audit, reports }, null, 2),
    );
  else {
    print(documents.length, rows, editor);
    printAuthoring(authoring);
    printAudit(audit);
    printReports(reports);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The bundles that ship, and the scanner by itself; resolves with the latter. */
async function buildPrograms() {
  const output = values.json ? ["ignore", 2, 2] : "inherit";
  const built = spawnSync(process.execPath, [inProject("esbuild.mjs"), "--production"], { stdio: output });
  if (built.status !== 0) throw new Error("The build failed.");
  const outfile = join(scratch, "read-and-scan.cjs");
  const entryPoints = [inProject("test/bench/read-and-scan.ts")];
  await build({ entryPoints, outfile, bundle: true, minify: true, platform: "node", target: "node20" });
  return outfile;
}

function ownProgram(parameters) {
  return { parameters, usage: join(scratch, "usage.json") };
}

function listDocuments(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((path) => path.endsWith(".md")).sort();
}

/** One run of each program a round, so that what else the machine does falls on all of them alike. */
async function runInterleaved(programs) {
  const runs = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [name, program] of Object.entries(programs)) {
      runs[name].push(await measure({ command: process.execPath, folder: scratch, ...program }));
    }
  }
  return runs;
}

function summarise(runs, programs, yardstick) {
  const floor = median(runs[yardstick].map((run) => run.ms));
  return Object.entries(runs).map(([name, all]) => {
    const factor = programs[name].factor ?? 1;
    const ms = median(all.map((run) => run.ms)) * factor;
    const cpu = all.every((run) => run.cpu !== undefined) ? median(all.map((run) => run.cpu)) : undefined;
    return {
      name,
      ms: Math.round(ms),
      ratio: Math.round((ms / floor) * 100) / 100,
      cpu: cpu === undefined ? undefined : Math.round(cpu),
      peakMB: Math.round(Math.max(...all.map((run) => run.mb))),
    };
  });
}

/** The audit of a repository against git's own listing of its changes, and an edit of a record. */
async function measureAudit() {
  const made =
    values.repository === undefined
      ? generateRepository(join(scratch, "repository"), Number(values.documents))
      : undefined;
  const repository = resolve(values.repository ?? join(scratch, "repository"));
  const programs = {
    "git log --raw": { command: "git", parameters: ["-C", repository, "log", "--raw"] },
    "docket audit": ownProgram([inProject("dist/cli.cjs"), "audit", repository]),
  };
  const rows = summarise(await runInterleaved(programs), programs, "git log --raw");
  const record = values.record ?? made?.filed[0];
  const edit =
    record === undefined ? undefined : await measureRecord(inProject("dist/server.cjs"), repository, record);
  return { rows, edit };
}

/** A cold check of two hundred long reports, and the keystrokes in one of them. */
async function measureReports() {
  const folder = join(scratch, "reports");
  const report = generateReports(folder, REPORTS, REPORT_LINES);
  const programs = {
    "bare read": ownProgram([inProject("test/bench/bare-read.mjs"), folder]),
    "docket check": ownProgram([inProject("dist/cli.cjs"), "check", folder]),
  };
  const rows = summarise(await runInterleaved(programs), programs, "bare read");
  return { rows, editor: await measureLanguageServer(inProject("dist/server.cjs"), folder, report) };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
}

function printRows(rows, yardstick) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(`${"".padEnd(width)}       wall ${`× ${yardstick}`.padStart(13)}        CPU     peak`);
  for (const { name, ms, ratio, cpu, peakMB } of rows) {
    const used = cpu === undefined ? "".padStart(10) : `${String(cpu).padStart(7)} ms`;
    console.log(
      `${name.padEnd(width)} ${String(ms).padStart(7)} ms ${ratio.toFixed(2).padStart(13)} ${used} ${String(peakMB).padStart(5)} MB`,
    );
  }
}

function printAuthoring(rows) {
  console.log("\nauthoring, request to answer");
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, p50, p95 } of rows)
    console.log(
      `  ${name.padEnd(width)}  p50 ${p50.toFixed(1).padStart(5)} ms  p95 ${p95.toFixed(1).padStart(5)} ms`,
    );
}

function printReports({ rows, editor }) {
  console.log(`\n${REPORTS} reports of ${REPORT_LINES} lines`);
  printRows(rows, "bare read");
  console.log(
    `language server: a keystroke ${editor.p50.toFixed(1)} ms (p50), ${editor.p95.toFixed(1)} ms (p95), ${editor.p99.toFixed(1)} ms (p99)`,
  );
}

function printAudit({ rows, edit }) {
  console.log(`\nrecords of ${values.repository ?? "a generated repository"}\n`);
  printRows(rows, "git log");
  if (edit === undefined) return;
  console.log(`
  history known to the language server      ${edit.history.toFixed(1)} ms after its start
  first keystroke in a record to its finding ${edit.keystroke.toFixed(1)} ms`);
}

function print(documents, rows, editor) {
  console.log(
    `\n${documents} documents in ${values.folder ?? "a generated folder"}, medians of ${values.rounds} rounds\n`,
  );
  printRows(rows, "bare read");
  if (editor === undefined) return;
  const ms = (number) => `${number.toFixed(1)} ms`;
  console.log(`
language server, a document of ${editor.lines} lines in this workspace
  start to first diagnostics  ${ms(editor.first)}
  whole workspace diagnosed   ${ms(editor.indexed)}
  keystroke to diagnostics    p50 ${ms(editor.p50)}  p95 ${ms(editor.p95)}  p99 ${ms(editor.p99)}
  peak memory                 ${Math.round(editor.memory)} MB`);
}
