/** Where the parts of the project lie, and the environment in which its tools start other programs. */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder, absolute. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** The file that `npm run package` writes. */
export const vsix = join(root, "out", "docket.vsix");

/** The folder of the extension that fills the first screen of `npm start`, and its package. */
export const firstScreen = join(root, "tools", "first-screen");
export const firstScreenVsix = join(root, "out", "first-screen.vsix");

/** The absolute path of something in the repository. */
export const inProject = (...parts) => join(root, ...parts);

/** Whether Node was started with this module, and did not just import it; takes its `import.meta.url`. */
export const isMain = (url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/** The script behind a command of an installed package, so that Node can run it on every platform. */
export function getCommandFile(packageName, command) {
  const folder = inProject("node_modules", ...packageName.split("/"));
  if (!existsSync(folder)) throw new Error(`${packageName} is not installed: run npm install first.`);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/**
 * This process's environment without what would leak into an editor or a git of our own: what npm, Electron or
 * an outer VS Code put there, Node's flags, and git's variables, which are set when a git hook runs the tests.
 */
export function getCleanEnvironment(additions = {}) {
  const leaking = /^(npm_|ELECTRON_|VSCODE_|GIT_|NODE_OPTIONS$|XDG_RUNTIME_DIR$)/;
  const kept = Object.entries(process.env).filter(
    ([name]) => name === "VSCODE_TEST_OPTIONS" || !leaking.test(name),
  );
  return { ...Object.fromEntries(kept), ...additions };
}
