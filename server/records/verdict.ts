/** The verdict on one record: what stands now against what was filed. */
import { sentence } from "../base/sentence";
import type { TreeFile, UncommittedChange } from "../workspace/history";
import type { BlobTexts } from "./blob-request";
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
  /** Paths of documents that were there already where a shallow clone begins. */
  readonly cut: ReadonlySet<string>;
  /** Paths with versions whose text is not to be had. */
  readonly missing: ReadonlySet<string>;
}

/** The blobs of which the texts are needed to judge the record, now and in the commits since it was filed. */
export function blobsToJudge(state: PresentState, baseline: Baseline, track: Track): readonly string[] {
  const own = uncommittedOf(state, track);
  const { head, steps } = track;
  const files = [...steps.flatMap(({ before, after }) => [before, after]), head, own?.head, own?.index];
  const others = files.filter((file) => file !== undefined && file.blob !== baseline.file.blob);
  // what is as it was filed in every commit is known by its id
  if (others.length === 0 && own === undefined) return [];
  return [baseline.file.blob, ...others.map((file) => (file as TreeFile).blob)];
}

function uncommittedOf({ index }: PresentState, track: Track): UncommittedChange | undefined {
  return index.history.uncommitted.find(({ path }) => path === track.path);
}

/** `texts` has those of `blobsToJudge`, where the repository has them. */
export function verdictOf(
  state: PresentState,
  baseline: Baseline,
  track: Track,
  { amendments, outwitted, incomplete }: JudgedTrack,
  texts: BlobTexts,
): AuditedRecord {
  const { history } = state.index;
  const own = uncommittedOf(state, track);
  const {
    verdict,
    reason,
    isReplaced = false,
    ...later
  } = own === undefined
    ? judgeHead(state, baseline, track, texts)
    : judgeUncommitted(state, baseline, track, own, texts);
  const { documentClass, policy } = baseline;
  const isCut = [...track.paths].some((path) => state.cut.has(path));
  const say = (said: Verdict, why: string | undefined): AuditedRecord => ({
    path: later.path ?? track.path,
    paths: track.paths,
    versions: track.steps.flatMap(({ after }) => after?.blob ?? []),
    documentClass,
    policy,
    baseline,
    filed: isCut ? undefined : baseline.filing,
    verdict: said,
    isReplaced,
    reason: why,
    amendments: [...amendments, ...later.amendments],
  });
  const cannot = whyUnverifiable(state, track, isCut, incomplete);
  if (verdict === "amended") return say("amended", reason);
  if (verdict === "deleted")
    return history.unfinished === "a rebase" ? say("unverifiable", cannot) : say("deleted", reason);
  // a baseline that is not the true one proves nothing of a record that agrees with it
  if (verdict === "unverifiable" || cannot !== undefined)
    return say("unverifiable", cannot ?? "The repository does not have the text that was filed.");
  if (outwitted && track.head?.blob !== baseline.file.blob)
    return say(
      "amended",
      "A commit loosened the policy and changed the record in one go; the policy before it forbade the change.",
    );
  return say("intact", undefined);
}

/** What stands now against what was filed, for all that the repository can tell. */
interface Present {
  readonly verdict: Verdict;
  readonly reason: string | undefined;
  /** See `AuditedRecord`. */
  readonly isReplaced?: boolean;
  /** Those that no commit holds. */
  readonly amendments: readonly Amendment[];
  /** Where the record stands now, if it was moved. */
  readonly path: string | undefined;
}

