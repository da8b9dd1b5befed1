/** Documents that texts name: by their path from the policy's folder, from their own folder, or by a bare file name. */
import { resolvePath } from "../../policy/resolve-path";
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
  const beside = resolvePath(from.path, `./${path}`);
  const candidates = [pathFromPolicy(from.policy, path.replace(/^\//, ""))];
  if (beside.kind === "path") candidates.push(beside.path);
  const found = candidates.find((candidate) => workspace.find(candidate) !== undefined);
  if (found !== undefined) return found;
  const named = path.includes("/") ? [] : workspace.named(path);
  return named.length === 1 ? named[0] : undefined;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
