/** Reads many files in their order, on a thread of their own a little ahead of who uses them. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { FilesInTurn, ReadResult } from "../types";
import type { ReadingTask } from "./reading-thread";
import { allocateSlots, Slots } from "./shared-slots";

/** For fewer files it takes longer to start a thread than to read them. */
const FEW = 500;
/** The bundle that lies beside the one with this file in it. */
const THREAD = "reading-thread.cjs";

/**
 * `paths` are relative to `base`. The user waits for nothing: what the thread does not have, `read` reads here, all of
 * it where there is no thread.
 */
export function readAhead(
  base: string,
  paths: readonly string[],
  read: (path: string) => ReadResult,
): FilesInTurn {
  if (paths.length < FEW) return { read: (index) => read(paths[index] ?? ""), end: () => {} };
  const memory = allocateSlots();
  const slots = new Slots(memory);
  startThread({ base, paths, memory });
  return {
    read: (index) => {
      const text = slots.take(index);
      return text === undefined ? read(paths[index] ?? "") : { kind: "text", text };
    },
    end: () => slots.close(),
  };
}

/** One that cannot start, or fails, only reads nothing. */
function startThread(task: ReadingTask): void {
  try {
    // its heap stays small: what it holds is the next file
    const resourceLimits = { maxYoungGenerationSizeMb: 2 };
    const thread = new Worker(join(__dirname, THREAD), { workerData: task, resourceLimits });
    thread.on("error", () => {});
    thread.unref();
  } catch {
    // Node may have been told not to allow any
  }
}
