/** Finds programs that npm has not, and installs them where that takes no question: as root on Debian. */
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runProgram } from "./run-program.mjs";

/**
 * The absolute path of what `find` finds, once Debian's package `name` is installed if need be; throws with `missing`,
 * which says what to install, where that cannot be done here.
 */
export async function installPackage(name, title, find, missing) {
  const found = find();
  if (found !== undefined) return found;
  if (!isRootOnDebian()) throw new Error(missing);
  console.log(`Installing ${title} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const update = await runProgram("apt-get", ["update"], { env });
  const install = await runProgram("apt-get", ["install", "-y", "--no-install-recommends", name], { env });
  const installed = find();
  if (installed !== undefined) return installed;
  throw new Error(`apt-get could not install ${name}:\n${update.output}${install.output}`);
}

/** The first of these commands that the PATH, or a usual folder, has, or the first of `places` that is a program. */
export function findProgram(commands, places = []) {
  const folders = (process.env.PATH ?? "").split(delimiter).concat("/usr/bin", "/usr/local/bin");
  const candidates = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  return [...candidates, ...places].find(isExecutable);
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  // Debian alone: Ubuntu's package of that name may only fetch a snap.
  return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}
