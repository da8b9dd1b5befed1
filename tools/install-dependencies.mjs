/** Installs the project's own dependencies when they are missing or not those of package-lock.json. */
import { readFileSync } from "node:fs";
import { inProject } from "./project.mjs";
import { runNpm } from "./run-program.mjs";

/** Does nothing when all is in place; throws with npm's output when an installation fails. */
export async function installDependencies() {
  const installed = readJson("node_modules/.package-lock.json");
  if (installed !== undefined && isUpToDate(installed)) return;
  console.log("Installing the project's dependencies …");
  // Not `npm ci`: it refuses a lock file that was written where other platforms' binaries were not to be had.
  const quiet = ["--no-save", "--no-audit", "--no-fund"];
  const { code, output, milliseconds } = await runNpm(["install", "--include=dev", ...quiet]);
  if (code !== 0) throw new Error(`npm install failed with exit code ${code}:\n${output}`);
  console.log(`Installed in ${(milliseconds / 1000).toFixed(0)} s.`);
}

/**
 * Compares versions, not times, which a checkout changes. Optional packages (other platforms' binaries) may be
 * absent. A package.json that asks for something else than the lock is for npm to resolve.
 */
function isUpToDate(installed) {
  const lock = readJson("package-lock.json");
  const manifest = readJson("package.json");
  if (lock === undefined) return false;
  const wanted = lock.packages[""];
  const sameRanges = ["dependencies", "devDependencies"].every(
    (kind) => JSON.stringify(sorted(manifest[kind])) === JSON.stringify(sorted(wanted[kind])),
  );
  return (
    sameRanges &&
    Object.entries(lock.packages).every(
      ([path, { version, optional }]) =>
        path === "" || optional === true || installed.packages[path]?.version === version,
    )
  );
}

const sorted = (ranges = {}) => Object.entries(ranges).sort(([a], [b]) => (a < b ? -1 : 1));

function readJson(path) {
  try {
    return JSON.parse(readFileSync(inProject(path), "utf8"));
  } catch {
    return undefined;
  }
}
