/** The SHA-256 of a text, for seals. */
import { createHash } from "node:crypto";

/** 64 lower-case hexadecimal digits, of the text's UTF-8 bytes. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
