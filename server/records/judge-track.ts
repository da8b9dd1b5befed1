/** Judges what happened to one record since it was filed, commit by commit. */
import type { TreeFile } from "../workspace/history";
import type { BlobTexts } from "./blob-request";
import { describeChange, linesOf } from "./describe-changes";
import { findFiledClass } from "./filed-class";
import type { HistoryIndex } from "./history-index";
import { type Judge, judgeChanges } from "./judge-changes";
import type { PolicyTimeline } from "./policy-timeline";
import type { Step, Track } from "./track-record";
import type { Amendment, Baseline } from "./types";

export interface JudgedTrack {
  readonly amendments: readonly Amendment[];
  /** True when a commit changed the policy and the record in one go, and the policy before it forbade that. */
  readonly outwitted: boolean;
  /** True when a version's text is not to be had. */
  readonly incomplete: boolean;
}

/** `texts` has those of the baseline and of all steps, where the repository has them. */
export function judgeTrack(
  index: HistoryIndex,
  baseline: Baseline,
  track: Track,
  timeline: PolicyTimeline,
  texts: BlobTexts,
): JudgedTrack {
  const amendments: Amendment[] = [];
  let outwitted = false;
  let incomplete = false;
  let last: TreeFile = baseline.file;
  for (const step of track.steps) {
    const { id: commit, date, author } = index.commitAt(step.commit);
    const before = step.before ?? last;
    const events = describeFile(step, last, baseline.file);
    for (const each of events) amendments.push({ commit, date, author, ofFile: true, ...each });
    last = step.after ?? last;
    if (step.after === undefined || step.after.blob === before.blob || isLink(step.after)) continue;
    const old = texts.get(before.blob);
    const now = texts.get(step.after.blob);
    if (old === undefined || now === undefined) {
      incomplete = true;
      amendments.push({
        commit,
        date,
        author,
        allowed: false,
        region: undefined,
        ofFile: true,
        lines: [1, 1],
        what: "its text is missing",
      });
      continue;
    }
    const restored = step.after.blob === baseline.file.blob;
    const judges = judgesOf(step, index, baseline, timeline, texts.get(baseline.file.blob) ?? old);
    const judged = judges.map((judge) => judgeChanges(old, now, judge).changes);
    for (const [order, change] of (judged[0] ?? []).entries()) {
      const byAll = judged.every((changes) => changes[order]?.region !== undefined);
      outwitted ||= change.region !== undefined && !byAll;
      const region = restored ? "restored" : byAll ? change.region : undefined;
      const lines = linesOf(change);
      amendments.push({
        commit,
        date,
        author,
        allowed: region !== undefined,
        region,
        ofFile: false,
        lines,
        what: describeChange(change),
      });
    }
  }
  return { amendments, outwitted, incomplete };
}

type Event = Pick<Amendment, "allowed" | "region" | "lines" | "what">;

/** What happened to the file as such: a deletion, its return, another mode. */
function describeFile({ before, after }: Step, last: TreeFile, filed: TreeFile): Event[] {
  const lines = [1, 1] as const;
  if (after === undefined)
    return [{ allowed: false, region: undefined, lines, what: "the file was deleted" }];
  const events: Event[] = [];
  if (before === undefined) {
    const restored = after.blob === filed.blob;
    const region = restored ? "restored" : undefined;
    events.push({ allowed: restored, region, lines, what: "the file was created again" });
  }
  const old = before ?? last;
  if (isLink(after) && !isLink(old))
    events.push({ allowed: false, region: undefined, lines, what: describeLink(after) });
  else if (after.mode !== old.mode && !isLink(after)) {
    const region = "file mode";
    events.push({ allowed: true, region, lines, what: `its mode became ${after.mode}` });
  }
  return events;
}

/** True for what holds no text of its own: a symbolic link, a submodule. */
export function isLink({ mode }: TreeFile): boolean {
  return !mode.startsWith("100");
}

export function describeLink({ mode }: TreeFile): string {
  return mode === "120000"
    ? "the file was replaced by a symbolic link"
    : "the file was replaced by a submodule";
}

/** The baseline's judge, and where the commit changed the policy also the one before it. */
function judgesOf(
  step: Step,
  index: HistoryIndex,
  baseline: Baseline,
  timeline: PolicyTimeline,
  filed: string,
): readonly Judge[] {
  const present: Judge = { documentClass: baseline.documentClass, policy: baseline.policy };
  const parent = index.commitAt(step.commit).parents[0];
  if (parent === undefined || !timeline.changedAt(step.commit)) return [present];
  const policy = timeline.at(parent)?.policyFor(step.oldPath);
  const documentClass = policy && findFiledClass(baseline.path, filed, policy);
  if (policy === undefined || documentClass === undefined) return [present];
  return [present, { documentClass, policy }];
}
