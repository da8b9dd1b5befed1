/** Other linters of Markdown, to compare with: installed in a folder of their own, on request only. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { inProject } from "../../tools/project.mjs";

const HOME = inProject("test/bench/peers");

/** markdownlint-cli2 takes minutes for what the others do in seconds: it gets a sample, scaled to the whole. */
const SAMPLE = 500;

/** Programs by name, with the factor by which a sample's time is to be multiplied. */
export function peerPrograms(folder, documents, scratch) {
  install();
  const rumdl = join(HOME, "node_modules/rumdl/bin/rumdl");
  const cache = join(scratch, "rumdl-cache");
  const check = [rumdl, "check", "--silent", "--no-config"];
  const warm = [...check, "--cache-dir", cache, folder];
  spawnSync(process.execPath, warm, { stdio: "ignore" });
  const sample = copySample(folder, documents, join(scratch, "sample"));
  const cli2 = join(HOME, "node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs");
  return {
    "rumdl, no cache": { parameters: [...check, "--no-cache", folder] },
    "rumdl, warm cache": { parameters: warm },
    [`markdownlint-cli2${sample.count < documents.length ? `, scaled from ${sample.count}` : ""}`]: {
      parameters: [cli2, "**/*.md"],
      folder: sample.folder,
      factor: documents.length / sample.count,
    },
  };
}

function install() {
  if (existsSync(join(HOME, "node_modules/rumdl"))) return;
  const parameters = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  const { status } = spawnSync("npm", parameters, {
    cwd: HOME,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("The programs to compare with could not be installed.");
}

/** Every n-th document, so that all kinds and sizes are in it. */
function copySample(folder, documents, target) {
  const step = Math.max(1, Math.floor(documents.length / SAMPLE));
  const chosen = documents.filter((_, index) => index % step === 0).slice(0, SAMPLE);
  mkdirSync(target, { recursive: true });
  for (const [index, path] of chosen.entries())
    cpSync(join(folder, path), join(target, `${index}-${basename(path)}`));
  return { folder: target, count: chosen.length };
}
