/** Asks git what differs from HEAD in the index and the working tree, and what a sparse checkout leaves out. */
import { createHash } from "node:crypto";
import { lstatSync, readFileSync, readlinkSync, type Stats } from "node:fs";
import type {
  HistoryListener,
  RepositoryHistory,
  TreeFile,
  UncommittedChange,
} from "../../workspace/history";
import type { Dialogue } from "./dialogue";
import { quietFilters } from "./quiet-filters";
import { createEntryReader, type PathOf } from "./read-entries";

export interface WorkingState {
  readonly kind: "state";
  /** HEAD's commit; undefined when nothing has been committed yet. */
  readonly head: string | undefined;
  readonly uncommitted: readonly UncommittedChange[];
  /** Tracked files that git was told not to look at. */
  readonly hidden: readonly HiddenFile[];
}

/** A file that `git status` leaves out: of a sparse checkout, or marked by `git update-index`. */
interface HiddenFile {
  readonly path: string;
  /** True for what a sparse checkout may leave out, false for what is only assumed to be unchanged. */
  readonly skipped: boolean;
}

export function* readWorkingState(
  repository: string,
  pathOf: PathOf,
  listener?: Pick<HistoryListener, "staged" | "stagedAll">,
): Dialogue<WorkingState | { readonly kind: "unknown"; readonly reason: string }> {
  const hidden: HiddenFile[] = [];
  // `<mark> <mode> <id> <stage>`, a tab, the path
  const list = createEntryReader((bytes, start, end) => {
    const mark = bytes[start];
    if (mark === undefined) return;
    const isShown = mark === CACHED || (mark !== SKIPPED && mark < LOWER_CASE);
    if (isShown && listener === undefined) return;
    const tab = bytes.indexOf(TAB, start);
    const path = pathOf(bytes, tab + 1, end);
    if (path === undefined) return;
    if (!isShown) hidden.push({ path, skipped: mark === SKIPPED || mark === SKIPPED + CASE });
    else listener?.staged(path, bytes.toString("latin1", start + ID_AT, tab - STAGE_LENGTH));
  });
  const listed = yield { parameters: ["ls-files", "-v", "--stage", "-z"], take: list.take };
  if (listed.code !== 0) return { kind: "unknown", reason: listed.reason };
  listener?.stagedAll();

  const filters = yield* quietFilters();
  if (filters.kind === "unknown") return filters;
  let head: string | undefined;
  let branch = "";
  const uncommitted: UncommittedChange[] = [];
  const status = createEntryReader((bytes, start, end) => {
    if (bytes[start] === HASH) {
      const [, key, value = ""] = bytes.toString("utf8", start, end).split(" ");
      if (key === "branch.oid" && value !== "(initial)") head = value;
      if (key === "branch.head") branch = value;
      return;
    }
    const change = readStatusEntry(repository, bytes.subarray(start, end), pathOf);
    if (change !== undefined) uncommitted.push(change);
  });
  const asked = yield { parameters: STATUS, settings: filters.settings, take: status.take };
  status.finish();
  if (asked.code !== 0) return { kind: "unknown", reason: asked.reason };
  // a branch that nothing has been committed to has a name here, one that cannot be read has none
  if (head === undefined && branch === "(unknown)")
    return { kind: "unknown", reason: "HEAD names a branch that git cannot read" };

  return { kind: "state", head, uncommitted, hidden };
}

const STATUS: readonly string[] = [
  ...["status", "--porcelain=v2", "-z", "--branch", "--no-ahead-behind"],
  ...["--no-renames", "--untracked-files=no", "--ignore-submodules=all"],
];

const HASH = 0x23;
const TAB = 0x09;
/** `H 100644 ` stands before an id, ` 0` behind it. */
const ID_AT = 9;
const STAGE_LENGTH = 2;
const CACHED = 0x48;
const SKIPPED = 0x53;
const LOWER_CASE = 0x61;
const CASE = 0x20;

/**
 * Looks at the hidden files itself, comparing bytes: `sparse` are those that are not there and need not be. The others
 * are `uncommitted` when they differ, or seem to because git would convert them (line endings, say).
 */
export function* lookAtHidden(
  repository: string,
  { uncommitted, hidden }: WorkingState,
  tree: ReadonlyMap<string, TreeFile>,
): Dialogue<Pick<RepositoryHistory, "sparse" | "uncommitted">> {
  const sparse = new Set<string>();
  const changes = new Map(uncommitted.map((change) => [change.path, change]));
  let done = 0;
  for (const { path, skipped } of hidden) {
    const head = tree.get(path);
    const staged = changes.get(path);
    const workingMode = workingModeOf(repository, path);
    const isLeftOut = skipped && workingMode === undefined;
    if (isLeftOut) sparse.add(path);
    if (staged !== undefined) changes.set(path, { ...staged, workingMode });
    else if (!isLeftOut && (workingMode !== head?.mode || blobOf(repository, path, head) !== head?.blob))
      changes.set(path, { path, head, index: head, workingMode });
    done += 1;
    if (done % FILES_BETWEEN_PAUSES === 0) yield "pause";
  }
  return { sparse, uncommitted: [...changes.values()] };
}

const FILES_BETWEEN_PAUSES = 500;

/**
 * `1 XY sub mH mI mW hH hI path` for a change, `u XY sub m1 m2 m3 mW h1 h2 h3 path` for a conflict, of which our side
 * (the second) is what HEAD holds.
 */
function readStatusEntry(repository: string, entry: Buffer, pathOf: PathOf): UncommittedChange | undefined {
  const conflict = entry[0] === UNMERGED;
  const start = afterSpaces(entry, conflict ? 10 : 8);
  const path = pathOf(entry, start, entry.length);
  if (path === undefined) return undefined;
  const words = entry.toString("latin1", 0, start - 1).split(" ");
  const at = (index: number) => words[index] ?? "";
  const [head, index] = conflict
    ? [fileOf(at(4), at(8)), fileOf(at(4), at(8)) ?? fileOf(at(5), at(9))]
    : [fileOf(at(3), at(6)), fileOf(at(4), at(7))];
  const mode = at(conflict ? 6 : 5);
  // what is no longer in the index is not looked at by git, and may still be there
  return { path, head, index, workingMode: mode === ABSENT ? workingModeOf(repository, path) : mode };
}

const UNMERGED = 0x75;
const ABSENT = "000000";

function afterSpaces(entry: Buffer, count: number): number {
  let position = 0;
  for (let seen = 0; seen < count; seen += 1) position = entry.indexOf(0x20, position) + 1;
  return position;
}

function fileOf(mode: string, blob: string): TreeFile | undefined {
  return mode === ABSENT ? undefined : { mode, blob };
}

function workingModeOf(repository: string, path: string): string | undefined {
  const stats = statOf(`${repository}/${path}`);
  if (stats?.isSymbolicLink() === true) return "120000";
  if (stats?.isFile() !== true) return undefined;
  return process.platform !== "win32" && (stats.mode & 0o100) !== 0 ? "100755" : "100644";
}

function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The id that git would give the file's bytes; undefined when they cannot be read. */
function blobOf(repository: string, path: string, like: TreeFile | undefined): string | undefined {
  try {
    const file = `${repository}/${path}`;
    const bytes = like?.mode === "120000" ? Buffer.from(readlinkSync(file)) : readFileSync(file);
    return createHash(like?.blob.length === 64 ? "sha256" : "sha1")
      .update(`blob ${bytes.length}\0`)
      .update(bytes)
      .digest("hex");
  } catch {
    return undefined;
  }
}
