/** The host on Node: synchronous calls, which are several times faster than asynchronous ones for small files. */
import { statSync } from "node:fs";
import { systemClock } from "./clock";
import { findWorkspace } from "./find-workspace";
import { openRepository } from "./git/open-repository";
import { sha256 } from "./hash";
import { pathOfUri, uriOfPath } from "./paths";
import { readAhead } from "./read-ahead/read-ahead";
import { createTextReader, readExactly, readHead } from "./read-text-file";
import type { BasedFileSystem, Host } from "./types";
import { walkFolders } from "./walk-folders";
import { watchFolder } from "./watch-folder";

export const nodeHost: Host = {
  clock: systemClock,
  sha256,
  openRepository,
  openFiles,
  watchFolder,
  findWorkspace,
  pathOfUri,
  uriOfPath,
};

/** `base` is absolute, with `/`, without one at the end. */
export function openFiles(base: string): BasedFileSystem {
  const readFile = createTextReader();
  const read = (path: string) => readFile(`${base}/${path}`);
  return {
    base,
    read,
    readInTurn: (paths) => readAhead(base, paths, read),
    readExactly: (path) => readExactly(`${base}/${path}`),
    readHead: (path, bytes) => readHead(`${base}/${path}`, bytes),
    readText: (path) => {
      const result = read(path);
      return result.kind === "text" ? result.text : undefined;
    },
    walk: (start, enters) => walkFolders(base, start, enters),
    kindOf: (path) => kindOf(path === "" ? base || "/" : `${base}/${path}`),
  };
}

function kindOf(path: string): "file" | "folder" | "absent" {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return "folder";
  // to read a pipe or a device would wait for ever
  return stats?.isFile() === true ? "file" : "absent";
}
