/** The verdict on one record: what stands now against what was filed. */
import type { TreeFile, UncommittedChange } from "../workspace/history";
import { type BlobWork, readTexts } from "./blob-request";
import { describeChange, linesOf } from "./describe-changes";
import type { HistoryIndex } from "./history-index";
import { type JudgedChange, judgeChanges } from "./judge-changes";
import { describeLink, isLink, type JudgedTrack } from "./judge-track";
import { similarity } from "./similarity";
import type { Track } from "./track-record";
import { type Amendment, type AuditedRecord, type Baseline, UNCOMMITTED, type Verdict } from "./types";

/** What the working tree holds besides HEAD. */
export interface WorkingFiles {
  /** The text of a file that no commit holds in this form; undefined when it is not there. */
  readonly textOf: (path: string) => string | undefined;
  /** Documents of the working tree that HEAD does not have. */
  readonly newPaths: () => readonly string[];
}

export interface PresentState {
  readonly index: HistoryIndex;
  readonly working: WorkingFiles;
  /** Indices of the commits at the edge of a shallow clone. */
  readonly boundaries: readonly number[];
  /** Paths with versions whose text is not to be had. */
  readonly missing: ReadonlySet<string>;
}

export function* verdictOf(
  state: PresentState,
  baseline: Baseline,
  track: Track,
  { amendments, outwitted, incomplete }: JudgedTrack,
): BlobWork<AuditedRecord> {
  const { history } = state.index;
  const own = history.uncommitted.find(({ path }) => path === track.path);
  const later = own === undefined ? undefined : yield* judgeUncommitted(state, baseline, track, own);
  const all = [...amendments, ...(later?.amendments ?? [])];
  const { documentClass, policy } = baseline;
  const say = (
    verdict: Verdict,
    reason: string | undefined,
    path = later?.path ?? track.path,
  ): AuditedRecord => ({
    path,
    paths: track.paths,
    versions: track.steps.flatMap(({ after }) => after?.blob ?? []),
    documentClass,
    policy,
    baseline,
    filed: isCut(state, track) ? undefined : baseline.filing,
    verdict,
    reason,
    amendments: all,
  });
  const head = later === undefined ? yield* judgeHead(baseline, track) : later.verdict;
  const cannot = whyUnverifiable(state, baseline, track, incomplete);
  if (head === "amended")
    return say("amended", later?.reason ?? reasonOf(track) ?? (yield* reasonOfBytes(state, baseline, track)));
  if (head === "deleted") {
    if (history.unfinished === "a rebase") return say("unverifiable", cannot);
    return say(
      "deleted",
      later === undefined
        ? deletedIn(state.index, track)
        : (later.reason ?? "It is deleted, and no commit holds that yet."),
    );
  }
  // a baseline that is not the true one proves nothing of a record that agrees with it
  if (head === "unverifiable" || cannot !== undefined)
    return say("unverifiable", cannot ?? "The repository does not have the text that was filed.");
  if (outwitted && track.head?.blob !== baseline.file.blob)
    return say(
      "amended",
      "A commit loosened the policy and changed the record in one go; the policy before it forbade the change.",
    );
  return say("intact", undefined);
}

/** What HEAD has, against what was filed; by their ids alone where these are the same. */
function* judgeHead(baseline: Baseline, track: Track): BlobWork<Verdict> {
  if (track.head === undefined) return "deleted";
  if (isLink(track.head)) return "amended";
  if (track.head.blob === baseline.file.blob) return "intact";
  const texts = yield* readTexts([baseline.file.blob, track.head.blob]);
  const filed = texts.get(baseline.file.blob);
  const now = texts.get(track.head.blob);
  if (filed === undefined || now === undefined) return "unverifiable";
  return isAllowed(judgeChanges(filed, now, baseline).changes) ? "intact" : "amended";
}

function isAllowed(changes: readonly JudgedChange[]): boolean {
  return changes.every((change) => change.region !== undefined);
}

interface Uncommitted {
  readonly verdict: Verdict;
  readonly reason: string | undefined;
  readonly amendments: readonly Amendment[];
  readonly path: string | undefined;
}

