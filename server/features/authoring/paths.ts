/** Documents that texts name: by their path from the policy's folder, from their own folder, or by a bare file name. */

import { policyFolder } from "../../engine/policies";
import { resolvePath } from "../../policy/resolve-path";
import type { Policy } from "../../policy/types";
import { pathFromPolicy } from "../../workspace/govern";
import type { DocumentEntry } from "../../workspace/types";
import type { AuthoringWorkspace } from "./context";

const ANCHOR = /#.*$/;

/** The document that a path is written in. */
export interface Origin {
  readonly path: string;
  readonly policy: Pick<Policy, "folder">;
}

export function originOf({ path, policyPath }: DocumentEntry): Origin {
  return { path, policy: { folder: policyFolder(policyPath) ?? "" } };
}

export interface ResolvedDocument {
  /** Relative to the root. */
  readonly path: string;
  /** What the written path is relative to: the policy's folder, the document's own, or nothing. */
  readonly by: "policy" | "document" | "name";
}

/** The document's path relative to the root; undefined where there is none, or a bare name is that of several. */
export function resolveDocument(
  written: string,
  from: Origin,
  workspace: AuthoringWorkspace,
): string | undefined {
  return resolveWritten(written, from, workspace)?.path;
}

/** A link leads from its document's folder first, as it does for whoever renders it. */
export function resolveWritten(
  written: string,
  from: Origin,
  { find, named }: Pick<AuthoringWorkspace, "find" | "named">,
  isLink = false,
): ResolvedDocument | undefined {
  const path = decodePath(written.replace(ANCHOR, "").trim()).replace(/^\.\//, "");
  if (path === "" || /^[a-z]+:/i.test(path)) return undefined;
  const besides = resolvePath(from.path, `./${path}`);
  const beside = besides.kind === "path" && find(besides.path) ? besides.path : undefined;
  if (isLink && beside !== undefined) return { path: beside, by: "document" };
  const root = pathFromPolicy(from.policy, path.replace(/^\//, ""));
  if (find(root) !== undefined) return { path: root, by: "policy" };
  if (beside !== undefined) return { path: beside, by: "document" };
  const [only, ...others] = path.includes("/") ? [] : named(path);
  return only === undefined || others.length > 0 ? undefined : { path: only, by: "name" };
}

export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
