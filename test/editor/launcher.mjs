#!/usr/bin/env node
/**
 * Stands in for the program of desktop VS Code: takes the options that @vscode/test-electron and @vscode/test-cli
 * pass, runs the tests in the extension host of VS Code's server build, and exits with their code.
 */
import { resolve } from "node:path";
import { openScope, openTemporaryFolder } from "../../tools/scope.mjs";
import { openPage } from "./browser.mjs";
import { startServer } from "./vscode-server.mjs";

const timeLimit = Number(process.env.DOCKET_EDITOR_TIMEOUT ?? 600_000);
const verbose = process.env.DOCKET_VERBOSE !== undefined;

const scope = openScope();
exitWithParent(scope);
let code = 1;
try {
  code = await runTests(scope, parseArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error);
}
await scope.close();
process.exit(code);

/** The code that the tests ended with: 0 when their `run()` resolved. */
async function runTests(scope, { place, extension, tests }) {
  const folder = openTemporaryFolder(scope);
  const server = await startServer(scope, folder, { underDevelopment: true });
  const page = await openPage(scope, folder);
  const lines = [];
  await page.exposeFunction("codeAutomationLog", (type, parts) => {
    const line = `[${type}] ${parts.map(String).join(" ")}`;
    lines.push(line);
    if (verbose) console.log(line);
  });
  const { promise: ended, resolve: end } = createDeferred();
  await page.exposeFunction("codeAutomationExit", (code) => end({ code }));
  page.once("crash", () => end({ code: 1, reason: "the page crashed" }));
  server.ended.then((code) => end({ code: 1, reason: `the server ended with ${code}` }));
  setTimeout(() => end({ code: 1, reason: `no result after ${timeLimit} ms` }), timeLimit).unref();
  const payload = [
    ["extensionDevelopmentPath", server.toRemote(extension)],
    ["extensionTestsPath", server.toRemote(tests)],
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  await page.goto(server.getUrl(place, payload));
  const { code, reason } = await ended;
  if (code !== 0) report(reason ?? `the tests ended with code ${code}`, lines);
  return code;
}

/** A test runner that is killed passes no signal on; without this, VS Code would stay. */
function exitWithParent(scope) {
  const parent = process.ppid;
  const watch = () => {
    if (process.ppid !== parent) scope.close().then(() => process.exit(1));
  };
  setInterval(watch, 1000).unref();
}

function createDeferred() {
  let settle;
  const promise = new Promise((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: settle };
}

/** The window's console, of which only the errors are of use, and of those not the ones about absent services. */
function report(reason, lines) {
  const noise = /open-vsx|vsda|service ?worker|manifest|sign-?in|spdlog|watchdog|ERR_NAME_NOT_RESOLVED/i;
  const errors = lines.filter((line) => line.startsWith("[error]") && !noise.test(line));
  console.error(`VS Code: ${reason}. ${errors.length} errors in its console (all of it: DOCKET_VERBOSE=1).`);
  for (const line of errors.slice(-15)) console.error(`  ${line.slice(0, 2000)}`);
}

/** `--name=value` is read for the two names that matter here; what is no option is the folder to open. */
function parseArguments(given) {
  const findValue = (name) => given.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3);
  const extension = findValue("extensionDevelopmentPath");
  const tests = findValue("extensionTestsPath");
  if (extension === undefined || tests === undefined) {
    throw new Error("--extensionDevelopmentPath=FOLDER and --extensionTestsPath=FILE are needed.");
  }
  const place = given.find((text) => !text.startsWith("-"));
  return {
    extension: resolve(extension),
    tests: resolve(tests),
    place: place === undefined ? undefined : resolve(place),
  };
}
