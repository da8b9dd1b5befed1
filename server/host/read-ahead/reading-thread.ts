/** The thread that reads ahead: files in their order, in the encoding in which a string is soonest made of them. */
import { isAscii } from "node:buffer";
import { workerData } from "node:worker_threads";
import { readInto } from "../read-text-file";
import { type SharedMemory, SLOT_SIZE, Slots } from "./shared-slots";

export interface ReadingTask {
  /** Absolute. */
  readonly base: string;
  /** Relative to the base. */
  readonly paths: readonly string[];
  readonly memory: SharedMemory;
}

const { base, paths, memory } = workerData as ReadingTask;
const slots = new Slots(memory);
const buffer = Buffer.allocUnsafe(SLOT_SIZE);

for (let file = slots.next(0); file < paths.length; file = slots.next(file + 1)) {
  const bytes = readInto(buffer, `${base}/${paths[file]}`);
  // what is large, or cannot be read, is left to its user, who says why
  if (bytes === undefined) slots.pass(file);
  else if (isAscii(bytes)) slots.put(file, "latin1", bytes);
  else slots.put(file, "utf16le", bytes.toString("utf8"));
}
