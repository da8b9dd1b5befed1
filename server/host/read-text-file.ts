/** Reads a text file as UTF-8, and says why where it cannot. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
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
      const stats = fstatSync(descriptor);
      if (!stats.isFile())
        return {
          kind: "unreadable",
          reason: stats.isDirectory() ? "it is a folder" : "it is no regular file",
        };
      if (stats.size > LARGEST)
        return { kind: "unreadable", reason: `it is larger than ${LARGEST / 1024 / 1024} MB` };
      if (stats.size >= buffer.length) buffer = Buffer.allocUnsafe(stats.size + 1);
      const length = fill(descriptor, buffer);
      if (buffer.subarray(0, Math.min(length, PROBE)).includes(0)) {
        return { kind: "unreadable", reason: "it is no UTF-8 text: it holds NUL bytes" };
      }
      return { kind: "text", text: buffer.toString("utf8", 0, length) };
    } catch (error) {
      const code = codeOf(error);
      if (code === "ENOENT" || code === "ENOTDIR") return { kind: "absent" };
      return { kind: "unreadable", reason: reasonOf(error) };
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  };
}

/** Reads until the file ends or the buffer is full: a single call may return less than there is. */
function fill(descriptor: number, buffer: Buffer): number {
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return length;
}
