/** What a program has to undo when it ends, in whatever way it ends: processes to stop, folders to delete. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Opens a scope. Its steps run once, the latest first, on `close()` or on a signal; after a signal the process
 * exits with `codeOnSignal`. A step that fails is reported and does not keep the others from running.
 */
export function openScope({ codeOnSignal = 1 } = {}) {
  const steps = [];
  let closed;
  const undo = async () => {
    for (const step of steps.toReversed()) {
      try {
        await step();
      } catch (error) {
        console.error(error);
      }
    }
  };
  const close = () => {
    closed ??= undo();
    return closed;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => close().then(() => process.exit(codeOnSignal)));
  }
  return { defer: (step) => void steps.push(step), close };
}

/**
 * A fresh folder that goes with the scope, and that is this process's folder for temporary files until it ends,
 * so that what libraries leave there goes too.
 */
export function openTemporaryFolder(scope) {
  const folder = mkdtempSync(join(getShortTemporaryFolder(), "docket-"));
  scope.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  process.env.TMPDIR = folder;
  return folder;
}

/** Sockets are made in there, and a socket's path is at most some 100 bytes long: macOS's own folder is too deep. */
function getShortTemporaryFolder() {
  const usual = tmpdir();
  return usual.length > 40 && process.platform !== "win32" ? "/tmp" : usual;
}
