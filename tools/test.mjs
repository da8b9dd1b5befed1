/**
 * `npm test`: installs what is missing, then runs everything: types, lint, build, package, all vitest tests, the
 * tests in Neovim and inside VS Code, and the walk through VS Code's interface. The closing line is `N passed, N failed`: tests and
 * steps are counted, and a part that is no test, or that ends badly, counts as one failure when it fails.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, relative } from "node:path";
import { renderStage, runCheck, staticChecks } from "./check.mjs";
import { installChromium } from "./install-chromium.mjs";
import { installDependencies } from "./install-dependencies.mjs";
import { installNeovim } from "./install-neovim.mjs";
import { installVscode } from "./install-vscode.mjs";
import { packageExtension } from "./package.mjs";
import { inProject, root } from "./project.mjs";
import { runCommand, runNode } from "./run-program.mjs";

const unusedCode = { name: "unused code", command: ["knip", "knip"], parameters: [] };

const stages = [
  ...[...staticChecks, ...(existsSync(inProject("knip.json")) ? [unusedCode] : [])].map((check) => ({
    name: check.name,
    run: () => runStatic(check),
  })),
  { name: "build and package", run: () => attempt(packageExtension) },
  // before the tests, some of which read a grammar that comes with VS Code
  { name: "VS Code's server build", run: () => attempt(installVscode) },
  { name: "Chromium", run: () => attempt(installChromium) },
  { name: "Neovim", run: () => attempt(installNeovim) },
  { name: "tests", run: runVitest },
  { name: "tests in Neovim", run: () => runCounted("test", "neovim", "run.mjs") },
  { name: "tests inside VS Code", run: () => runCounted("test", "editor", "run-suite.mjs") },
  { name: "walk through VS Code", run: () => runCounted("test", "editor", "walk", "walk.mjs") },
];

const installation = await attempt(installDependencies);
const results = installation.failed > 0 ? [{ name: "dependencies", ...installation }] : [];
for (const { name, run } of results.length > 0 ? [] : stages) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const result = await run();
  results.push({ name, milliseconds: performance.now() - started, ...result });
}

console.log("\n── summary");
for (const { name, milliseconds = 0, passed, failed, counted, reasons = [] } of results) {
  const detail = counted ? `${passed} passed, ${failed} failed` : "";
  console.log(renderStage(failed === 0, name, milliseconds, detail));
  for (const reason of reasons) console.log(reason.replace(/^/gm, "      "));
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") > 0 ? 1 : 0);

async function attempt(run) {
  try {
    await run();
    return { passed: 0, failed: 0 };
  } catch (error) {
    console.log(error.message);
    return { passed: 0, failed: 1 };
  }
}

async function runStatic(check) {
  const { passed, output } = await runCheck(check);
  if (!passed) console.log(output.trim());
  return { passed: 0, failed: passed ? 0 : 1 };
}

async function runVitest() {
  const file = inProject("out", "results", "vitest.json");
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code } = await runCommand("vitest", "vitest", ["run", ...reporters], { show: true });
  const { numPassedTests, numFailedTests, testResults } = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  return { ...count(numPassedTests, numFailedTests, code), reasons: testResults.flatMap(explainFailures) };
}

/** The log of a run is often kept from its end, so that is where the failures are told again. */
function explainFailures({ name: file, status, message, assertionResults }) {
  const failed = assertionResults.filter((each) => each.status === "failed");
  const reasons = failed.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join("\n")}`);
  if (status === "failed" && reasons.length === 0) reasons.push(message);
  return reasons.map((reason) => `${relative(root, file)}: ${reason}`.split("\n").slice(0, 12).join("\n"));
}

/** A program whose last line of the form `N passed, N failed` is its result. */
async function runCounted(...path) {
  const { code, output } = await runNode(inProject(...path), [], { show: true });
  const counts = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return count(Number(counts?.[1] ?? 0), Number(counts?.[2] ?? 0), code);
}

/** A test file that does not load fails no test, and yet the run: that is a failure too, and so is no test at all. */
function count(passed, failed, code) {
  const bad = (code !== 0 && failed === 0) || passed + failed === 0;
  return { passed, failed: bad ? failed + 1 : failed, counted: true };
}
