/** Finds where documents are governed from: the nearest policy upward, within the repository. */
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { toSlashes } from "./paths";
import type { Workspace } from "./types";

/** Where a folder may hold its policy, the first one first. */
const POLICY_FILES: readonly string[] = ["docket.yaml", ".docket/policy.yaml"];

/** `path` is absolute: a folder or a file, which need not exist. The search ends at the top of a git repository. */
export function findWorkspace(path: string): Workspace {
  const folder = isFolder(path) ? path : dirname(path);
  const repository = nearest(folder, (each) => existsSync(`${each}/.git`));
  const governing = nearest(folder, holdsPolicy, repository);
  const base = toSlashes(repository ?? governing ?? folder);
  return { base, root: governing === undefined ? undefined : relativeTo(base, toSlashes(governing)) };
}

/** The nearest folder upward for which `test` holds, `last` being the last one asked. */
function nearest(folder: string, test: (folder: string) => boolean, last?: string): string | undefined {
  for (let each = folder; ; each = dirname(each)) {
    if (test(each)) return each;
    if (each === last || dirname(each) === each) return undefined;
  }
}

function holdsPolicy(folder: string): boolean {
  return POLICY_FILES.some((file) => existsSync(`${folder}/${file}`));
}

function relativeTo(base: string, path: string): string {
  return path === base ? "" : path.slice(base === "" ? 1 : base.length + 1);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
