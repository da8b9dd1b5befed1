/** Finds Chrome or Chromium, and installs Chromium where that takes no question: as root on Debian. */
import { findProgram, installPackage, isExecutable } from "./install-package.mjs";
import { isMain } from "./project.mjs";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const missing =
  "The tests in a real VS Code need Chrome or Chromium. Install one of them " +
  "(on Debian: sudo apt-get install chromium), or set CHROME_PATH to its program.";

/** The absolute path of the browser: CHROME_PATH, or what is found; throws with what to install otherwise. */
export const installChromium = () => installPackage("chromium", "Chromium", findChromium, missing);

/** The browser that is there, if any; throws when CHROME_PATH names none. */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, which is no program that can be run.`);
  }
  return findProgram(commands, places);
}

if (isMain(import.meta.url)) console.log(await installChromium());
