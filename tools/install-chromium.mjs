/** Finds Chrome or Chromium, and installs Chromium where that takes no question: as root on Debian. */
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isMain } from "./project.mjs";
import { runProgram } from "./run-program.mjs";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The absolute path of the browser: CHROME_PATH, or what is found; throws with what to install otherwise. */
export async function installChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (isRootOnDebian()) {
    console.log("Installing Chromium …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const update = await runProgram("apt-get", ["update"], { env });
    const install = await runProgram("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
      env,
    });
    const installed = findChromium();
    if (installed !== undefined) return installed;
    throw new Error(`apt-get could not install chromium:\n${update.output}${install.output}`);
  }
  throw new Error(
    "The tests in a real VS Code need Chrome or Chromium. Install one of them " +
      "(on Debian: sudo apt-get install chromium), or set CHROME_PATH to its program.",
  );
}

/** The browser that is there, if any; throws when CHROME_PATH names none. */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, which is no program that can be run.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).concat("/usr/bin", "/usr/local/bin");
  const candidates = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  return [...candidates, ...places].find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  // Debian alone: Ubuntu's package of that name only fetches a snap.
  return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

if (isMain(import.meta.url)) console.log(await installChromium());
