/** Follows one record from the commit that filed it to HEAD: through edits, moves, deletions, branches and merges. */
import { nameOf } from "../base/path-parts";
import type { TreeChange, TreeFile } from "../workspace/history";
import { type BlobWork, readTexts } from "./blob-request";
import type { HistoryIndex } from "./history-index";
import { similarity } from "./similarity";

/** Something that happened to a record after it was filed. */
export interface Step {
  /** Index of the commit. */
  readonly commit: number;
  readonly oldPath: string;
  /** Where it is afterwards; the old path when it was deleted. */
  readonly path: string;
  /** Undefined before it was created again, and after it was deleted. */
  readonly before: TreeFile | undefined;
  readonly after: TreeFile | undefined;
}

export interface Track {
  /** Where it is at HEAD, or was last. */
  readonly path: string;
  /** What it is at HEAD; undefined when it is not there. */
  readonly head: TreeFile | undefined;
  /** In the order of the commits. */
  readonly steps: readonly Step[];
  /** All paths at which it has been since it was filed. */
  readonly paths: ReadonlySet<string>;
}

/** Where a record is at a commit, or was before it was deleted. */
interface Place {
  readonly path: string;
  readonly file: TreeFile | undefined;
  /** The last file that it was. */
  readonly last: TreeFile;
}

/** Renamed and edited at once: so much of the text must stay, and less where the file keeps its name. */
const ALIKE = 0.5;
const ALIKE_WITH_SAME_NAME = 0.2;
/** A commit that adds more files than this is no rename of one of them. */
const MOST_CANDIDATES = 200;

/** `taken` tells the paths that are other records. */
export function* trackRecord(
  index: HistoryIndex,
  filed: { readonly commit: number; readonly path: string; readonly file: TreeFile },
  taken: (path: string) => boolean,
): BlobWork<Track> {
  const start: Place = { path: filed.path, file: filed.file, last: filed.file };
  const steps: Step[] = [];
  const paths = new Set([filed.path]);
  const { commits } = index.history;
  const last = commits.length - 1;
  if (!index.changesOf(filed.path).some(({ commit }) => commit > filed.commit))
    return { path: filed.path, head: filed.file, steps, paths };
  /** By commit; only for those that descend from the filing. */
  const places = new Map<number, Place>([[filed.commit, start]]);
  for (let commit = filed.commit + 1; commit <= last; commit++) {
    const parents = index.commitAt(commit).parents.filter((parent) => places.has(parent));
    if (parents.length === 0) continue;
    let taking: Place | undefined;
    let first: Step | undefined;
    let place: Place | undefined;
    for (const parent of parents) {
      const here = places.get(parent) as Place;
      const next = yield* follow(index, commit, parent, here, taken, filed.file);
      if (next === here) taking ??= here;
      else if (first === undefined) {
        first = { commit, oldPath: here.path, path: next.path, before: here.file, after: next.file };
        place = next;
      }
    }
    // a merge that takes over what one of its parents has changes nothing
    const now = taking ?? place ?? start;
    if (taking === undefined && first !== undefined) steps.push(first);
    paths.add(now.path);
    places.set(commit, now);
  }
  const end = places.get(last) ?? start;
  return { path: end.path, head: end.file, steps, paths };
}

/** The same place when nothing happened to the record between the two commits. */
function* follow(
  index: HistoryIndex,
  commit: number,
  parent: number,
  here: Place,
  taken: (path: string) => boolean,
  filed: TreeFile,
): BlobWork<Place> {
  const changes = index.diff(commit, parent);
  // what another parent has already is no new place of this record
  const others = index.commitAt(commit).parents.filter((each) => each !== parent);
  const isNew = (path: string) =>
    !taken(path) && others.every((each) => index.diff(commit, each).some((change) => change.path === path));
  const own = changes.find((change) => change.path === here.path);
  if (here.file === undefined) {
    if (own?.after !== undefined) return { path: here.path, file: own.after, last: own.after };
    const blobs = [here.last.blob, filed.blob];
    const back = changes.find(
      ({ before, after, path }) =>
        before === undefined && after !== undefined && blobs.includes(after.blob) && !taken(path),
    );
    return back?.after === undefined ? here : { path: back.path, file: back.after, last: back.after };
  }
  if (own === undefined) return here;
  if (own.after !== undefined) return { path: here.path, file: own.after, last: own.after };
  const moved = yield* findMove(changes, here.path, here.file, isNew);
  return moved?.after === undefined
    ? { ...here, file: undefined }
    : { path: moved.path, file: moved.after, last: moved.after };
}

function* findMove(
  changes: readonly TreeChange[],
  path: string,
  file: TreeFile,
  isNew: (path: string) => boolean,
): BlobWork<TreeChange | undefined> {
  const added = changes.filter((change) => change.before === undefined && change.after !== undefined);
  const free = added.filter((change) => isNew(change.path));
  const exact = free.filter((change) => change.after?.blob === file.blob);
  if (exact.length > 0)
    return exact.find((change) => foldedName(change.path) === foldedName(path)) ?? exact[0];
  if (free.length === 0 || free.length > MOST_CANDIDATES) return undefined;
  const texts = yield* readTexts([file.blob, ...free.map((change) => (change.after as TreeFile).blob)]);
  const text = texts.get(file.blob);
  if (text === undefined) return undefined;
  let best: TreeChange | undefined;
  let bestScore = 0;
  for (const change of free) {
    const other = texts.get((change.after as TreeFile).blob);
    if (other === undefined) continue;
    const score = similarity(text, other);
    const enough = foldedName(change.path) === foldedName(path) ? ALIKE_WITH_SAME_NAME : ALIKE;
    if (score < enough || score <= bestScore) continue;
    best = change;
    bestScore = score;
  }
  return best;
}

function foldedName(path: string): string {
  return nameOf(path).toLowerCase();
}
