/** Writes and moves documents so that at no moment half a document lies on the disk. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { reasonOf } from "./failure";

/** Undefined when it was done, otherwise the reason why not; then the file is as it was. */
export type WriteFailure = { readonly reason: string } | undefined;

/**
 * Replaces a file's text. Refuses when the file no longer holds `expected`, byte for byte: somebody has written to
 * it since, or it held bytes that are no UTF-8 and that writing would destroy. A link stays a link.
 */
export function replaceFile(file: string, expected: string, text: string): WriteFailure {
  return attempt(() => {
    const real = realpathSync(file);
    if (!readFileSync(real).equals(Buffer.from(expected, "utf8")))
      return { reason: "it is no UTF-8 text, or has just been changed" };
    writeBeside(real, text, statSync(real).mode);
    return undefined;
  });
}

/** Makes a file that must not exist yet, and the folders above it. */
export function createFile(file: string, text: string): WriteFailure {
  return attempt(() => {
    mkdirSync(dirname(file), { recursive: true });
    const descriptor = openSync(file, "wx");
    try {
      writeSync(descriptor, text);
    } finally {
      closeSync(descriptor);
    }
    return undefined;
  });
}

/** Makes a file or replaces the one that is there, whatever it holds. A link stays a link. */
export function putFile(file: string, text: string): WriteFailure {
  return attempt(() => {
    mkdirSync(dirname(file), { recursive: true });
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) return { reason: "it is a folder" };
    // a rename would put a file in the place of a pipe or a device
    if (stats !== undefined && !stats.isFile()) return { reason: "it is no ordinary file" };
    if (stats === undefined) closeSync(openSync(file, "wx"));
    try {
      accessSync(file, constants.W_OK);
      const real = realpathSync(file);
      writeBeside(real, text, statSync(real).mode);
    } catch (error) {
      if (stats === undefined) rmSync(file, { force: true });
      throw error;
    }
    return undefined;
  });
}

/** Renames a file, making the folders above its new place. Never replaces another file. */
export function moveFile(from: string, to: string): WriteFailure {
  return attempt(() => {
    const target = statSync(to, { throwIfNoEntry: false });
    // on some machines `Report.md` and `report.md` are one file: then it is no other one
    if (target !== undefined && !isSame(target, statSync(from)))
      return { reason: "there already is a file of that name" };
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    return undefined;
  });
}

function isSame(
  a: { readonly ino: number; readonly dev: number },
  b: { readonly ino: number; readonly dev: number },
): boolean {
  return a.ino === b.ino && a.dev === b.dev;
}

/** The new text goes into a file of its own first: a rename either happens or does not. */
function writeBeside(file: string, text: string, mode: number): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    const descriptor = openSync(temporary, "wx", 0o600);
    try {
      writeAll(descriptor, Buffer.from(text, "utf8"));
      fchmodSync(descriptor, mode & 0o7777);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}

function attempt(run: () => WriteFailure): WriteFailure {
  try {
    return run();
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}