/** What HEAD has, against what was filed; by their ids alone where these are the same. */
function judgeHead(state: PresentState, baseline: Baseline, track: Track, texts: BlobTexts): Present {
  const say = (verdict: Verdict, reason?: string): Present => ({
    verdict,
    reason,
    amendments: [],
    path: undefined,
  });
  if (track.head === undefined) return say("deleted", deletedIn(state.index, track));
  if (track.head.blob === baseline.file.blob && !isLink(track.head)) return say("intact");
  const filed = texts.get(baseline.file.blob);
  const now = texts.get(track.head.blob);
  if (isLink(track.head)) return { ...say("amended", describeReplaced(track.head)), isReplaced: true };
  if (filed === undefined || now === undefined) return say("unverifiable");
  return isAllowed(judgeChanges(filed, now, baseline).changes)
    ? say("intact")
    : say("amended", whyAmended(state, track, [filed, now]));
}

function isAllowed(changes: readonly JudgedChange[]): boolean {
  return changes.every((change) => change.region !== undefined);
}

/** What no commit holds yet, in the working tree first and then in the index. */
function judgeUncommitted(
  state: PresentState,
  baseline: Baseline,
  track: Track,
  own: UncommittedChange,
  texts: BlobTexts,
): Present {
  const filed = texts.get(baseline.file.blob);
  const head = track.head === undefined ? undefined : texts.get(track.head.blob);
  if (filed === undefined)
    return { verdict: "unverifiable", reason: undefined, amendments: [], path: undefined };
  const why = () => whyAmended(state, track, [filed, head]);
  const before = head ?? filed;
  const staged = own.index === undefined ? undefined : texts.get(own.index.blob);
  const link = [own.index, workingFile(own)].find((file) => file !== undefined && isLink(file));
  if (link !== undefined)
    return { ...changedFile("amended", describeLink(link), describeReplaced(link)), isReplaced: true };
  if (own.head !== undefined && own.index === undefined && state.working.textOf(track.path) !== undefined)
    return changedFile("deleted", DELETED, "Its removal is staged; the working tree still has it.");
  let now = own.workingMode === undefined ? undefined : state.working.textOf(track.path);
  let path: string | undefined;
  if (now === undefined) {
    path = findNewPlace(state, before);
    if (path === undefined)
      return changedFile("deleted", DELETED, "It is deleted, and no commit holds that yet.");
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
        : amended
          ? why()
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

const DELETED = "the file was deleted";

/** The file itself changed, and not only some of its lines. */
function changedFile(verdict: Verdict, what: string, reason: string | undefined): Present {
  return { verdict, reason, amendments: [uncommitted(undefined, [1, 1], what, true)], path: undefined };
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

function describeReplaced(link: TreeFile): string {
  return `${sentence(describeLink(link))}.`;
}

/** What the changed lines do not show. Bytes that are no UTF-8 all look alike in an editor, so that one of them
 * changed has to be said. */
function whyAmended(
  { working }: PresentState,
  { path }: Track,
  committed: readonly (string | undefined)[],
): string | undefined {
  return [...committed, working.textOf(path)].some(
    (text) => text !== undefined && /\p{Surrogate}/u.test(text),
  )
    ? "It holds bytes that are no UTF-8, and they are not those that were filed."
    : undefined;
}

function deletedIn(index: HistoryIndex, track: Track): string | undefined {
  const step = track.steps.findLast((each) => each.after === undefined);
  if (step === undefined) return undefined;
  const { id, date, author } = index.commitAt(step.commit);
  return `It was deleted on ${date} in commit ${id.slice(0, 7)} by ${author}.`;
}

/** Why the history does not tell what was filed first; undefined when it does. */
function whyUnverifiable(
  { index, missing }: PresentState,
  track: Track,
  isCut: boolean,
  incomplete: boolean,
): string | undefined {
  if (index.history.unfinished === "a rebase")
    return "A rebase is in progress, so the history is not the one that the branch will have. Finish or abort it.";
  if (isCut)
    return "The clone is shallow and the record is older than it reaches: run `git fetch --unshallow`, or seal the record.";
  return incomplete || [...track.paths].some((path) => missing.has(path))
    ? "The repository lacks versions of this record (a partial clone): fetch them, for example with `git fetch --refetch`."
    : undefined;
}
