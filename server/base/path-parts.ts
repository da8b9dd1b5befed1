/** The parts of a path with `/` between its folders. */

/** The file's name, with its extension. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder, without a `/` behind it; empty where there is none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