/** What no commit holds yet, in the working tree first and then in the index. */
function* judgeUncommitted(
  state: PresentState,
  baseline: Baseline,
  track: Track,
  own: UncommittedChange,
): BlobWork<Uncommitted> {
  const texts = yield* readTexts(
    [baseline.file, track.head, own.index].flatMap((file) => (file === undefined ? [] : [file.blob])),
  );
  const filed = texts.get(baseline.file.blob);
  const head = track.head === undefined ? undefined : texts.get(track.head.blob);
  if (filed === undefined)
    return { verdict: "unverifiable", reason: undefined, amendments: [], path: undefined };
  const before = head ?? filed;
  const staged = own.index === undefined ? undefined : texts.get(own.index.blob);
  const link = [own.index, workingFile(own)].find((file) => file !== undefined && isLink(file));
  if (link !== undefined) return gone("amended", describeLink(link));
  if (own.head !== undefined && own.index === undefined && state.working.textOf(track.path) !== undefined)
    return {
      ...gone("deleted", "the file was deleted"),
      reason: "Its removal is staged; the working tree still has it.",
    };
  let now = own.workingMode === undefined ? undefined : state.working.textOf(track.path);
  let path: string | undefined;
  if (now === undefined) {
    path = findNewPlace(state, before);
    if (path === undefined) return gone("deleted", "the file was deleted");
    now = state.working.textOf(path);
  }
  const changes =
    now === undefined ? [] : judgeChanges(before, now, baseline, { ignoreEndings: true }).changes;
  // what is staged will be committed, whatever the working tree says
  const hidden =
    staged === undefined || staged === now || own.index?.blob === track.head?.blob
      ? []
      : judgeChanges(filed, staged, baseline, { ignoreEndings: true }).changes.filter(
          (change) => change.region === undefined,
        );
  const total = judgeChanges(filed, now ?? before, baseline, { ignoreEndings: true }).changes;
  const amended = !isAllowed(total) || hidden.length > 0;
  const shown = changes.length === 0 ? hidden : changes;
  const restored = total.length === 0;
  return {
    verdict: amended ? "amended" : "intact",
    reason:
      isAllowed(total) && hidden.length > 0
        ? "The change is staged; the working tree no longer has it."
        : undefined,
    amendments: [
      ...modeChanges(own),
      ...shown.map((change) => {
        const region = restored && hidden.length === 0 ? "restored" : change.region;
        return uncommitted(region, linesOf(change), describeChange(change));
      }),
    ],
    path,
  };
}

/** Of a file that stays a file. */
function modeChanges({ head, index, workingMode }: UncommittedChange): readonly Amendment[] {
  const mode = workingMode === head?.mode ? index?.mode : workingMode;
  if (head === undefined || mode === undefined || mode === head.mode) return [];
  return [uncommitted("file mode", [1, 1], `its mode became ${mode}`, true)];
}

function gone(verdict: Verdict, what: string): Uncommitted {
  return {
    verdict,
    reason: undefined,
    amendments: [uncommitted(undefined, [1, 1], what, true)],
    path: undefined,
  };
}

function uncommitted(
  region: string | undefined,
  lines: Amendment["lines"],
  what: string,
  ofFile = false,
): Amendment {
  return {
    commit: UNCOMMITTED,
    date: "",
    author: "",
    allowed: region !== undefined,
    region,
    ofFile,
    lines,
    what,
  };
}

function workingFile({ workingMode }: UncommittedChange): TreeFile | undefined {
  return workingMode === undefined ? undefined : { blob: "", mode: workingMode };
}

/** A document that came into the working tree with the text of one that left it. */
function findNewPlace({ working }: PresentState, text: string): string | undefined {
  for (const path of working.newPaths()) {
    const other = working.textOf(path);
    if (other !== undefined && (other === text || similarity(text, other) > 0.9)) return path;
  }
  return undefined;
}

function reasonOf(track: Track): string | undefined {
  return track.head !== undefined && isLink(track.head)
    ? `${sentence(describeLink(track.head))}.`
    : undefined;
}

/** Bytes that are no UTF-8 all look alike in an editor: that one of them changed has to be said. */
function* reasonOfBytes(state: PresentState, { file }: Baseline, track: Track): BlobWork<string | undefined> {
  const filed = (yield* readTexts([file.blob])).get(file.blob);
  const head = track.head && (yield* readTexts([track.head.blob])).get(track.head.blob);
  const texts = [filed, head, state.working.textOf(track.path)];
  return texts.some((text) => text !== undefined && /\p{Surrogate}/u.test(text))
    ? "It holds bytes that are no UTF-8, and they are not those that were filed."
    : undefined;
}

function deletedIn(index: HistoryIndex, track: Track): string | undefined {
  const step = track.steps.findLast((each) => each.after === undefined);
  if (step === undefined) return undefined;
  const { id, date, author } = index.commitAt(step.commit);
  return `It was deleted on ${date} in commit ${id.slice(0, 7)} by ${author}.`;
}

function sentence(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}

/** Why the history does not tell what was filed first; undefined when it does. */
function whyUnverifiable(
  state: PresentState,
  baseline: Baseline,
  track: Track,
  incomplete: boolean,
): string | undefined {
  const { history } = state.index;
  if (history.unfinished === "a rebase")
    return "A rebase is in progress, so the history is not the one that the branch will have. Finish or abort it.";
  if (isCut(state, track))
    return "The clone is shallow and the record is older than it reaches: run `git fetch --unshallow`, or seal the record.";
  if (incomplete || [...track.paths].some((path) => state.missing.has(path)))
    return "The repository lacks versions of this record (a partial clone): fetch them, for example with `git fetch --refetch`.";
  return baseline.file.blob === "" ? "It is not known what was filed." : undefined;
}

/** True when the record was there already where a shallow clone begins. */
function isCut({ index, boundaries }: PresentState, track: Track): boolean {
  return boundaries.some((at) => index.diff(at, -1).some(({ path }) => track.paths.has(path)));
}
