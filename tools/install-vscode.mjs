/** Installs VS Code's server build, and the Node that it needs, into test/editor/vscode, once. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject, isMain } from "./project.mjs";
import { runNpm } from "./run-program.mjs";

const home = inProject("test", "editor", "vscode");
const modules = join(home, "node_modules");
const build = join(modules, "code-server", "lib", "vscode");
const stamp = join(modules, ".docket-installed.json");

/**
 * Resolves with the absolute paths of the server's script and of its Node. Does nothing when the versions that
 * package.json names are in place; throws with npm's output when an installation fails.
 */
export async function installVscode() {
  const wanted = getWantedVersions();
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    console.log("Installing VS Code's server build (780 MB, once; nothing is compiled) …");
    const started = performance.now();
    const lean = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    await install(lean, home);
    // Not `npm ci`: the shrinkwrap that comes with it is short of a package.
    await install([...lean, "--omit=dev"], build);
    getNode();
    writeFileSync(stamp, wanted);
    console.log(`Installed in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  }
  return { node: getNode(), server: join(build, "out", "server-main.js") };
}

async function install(parameters, cwd) {
  const { code, output } = await runNpm(parameters, { cwd });
  if (code === 0) return;
  throw new Error(
    `VS Code's server build could not be installed from the npm registry: npm failed with exit code ${code} ` +
      `in ${cwd}.\n${output}`,
  );
}

/** The server needs Node 24: the one from npm where there is one for this platform, otherwise our own if it fits. */
function getNode() {
  const packaged = join(modules, `node-${process.platform}-${process.arch}`, "bin", "node");
  if (existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Error(
    `VS Code's server build needs Node 24, and npm has none for ${process.platform} ${process.arch}. ` +
      "Run this with Node 24 or newer, or install desktop VS Code with its `code` command on the PATH.",
  );
}

function getWantedVersions() {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const { platform, arch } = process;
  return `${JSON.stringify({ dependencies, optionalDependencies, platform, arch })}\n`;
}

if (isMain(import.meta.url)) console.log(await installVscode());
