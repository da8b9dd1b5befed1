/** Reads a repository's history in one pass, with what is not committed yet. */
import type { CommitDiff, HistoryAnswer, TreeChange, TreeFile } from "../../workspace/history";
import { type Dialogue, holdDialogue, holdDialogueInBackground } from "./dialogue";
import { findGitFolder, findUnfinished, isShallow } from "./git-folder";
import { createLogParser, LOG_PARAMETERS, type Log } from "./parse-log";
import { createPathReader } from "./read-entries";
import { lookAtHidden, readWorkingState, type WorkingState } from "./read-working-state";
import { resolveCommit } from "./resolve-commit";

/**
 * `repository` is the absolute path of the folder that holds `.git`, whatever its own settings call its working tree.
 * Only files whose path is `wanted` are told of; all commits are. With another `start` than HEAD, `head` and all else
 * are those of that commit, and nothing counts as uncommitted or left out. Reads only: nothing is fetched,
 * written or run. All reasons for knowing nothing are in the answer; only a `wanted` that throws makes this throw.
 */
export function readHistory(
  repository: string,
  wanted: (path: string) => boolean,
  start = "HEAD",
): HistoryAnswer {
  return holdDialogue(repository, historyOf(repository, wanted, start));
}

/**
 * The same answer without blocking for more than some milliseconds at a time. When the signal aborts, git's process is
 * ended and the promise rejected with the signal's reason.
 */
export function readHistoryInBackground(
  repository: string,
  wanted: (path: string) => boolean,
  signal: AbortSignal,
  { start = "HEAD", seen }: BackgroundOptions = {},
): Promise<HistoryAnswer> {
  return holdDialogueInBackground(repository, historyOf(repository, wanted, start, seen), signal);
}

export interface BackgroundOptions {
  readonly start?: string;
  /** Gets each wanted change while git is still listing them, oldest first. */
  readonly seen?: ((change: TreeChange) => void) | undefined;
}

function* historyOf(
  repository: string,
  wanted: (path: string) => boolean,
  start: string,
  seen?: (change: TreeChange) => void,
): Dialogue<HistoryAnswer> {
  const pathOf = createPathReader(wanted);
  const state = start === "HEAD" ? yield* readWorkingState(repository, pathOf) : yield* cleanStateAt(start);
  if (state.kind === "unknown") return state;
  const { head } = state;
  let log: Log | undefined = { commits: [], diffs: [] };
  if (head !== undefined) {
    const parser = createLogParser(pathOf, seen);
    const { code, reason } = yield { parameters: [...LOG_PARAMETERS, head], take: parser.take };
    if (code !== 0) return { kind: "unknown", reason };
    log = parser.finish();
  }
  if (log === undefined) return { kind: "unknown", reason: "the answer of git log cannot be understood" };

  const folder = findGitFolder(repository);
  const tree = yield* replay(log);
  const { sparse, uncommitted } = yield* lookAtHidden(repository, state, tree);
  return {
    kind: "history",
    history: {
      head,
      ...log,
      tree,
      uncommitted,
      sparse,
      shallow: folder !== undefined && isShallow(folder),
      unfinished: folder === undefined ? undefined : findUnfinished(folder),
    },
  };
}

function* cleanStateAt(
  start: string,
): Dialogue<WorkingState | Extract<HistoryAnswer, { readonly kind: "unknown" }>> {
  const resolved = yield* resolveCommit(start);
  if (resolved.kind === "unknown") return resolved;
  return { kind: "state", head: resolved.id, uncommitted: [], hidden: [] };
}

/** The files of the last commit: what its first parents did, one after the other, which saves asking for its tree. */
function* replay({ commits, diffs }: Log): Dialogue<ReadonlyMap<string, TreeFile>> {
  const diffOf = new Map<number, CommitDiff>();
  for (const diff of diffs) {
    if (diff.parent === (commits[diff.commit]?.parents[0] ?? -1)) diffOf.set(diff.commit, diff);
  }
  const line: number[] = [];
  for (let at: number | undefined = commits.length - 1; at !== undefined && at >= 0; ) {
    line.push(at);
    at = commits[at]?.parents[0];
  }
  const tree = new Map<string, TreeFile>();
  let done = 0;
  for (const commit of line.reverse()) {
    for (const { path, after } of diffOf.get(commit)?.changes ?? []) {
      if (after === undefined) tree.delete(path);
      else tree.set(path, after);
      done += 1;
      if (done % CHANGES_BETWEEN_PAUSES === 0) yield "pause";
    }
  }
  return tree;
}

const CHANGES_BETWEEN_PAUSES = 10_000;
