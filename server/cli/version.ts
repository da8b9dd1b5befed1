/** The version of this program, as its package states it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The bundle lies in a folder of the package. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, "..", "package.json"), "utf8"));
  if (typeof manifest !== "object" || manifest === null || !("version" in manifest)) return "unknown";
  return String(manifest.version);
}
