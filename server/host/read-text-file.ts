/** Reads a text file as UTF-8, and says why where it cannot. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { decodeExactly, decodeText } from "./decode-text";
import { codeOf, reasonOf } from "./failure";
import type { ReadResult } from "./types";

/** No document is as large as this; what is, is a dump or a film. */
const LARGEST = 20 * 1024 * 1024;
/** A NUL byte this early means that the file is binary, or text in UTF-16. */
const PROBE = 8192;

/**
 * A reader that uses one buffer for all its files: a buffer for each would cost more than the reading. Bytes that
 * are no UTF-8 become U+FFFD, a byte order mark is kept. Never throws.
 */
export function createTextReader(): (file: string) => ReadResult {
  let buffer = Buffer.allocUnsafe(256 * 1024);
  return (file) => {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(file, "r");
      let length = fill(descriptor, buffer, 0);
      // one system call less for all files but the largest
      if (length === buffer.length) {
        const { size } = fstatSync(descriptor);
        if (size > LARGEST)
          return { kind: "unreadable", reason: `it is larger than ${LARGEST / 1024 / 1024} MB` };
        const larger = Buffer.allocUnsafe(size + 1);
        buffer.copy(larger);
        buffer = larger;
        length = fill(descriptor, buffer, length);
      }
      if (isBinary(buffer.subarray(0, length))) {
        return { kind: "unreadable", reason: "it is no UTF-8 text: it holds NUL bytes" };
      }
      return { kind: "text", text: decodeText(buffer.subarray(0, length)) };
    } catch (error) {
      const code = codeOf(error);
      if (code === "ENOENT" || code === "ENOTDIR") return { kind: "absent" };
      return { kind: "unreadable", reason: reasonOf(error) };
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  };
}

/** Reads a whole file into `buffer`; undefined where it cannot be read, has no room, or is no text. */
export function readInto(buffer: Buffer, file: string): Buffer | undefined {
  const read = readStart(buffer, file);
  return read === undefined || read.length === buffer.length || isBinary(read) ? undefined : read;
}

/** No two texts of different bytes are the same; undefined where the file cannot be read. */
export function readExactly(file: string): string | undefined {
  try {
    return decodeExactly(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** A last character that is cut in two becomes U+FFFD. Undefined where the file cannot be read, or is no text. */
export function readHead(file: string, bytes: number): string | undefined {
  const head = readStart(Buffer.allocUnsafe(bytes), file);
  return head === undefined || head.includes(0) ? undefined : decodeText(head);
}

/** As much of a file as there is room for. */
function readStart(buffer: Buffer, file: string): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r");
    return buffer.subarray(0, fill(descriptor, buffer, 0));
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, PROBE).includes(0);
}

/** Reads on from `length` until the file ends or the buffer is full: a single call may return less than there is. */
function fill(descriptor: number, buffer: Buffer, length: number): number {
  let filled = length;
  while (filled < buffer.length) {
    const read = readSync(descriptor, buffer, filled, buffer.length - filled, null);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}
