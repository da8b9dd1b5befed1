/** Walks a folder tree, one folder at a time; each file and folder is met once, whatever links lead to it. */

import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { folderOf, nameOf } from "../base/path-parts";
import type { UnreadablePath } from "../workspace/ports";
import { codeOf, reasonOf } from "./failure";
import type { FolderListing } from "./types";

/**
 * Delivers the folders from `start` down, parents first, in the order of their names. Links are looked at when all
 * else has been: a target inside `start` that was met under its own name is not met again, one outside is not
 * followed, so no circle and no way out of the tree remain.
 */
export function* walkFolders(
  base: string,
  start: string,
  enters: (folder: string) => boolean,
): Generator<FolderListing, void, undefined> {
  const top = realPathOf(absolute(base, start));
  if (top === undefined) return;
  const met = new Set<string>();
  const links: string[] = [];
  yield* walkFrom({ base, enters, met, links }, start, top);
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    const target = realPathOf(absolute(base, link));
    if (target === undefined || met.has(target) || !isInside(target, top)) continue;
    const kind = kindOfPath(target);
    if (kind === "file") {
      met.add(target);
      yield { folder: folderOf(link), files: [link], folders: [], unreadable: [] };
    } else if (kind === "folder" && enters(link)) {
      yield* walkFrom({ base, enters, met, links }, link, target);
    }
  }
}

interface Walk {
  readonly base: string;
  readonly enters: (folder: string) => boolean;
  /** Real absolute paths. */
  readonly met: Set<string>;
  readonly links: string[];
}

function* walkFrom(walk: Walk, start: string, realStart: string): Generator<FolderListing, void, undefined> {
  const waiting = [{ folder: start, real: realStart }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { folder, real } = next;
    if (walk.met.has(real)) continue;
    walk.met.add(real);
    const listing = listFolder(walk, folder, real);
    yield listing;
    // the last one in is the first one out
    for (const child of listing.folders.toReversed()) {
      if (walk.enters(child)) waiting.push({ folder: child, real: `${real}/${nameOf(child)}` });
    }
  }
}

function listFolder(walk: Walk, folder: string, real: string): FolderListing {
  const prefix = folder === "" ? "" : `${folder}/`;
  const files: string[] = [];
  const folders: string[] = [];
  const unreadable: UnreadablePath[] = [];
  for (const entry of entriesOf(walk, folder, unreadable)) {
    const path = prefix + entry.name;
    if (entry.isFile()) {
      files.push(path);
      walk.met.add(`${real}/${entry.name}`);
    } else if (entry.isDirectory()) folders.push(path);
    else if (entry.isSymbolicLink()) walk.links.push(path);
  }
  return { folder, files, folders, unreadable };
}

function entriesOf(walk: Walk, folder: string, unreadable: UnreadablePath[]): readonly Dirent[] {
  try {
    const entries = readdirSync(absolute(walk.base, folder), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    // what was deleted while we walked is no defect
    if (codeOf(error) !== "ENOENT") unreadable.push({ path: folder, reason: reasonOf(error) });
    return [];
  }
}

function absolute(base: string, path: string): string {
  return path === "" ? base || "/" : `${base}/${path}`;
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** Undefined for what is absent, a broken link, or links in a circle. */
function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path).replaceAll("\\", "/");
  } catch {
    return undefined;
  }
}

function kindOfPath(path: string): "file" | "folder" | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? "file" : stats.isDirectory() ? "folder" : undefined;
  } catch {
    return undefined;
  }
}
