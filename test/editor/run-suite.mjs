/**
 * Runs the tests in `suite/` inside the extension host of a real VS Code, and prints each one's result: the server
 * build through the launcher, or desktop VS Code. DOCKET_VSCODE chooses the desktop: `download`, or its program.
 * Words as arguments choose the files whose path in `suite/` has one of them: `records`, `without-policy`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { copyExample } from "../../tools/copy-example.mjs";
import { inProject, root } from "../../tools/project.mjs";
import { openScope, openTemporaryFolder } from "../../tools/scope.mjs";
import { makeOwnPolicy } from "./own-policy.mjs";

const suites = inProject("test", "editor", "suite");
const bundle = inProject("out", "editor", "suite.cjs");

const scope = openScope();
/** Each run opens a window of its own on the folder that it makes. */
const runs = [
  { tests: ".", makeWorkspace: (folder) => copyExample(join(folder, "delivery")) },
  { tests: "own-policy", makeWorkspace: (folder) => makeOwnPolicy(join(folder, "reports")) },
  { tests: "house-style", makeWorkspace: makeReports },
  { tests: "without-policy", makeWorkspace: makeUngoverned },
];
const words = process.argv.slice(2);

const counts = { passed: 0, failed: 0 };
for (const run of runs) {
  const files = findFiles(run.tests);
  if (files.length === 0) continue;
  try {
    const { passed, failed } = await runInVscode({ ...run, files });
    counts.passed += passed;
    counts.failed += failed;
  } catch (error) {
    console.error(error);
    counts.failed++;
  }
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
await scope.close();
process.exit(counts.failed > 0 ? 1 : 0);

/** A folder for reports in their house style. */
function makeReports(folder) {
  const workspace = join(folder, "portfolio");
  mkdirSync(workspace);
  writeFileSync(join(workspace, "docket.yaml"), "version: 1\nextends: reports\n");
  return workspace;
}

/** A folder with a document that a policy would govern, and no policy. */
function makeUngoverned(folder) {
  const workspace = join(folder, "ungoverned");
  mkdirSync(join(workspace, "docs", "specs"), { recursive: true });
  writeFileSync(join(workspace, "docs", "specs", "note.md"), "# Note\n");
  return workspace;
}

/** Prints the results and resolves with their counts; a run that ended badly counts as one failure. */
async function runInVscode({ files, makeWorkspace }) {
  await bundleSuites(files);
  const folder = openTemporaryFolder(scope);
  const workspace = await makeWorkspace(folder);
  const results = join(folder, "results.json");
  const running = runTests({
    ...chooseVscode(),
    extensionDevelopmentPath: root,
    extensionTestsPath: bundle,
    extensionTestsEnv: { DOCKET_TEST_RESULTS: results },
    // The desktop would keep its settings from run to run; the launcher has folders of its own.
    launchArgs: [workspace, `--user-data-dir=${join(folder, "user")}`],
  }).then(
    () => undefined,
    (error) => error,
  );
  // It answers SIGINT, and no other signal, by ending VS Code; the folders can go only after that.
  scope.defer(() => running);
  for (const signal of ["SIGTERM", "SIGHUP"]) process.once(signal, () => process.emit("SIGINT"));
  const failure = await running;
  const { passes, failures } = existsSync(results)
    ? JSON.parse(readFileSync(results, "utf8"))
    : { passes: [], failures: [] };
  for (const { fullTitle, duration } of passes) console.log(`  ok    ${fullTitle} (${duration ?? 0} ms)`);
  for (const { fullTitle, err } of failures)
    console.log(`  FAIL  ${fullTitle}\n${indent(err.stack ?? err.message)}`);
  // A test that is told to be skipped is neither; an error outside of all tests leaves no failure behind.
  const crashed = failures.length === 0 && (failure !== undefined || passes.length === 0);
  if (crashed) console.log(indent(`The run ended badly: ${failure?.message ?? "there were no tests"}`));
  return { passed: passes.length, failed: failures.length + (crashed ? 1 : 0) };
}

/** The test files of a folder, by their paths in `suite/`. */
function findFiles(folder) {
  return readdirSync(join(suites, folder))
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(folder, name))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
}

/** One file that loads every *.test.ts when `run()` is called, and not before: mocha has to be ready by then. */
async function bundleSuites(files) {
  const loaders = files.map((path) => `() => import(${JSON.stringify(`./${path}`)})`);
  await build({
    stdin: {
      contents: `import { runSuites } from "./index"; export const run = () => runSuites([${loaders}]);`,
      resolveDir: suites,
    },
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
}

/** The server build runs on Linux; elsewhere a desktop VS Code is downloaded. */
function chooseVscode() {
  const chosen = process.env.DOCKET_VSCODE ?? (process.platform === "linux" ? "server" : "download");
  if (chosen === "download") return { version: "stable", cachePath: inProject(".vscode-test") };
  if (chosen !== "server") return { vscodeExecutablePath: chosen };
  return { vscodeExecutablePath: inProject("test", "editor", "launcher.mjs") };
}

function indent(text) {
  return text.replaceAll(/^/gm, "        ");
}
