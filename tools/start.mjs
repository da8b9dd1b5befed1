/**
 * `npm start`: opens a real VS Code with the extension in it, on a copy of the example, or on the folder that
 * `npm start -- FOLDER` names. Desktop VS Code is used where there is a `code` command; otherwise VS Code's
 * server build, whose address is printed. DOCKET_VSCODE=server asks for the latter.
 */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { copyExample } from "./copy-example.mjs";
import { installDependencies } from "./install-dependencies.mjs";
import { packageExtension, packageFirstScreen } from "./package.mjs";
import { firstScreen, firstScreenVsix, inProject, root, vsix } from "./project.mjs";
import { runNode, runProgram } from "./run-program.mjs";
import { openScope, openTemporaryFolder } from "./scope.mjs";

try {
  const given = process.argv[2] === undefined ? undefined : getFolder(process.argv[2]);
  await installDependencies();
  if (!(await openDesktop(given))) await serve(given);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

function getFolder(path) {
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new Error(`${folder} is no folder.`);
}

/** False when there is no desktop VS Code that can load an extension from its sources. */
async function openDesktop(given) {
  // In a terminal of a remote or browser VS Code, `code` only talks to that window.
  const remote = process.env.VSCODE_IPC_HOOK_CLI !== undefined;
  if (process.env.DOCKET_VSCODE === "server" || remote) return false;
  const shell = process.platform === "win32";
  if ((await runProgram("code", ["--version"], { shell })).code !== 0) return false;
  const built = await runNode(inProject("esbuild.mjs"), [], { show: true });
  if (built.code !== 0) throw new Error("The build failed.");
  // The window outlives this process, so its folder does too; the next start makes it anew.
  const folder = given ?? (await copyExample(inProject("out", "example")));
  const sources = [root, firstScreen].map((path) => `--extensionDevelopmentPath=${path}`);
  const parameters = [...sources, "--new-window", folder];
  const quoted = shell ? parameters.map((text) => `"${text}"`) : parameters;
  const { code, output } = await runProgram("code", quoted, { shell });
  if (code !== 0) {
    console.log(`The code command failed with exit code ${code}, so the server build is used:\n${output}`);
    return false;
  }
  console.log(`VS Code opens ${folder} with Docket from ${root}.`);
  return true;
}

async function serve(given) {
  await packageExtension();
  await packageFirstScreen();
  // Only now, because they import packages that the first step may have had to install.
  const { startServer } = await import("../test/editor/vscode-server.mjs");
  const scope = openScope({ codeOnSignal: 0 });
  endWithNpm();
  try {
    const temporary = openTemporaryFolder(scope);
    const folder = given ?? (await copyExample(join(temporary, "delivery")));
    // Whoever reaches an editor has a terminal on this machine, so the address holds a secret.
    const extensions = [vsix, firstScreenVsix];
    const server = await startServer(scope, temporary, { extensions, guarded: true });
    console.log(`\nDocket in VS Code, on ${folder}:\n\n  ${server.getUrl(folder)}\n`);
    console.log("Open the address in a browser. Ctrl+C ends it.");
    if (given === undefined) console.log("The folder is a copy of examples/delivery, and goes at the end.");
    const code = await server.ended;
    throw new Error(`VS Code's server ended with ${code}:\n${server.getLog()}`);
  } catch (error) {
    await scope.close();
    throw error;
  }
}

/** Npm ends the shell that it has put between itself and its scripts, and that shell tells nobody. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== "start") return;
  const shell = process.ppid;
  const look = setInterval(() => process.ppid !== shell && process.kill(process.pid, "SIGTERM"), 500);
  look.unref();
}
