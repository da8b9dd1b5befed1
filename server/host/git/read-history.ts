/** Reads a repository's history in one pass, with what is not committed yet. */
import type { CommitDiff, HistoryAnswer, HistoryListener, TreeFile } from "../../workspace/history";
import { type Dialogue, holdDialogueInBackground } from "./dialogue";
import { findGitFolder, findUnfinished, isShallow } from "./git-folder";
import { createLogParser, LOG_PARAMETERS, type Log } from "./parse-log";
import { createPathReader, type PathOf } from "./read-entries";
import { lookAtHidden, readWorkingState, type WorkingState } from "./read-working-state";

/**
 * `repository` is the absolute path of the folder that holds `.git`, whatever its own settings call its working tree.
 * Only files whose path is `wanted` are told of; all commits are. Reads only: nothing is fetched, written or run. All
 * reasons for knowing nothing are in the answer. When the signal aborts, git's processes are ended and the promise
 * rejected with the signal's reason; beyond that only a `wanted` that throws rejects it.
 */
export async function readHistory(
  repository: string,
  wanted: (path: string) => boolean,
  signal: AbortSignal,
  listener?: HistoryListener,
): Promise<HistoryAnswer> {
  const pathOf = createPathReader(wanted);
  const hold = <Result>(dialogue: Dialogue<Result>) => holdDialogueInBackground(repository, dialogue, signal);
  for (let trial = 1; ; trial += 1) {
    // side by side: git takes its time for each
    const [state, log] = await Promise.all([
      hold(readWorkingState(repository, pathOf, listener)),
      hold(readLog(pathOf, listener)),
    ]);
    if (state.kind === "unknown") return state;
    if (state.head === undefined) return hold(historyOf(repository, state, { commits: [], diffs: [] }));
    if (log.kind === "unknown") return log;
    if (log.log.commits.at(-1)?.id === state.head) return hold(historyOf(repository, state, log.log));
    if (trial === TRIALS) return { kind: "unknown", reason: "HEAD moves faster than it can be read" };
  }
}

const TRIALS = 5;

type LogAnswer =
  | { readonly kind: "log"; readonly log: Log }
  | Extract<HistoryAnswer, { readonly kind: "unknown" }>;

function* readLog(pathOf: PathOf, listener: HistoryListener | undefined): Dialogue<LogAnswer> {
  const parser = createLogParser(pathOf, listener?.changed);
  const { code, reason } = yield { parameters: [...LOG_PARAMETERS, "HEAD", "--"], take: parser.take };
  if (code !== 0) return { kind: "unknown", reason };
  const log = parser.finish();
  return log === undefined
    ? { kind: "unknown", reason: "the answer of git log cannot be understood" }
    : { kind: "log", log };
}

function* historyOf(repository: string, state: WorkingState, log: Log): Dialogue<HistoryAnswer> {
  const folder = findGitFolder(repository);
  const tree = yield* replay(log);
  const { sparse, uncommitted } = yield* lookAtHidden(repository, state, tree);
  return {
    kind: "history",
    history: {
      head: state.head,
      ...log,
      tree,
      uncommitted,
      sparse,
      shallow: folder !== undefined && isShallow(folder),
      unfinished: folder === undefined ? undefined : findUnfinished(folder),
    },
  };
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

const CHANGES_BETWEEN_PAUSES = 5_000;
