/** Documents that texts name: by their path from the policy's folder, from their own folder, or by a bare file name. */
import { pathFromPolicy } from "../../workspace/govern";
import type { GovernedDocument } from "../../workspace/types";
import type { AuthoringWorkspace } from "./context";

const ANCHOR = /#.*$/;

/** The document's path relative to the root; undefined where there is none, or a bare name is that of several. */
export function resolveDocument(
  written: string,
  from: GovernedDocument,
  workspace: AuthoringWorkspace,
): string | undefined {
  const path = decode(written.replace(ANCHOR, "").trim()).replace(/^\.\//, "");
  if (path === "" || /^[a-z]+:/i.test(path)) return undefined;
  const folder = from.path.slice(0, from.path.lastIndexOf("/") + 1);
  for (const candidate of [pathFromPolicy(from.policy, path.replace(/^\//, "")), join(folder, path)])
    if (candidate !== undefined && workspace.find(candidate) !== undefined) return candidate;
  return path.includes("/") ? undefined : onlyNamed(path, workspace);
}

function onlyNamed(name: string, workspace: AuthoringWorkspace): string | undefined {
  let found: string | undefined;
  for (const { entry } of workspace.documents()) {
    if (entry.path !== name && !entry.path.endsWith(`/${name}`)) continue;
    if (found !== undefined) return undefined;
    found = entry.path;
  }
  return found;
}

/** Undefined for a path that leads out of the root. */
function join(folder: string, path: string): string | undefined {
  const parts = folder.split("/").filter(Boolean);
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
