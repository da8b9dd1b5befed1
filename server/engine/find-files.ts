/** Finds the files of a workspace and the policies among them, without looking into what a policy ignores. */
import type { Policy } from "../policy/types";
import { pathWithin } from "../workspace/govern";
import type { FileSystem, UnreadablePath } from "../workspace/ports";
import { loadPolicies, type PolicySet, policyFolder } from "./policies";
import { listFilesOf } from "./templates";

export interface FoundFiles {
  readonly files: readonly string[];
  /** Policy files above the start, then those found. */
  readonly policyFiles: readonly string[];
  readonly policies: PolicySet;
  readonly unreadable: readonly UnreadablePath[];
}

/** Nothing in these is written by the team, and they are the largest folders there are. */
const NEVER_ENTERED = /(?:^|\/)(?:node_modules|\.git|\.hg|\.svn)(?:\/|$)/;

/**
 * Yields after every folder, so that the caller may pause. `above` are the policy files that already govern `start`.
 * A folder that its nearest policy ignores is not entered: a policy file in there governs nothing.
 */
export function* findFiles(
  source: FileSystem,
  start: string,
  above: readonly string[] = [],
): Generator<undefined, FoundFiles> {
  const files: string[] = [];
  const policyFiles = [...above];
  const unreadable: UnreadablePath[] = [];
  const load = (paths: readonly string[]): PolicySet =>
    loadPolicies(paths, source.readText, undefined, listFilesOf(source));
  const known: PolicySet[] = [load(above)];
  for (const listing of source.walk(start, (folder) => isEntered(folder, nearestPolicy(known, folder)))) {
    for (const file of listing.files) {
      files.push(file);
      if (policyFolder(file) === undefined || policyFiles.includes(file)) continue;
      policyFiles.push(file);
      known.push(load([file]));
    }
    unreadable.push(...listing.unreadable);
    yield;
  }
  const single = policyFiles.length === 1 ? known.find((each) => each.files.size > 0) : undefined;
  return { files, policyFiles, policies: single ?? load(policyFiles), unreadable };
}

/** The policy that the file is checked against; undefined when none covers it. */
export function governingPolicy(policies: PolicySet, path: string): Policy | undefined {
  const policy = policies.policyFor(path);
  if (policy === undefined || policyFolder(path) !== undefined || isNeverLookedAt(path)) return undefined;
  return policy.covers(pathWithin(policy, path)) ? policy : undefined;
}

/** Where a folder may hold its policy, the first one first. */
export function policyFilesIn(folder: string): readonly string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  return [`${prefix}docket.yaml`, `${prefix}.docket/policy.yaml`];
}

/** True when the path lies in a folder that is never looked into. */
export function isNeverLookedAt(path: string): boolean {
  return NEVER_ENTERED.test(path);
}

/** True for a folder that is looked into; `nearest` is the policy that governs it. */
export function isEntered(folder: string, nearest: Policy | undefined): boolean {
  return !isNeverLookedAt(folder) && !isIgnored(folder, nearest);
}

/** Ignored are folders all of whose contents are: files of any name, at any depth. */
function isIgnored(folder: string, policy: Policy | undefined): boolean {
  if (policy === undefined || folder.endsWith("/.docket") || folder === ".docket") return false;
  const within = pathWithin(policy, folder);
  return ["_", "_/_", "_/_/_.md"].every((probe) => policy.ignores(`${within}/${probe}`));
}

function nearestPolicy(known: readonly PolicySet[], folder: string): Policy | undefined {
  let nearest: Policy | undefined;
  for (const set of known) {
    const policy = set.policyFor(`${folder}/_`);
    if (policy !== undefined && policy.folder.length >= (nearest?.folder.length ?? 0)) nearest = policy;
  }
  return nearest;
}

/** The rule under which editor and command line report what they cannot read. */
export const UNREADABLE_PATH = "internal/unreadable-path";

export function unreadableMessage(reason: string): string {
  return `This path cannot be read: ${reason}. What is in it is not checked.`;
}

/** The rule under which editor and command line report a policy's mistakes. */
export const POLICY_PROBLEM = "policy/problem";
