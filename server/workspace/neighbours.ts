/** What the documents around one have in common: the likely owner, the repository's way of writing headers. */
import { folderOf } from "../base/path-parts";
import type { DocumentClass } from "../policy/types";
import type { DocumentEntry, WorkspaceSnapshot } from "./types";

export interface CommonOwner {
  readonly name: string;
  readonly documents: number;
  /** `in this folder` or `of this class` */
  readonly where: string;
}

const OF_CLASS = "of this class";

/** The owner of most documents in the same folder, or else of most of the class; undefined when none stands out. */
export function commonOwner(
  workspace: WorkspaceSnapshot,
  path: string,
  documentClass: DocumentClass,
): CommonOwner | undefined {
  const folder = folderOf(path);
  const inFolder: DocumentEntry[] = [];
  const ofClass: DocumentEntry[] = [];
  for (const entry of workspace.entries.values()) {
    if (entry.owner === undefined || entry.path === path || entry.classId === undefined) continue;
    if (isIn(folder, entry.path)) inFolder.push(entry);
    if (entry.classId === documentClass.id && entry.kind === documentClass.kind) ofClass.push(entry);
  }
  // other folders have other owners: the class tells only where one role owns most of it
  return mostFrequent(inFolder, "in this folder") ?? ownerOfMost(ofClass, OF_CLASS);
}

/**
 * The owner of most documents of the class, in the same folder or else anywhere: what a team does rather than what
 * its policy proposes. Undefined where a single document says so, or no owner has more than half.
 */
export function prevailingOwner(
  workspace: WorkspaceSnapshot,
  path: string,
  documentClass: DocumentClass,
): CommonOwner | undefined {
  const folder = folderOf(path);
  const ofClass = [...workspace.entries.values()].filter(
    (entry) =>
      entry.owner !== undefined &&
      entry.path !== path &&
      entry.classId === documentClass.id &&
      entry.kind === documentClass.kind,
  );
  const inFolder = ofClass.filter((entry) => isIn(folder, entry.path));
  return ownerOfMost(inFolder, `${OF_CLASS} in this folder`) ?? ownerOfMost(ofClass, OF_CLASS);
}

function ownerOfMost(entries: readonly DocumentEntry[], where: string): CommonOwner | undefined {
  const owner = mostFrequent(entries, where);
  return owner !== undefined && owner.documents > 1 && owner.documents * 2 > entries.length
    ? owner
    : undefined;
}

function mostFrequent(entries: readonly DocumentEntry[], where: string): CommonOwner | undefined {
  const counts = new Map<string, number>();
  for (const { owner } of entries) if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] === second?.[1]) return undefined;
  return { name: first[0], documents: first[1], where };
}

/** `front-matter` when most governed documents with a header write it so. */
export function commonHeaderForm(workspace: WorkspaceSnapshot): "front-matter" | "bold" {
  let frontMatter = 0;
  let other = 0;
  for (const entry of workspace.entries.values()) {
    if (entry.classId === undefined || entry.headerForm === undefined) continue;
    if (entry.headerForm === "front-matter") frontMatter++;
    else other++;
  }
  return frontMatter > other ? "front-matter" : "bold";
}

/** Compared in place: this is asked of every document of the workspace. */
function isIn(folder: string, path: string): boolean {
  return path.lastIndexOf("/") === (folder === "" ? -1 : folder.length) && path.startsWith(folder);
}
