/** Packages the extension, minified, as out/docket.vsix. */
import { mkdirSync, statSync } from "node:fs";
import { dirname, relative } from "node:path";
import { inProject, isMain, root, vsix } from "./project.mjs";
import { runCommand, runNode } from "./run-program.mjs";

/** Builds and packages; throws with the output of what failed. */
export async function packageExtension() {
  await insist("The build", runNode(inProject("esbuild.mjs"), ["--production"]));
  mkdirSync(dirname(vsix), { recursive: true });
  // All dependencies are in the bundles, and the project has no public repository address yet.
  const options = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
  await insist("vsce", runCommand("@vscode/vsce", "vsce", ["package", ...options, "--out", vsix]));
}

async function insist(name, running) {
  const { code, output } = await running;
  if (code !== 0) throw new Error(`${name} failed with exit code ${code}:\n${output}`);
}

if (isMain(import.meta.url)) {
  try {
    await packageExtension();
    console.log(`${relative(root, vsix)}: ${Math.round(statSync(vsix).size / 1024)} KB`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
