/** From the paths on the command line to the root that governs them, its policies, and the files to look at. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type FoundFiles, findFiles, policyFilesIn } from "../engine/find-files";
import { loadPolicies, type PolicySet } from "../engine/policies";
import { listFilesOf } from "../engine/templates";
import { findWorkspace } from "../host/find-workspace";
import { openFiles } from "../host/node-host";
import { toSlashes } from "../host/paths";
import type { BasedFileSystem } from "../host/types";
import type { UnreadablePath } from "../workspace/ports";
import { UsageError } from "./usage-error";

export interface OpenedRoot {
  /** Paths are relative to the base of these: the top of the repository, or the root where there is none. */
  readonly files: BasedFileSystem;
  readonly policies: PolicySet;
  readonly policyFiles: readonly string[];
  /** The folder that the nearest policy governs, relative to the base. */
  readonly folder: string;
  /** All files in scope, governed or not, each once. */
  readonly paths: readonly string[];
  readonly unreadable: readonly UnreadablePath[];
  /** True for a path in scope, whether there is such a file or not. */
  readonly covers: (path: string) => boolean;
  /** The path as reports give it: relative to the root, where it lies below that. */
  readonly shown: (path: string) => string;
}

/** Where a root is, before anything in it has been looked at. */
export interface LocatedRoot {
  readonly files: BasedFileSystem;
  /** The folder that the nearest policy governs, relative to the base. */
  readonly folder: string;
  /** Absolute paths of what was named. */
  readonly targets: readonly string[];
}

/**
 * Without any path everything below the root is in scope. Throws a `UsageError` where nothing is, or no policy; where
 * there is none, `formerRoot` may tell the folder that one governed, for a base and a folder below it.
 */
export function locateRoot(
  given: readonly string[],
  folder: string,
  formerRoot: (base: string, path: string) => string | undefined = () => undefined,
): LocatedRoot {
  const targets = given.map((path) => toSlashes(resolve(folder, path)));
  for (const [index, target] of targets.entries()) {
    if (kindOf(target) === undefined) throw new UsageError(`There is no file or folder \`${given[index]}\`.`);
  }
  const start = toSlashes(targets.length === 0 ? folder : commonFolder(targets));
  const { base, root = formerRoot(base, start.slice(base.length + 1)) } = findWorkspace(start);
  if (root === undefined) throw noPolicy(targets, start);
  return { files: openFiles(base), folder: root, targets };
}

/** As `locateRoot` does, with its policies and the list of its files. */
export function openRoot(given: readonly string[], folder: string): OpenedRoot {
  return readRoot(locateRoot(given, folder));
}

export function readRoot({ files, folder, targets }: LocatedRoot): OpenedRoot {
  const { base } = files;
  const found =
    targets.length === 0
      ? [drain(findFiles(files, folder, policiesAbove(files, folder)))]
      : targets.map((target) => findIn(files, target));
  const policyFiles = [...new Set(found.flatMap((each) => each.policyFiles))];
  const [only] = found;
  return {
    files,
    policyFiles,
    folder,
    policies: only !== undefined && found.length === 1 ? only.policies : loadIn(files, policyFiles),
    paths: found.length === 1 ? (only?.files ?? []) : [...new Set(found.flatMap((each) => each.files))],
    unreadable: found.flatMap((each) => each.unreadable),
    covers: coverage(targets.length === 0 ? [folder === "" ? base : `${base}/${folder}`] : targets, base),
    shown: (path) => (folder !== "" && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path),
  };
}

/** With the templates beside them. */
export function loadIn(files: BasedFileSystem, policyFiles: readonly string[]): PolicySet {
  return loadPolicies(policyFiles, files.readText, undefined, listFilesOf(files));
}

/** A policy that is a link stands in no listing. */
function policiesAbove({ kindOf: kindIn }: BasedFileSystem, folder: string): readonly string[] {
  return policyFilesIn(folder).filter((path) => kindIn(path) === "file");
}

/** Targets are absolute. */
function coverage(targets: readonly string[], base: string): (path: string) => boolean {
  return (path) => {
    const absolute = `${base}/${path}`;
    return targets.some((target) => absolute === target || absolute.startsWith(`${target}/`));
  };
}

/** A file, or all files of a folder, with the policy that lies above. */
function findIn(files: BasedFileSystem, target: string): FoundFiles {
  const { root = "" } = findWorkspace(target);
  const above = policiesAbove(files, root);
  const path = target === files.base ? "" : target.slice(files.base.length + 1);
  if (kindOf(target) === "folder") return drain(findFiles(files, path, above));
  return { files: [path], policyFiles: above, policies: loadIn(files, above), unreadable: [] };
}

function drain<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

function noPolicy(targets: readonly string[], start: string): UsageError {
  const roots = new Set(
    targets
      .map((target) => findWorkspace(target))
      .map(({ base, root }) => root !== undefined && `${base}/${root}`),
  );
  if (targets.length > 1 && !roots.has(false)) {
    return new UsageError(
      "These paths are governed by different policies, and no policy governs them all. Name the paths of one policy at a time.",
    );
  }
  return new UsageError(
    `No policy governs \`${start || "/"}\`: neither it nor a folder above it, within the repository, has a docket.yaml. To begin, run \`docket init\` in the folder that is to be governed.`,
  );
}

/** The deepest folder that holds all paths. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) =>
    (kindOf(path) === "folder" ? path : path.slice(0, path.lastIndexOf("/"))).split("/"),
  );
  const [first = []] = folders;
  const length = first.findIndex((part, index) => folders.some((folder) => folder[index] !== part));
  return (length < 0 ? first : first.slice(0, length)).join("/") || "/";
}

function kindOf(path: string): "file" | "folder" | undefined {
  const stats = statSync(path || "/", { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return "folder";
  // to read a pipe or a device would wait for ever
  return stats?.isFile() === true ? "file" : undefined;
}
