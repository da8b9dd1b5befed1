/** Packages the extension, minified, as out/docket.vsix. */
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, relative } from "node:path";
import { firstScreen, firstScreenVsix, inProject, isMain, root, vsix } from "./project.mjs";
import { runCommand, runNode } from "./run-program.mjs";

/** Builds and packages; throws with the output of what failed. */
export async function packageExtension() {
  await insist("The build", runNode(inProject("esbuild.mjs"), ["--production"]));
  mkdirSync(dirname(vsix), { recursive: true });
  const { repository } = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
  // with an address, the links and pictures of the README are made to lead there; without, they stay as they are
  const links = repository === undefined ? ["--allow-missing-repository", "--no-rewrite-relative-links"] : [];
  // all dependencies are in the bundles
  const options = ["package", "--no-dependencies", ...links, "--out", vsix];
  await insist("vsce", runCommand("@vscode/vsce", "vsce", options));
}

/** Packages what fills the first screen of `npm start`, as out/first-screen.vsix. */
export async function packageFirstScreen() {
  mkdirSync(dirname(firstScreenVsix), { recursive: true });
  const options = ["package", "--skip-license", "--allow-missing-repository", "--out", firstScreenVsix];
  await insist("vsce", runCommand("@vscode/vsce", "vsce", options, { cwd: firstScreen }));
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
