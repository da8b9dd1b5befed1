/** Paths between the machine's form and ours: `/` between folders, none at the end. */
import { fileURLToPath, pathToFileURL } from "node:url";

/** `C:\a\` becomes `C:/a`; the top folder of a POSIX machine becomes the empty string. */
export function toSlashes(path: string): string {
  const slashes = process.platform === "win32" ? path.replaceAll("\\", "/") : path;
  const capital = /^[a-z]:/.test(slashes) ? slashes.charAt(0).toUpperCase() + slashes.slice(1) : slashes;
  return capital.endsWith("/") ? capital.slice(0, -1) : capital;
}

/** The absolute path of a `file:` URI; undefined for any other URI. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return toSlashes(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path === "" ? "/" : path).href;
}
