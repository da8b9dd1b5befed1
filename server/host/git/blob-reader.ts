/** Reads blobs through one git process that stays, for an editor in which one is asked for now and then. */
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { setMaxListeners } from "node:events";
import { hold, holdDialogueInBackground, startGit } from "./dialogue";
import { findMissing } from "./find-missing";
import { prepareGit } from "./git-call";
import { createBatchParser, isObjectId } from "./parse-batch";
import type { Blobs } from "./read-blobs";

export interface BlobReader {
  /**
   * The bytes by id; undefined for what the repository does not have, cannot read, or is no blob, and where git cannot
   * be asked. Rejected with the signal's reason when that aborts, and for nothing else.
   */
  readonly read: (ids: readonly string[], signal: AbortSignal) => Promise<Blobs>;
  /** Ends the process; what is still being read becomes undefined. */
  readonly dispose: () => void;
}

interface Waiting {
  readonly id: string;
  readonly answer: (bytes: Uint8Array | undefined) => void;
}

/** How many processes in a row may end without having answered anything before all that waits is given up. */
const MOST_STUMBLES = 20;

/**
 * The process starts with the first read, and again when it has died, as it does over a damaged object. It does not keep
 * the program from ending but while it is awaited. `repository` is the absolute path of the folder that holds `.git`;
 * `isPartial` tells whether it is a partial clone.
 */
export function openBlobReader(repository: string, isPartial: () => Promise<boolean>): BlobReader {
  let child: ChildProcessWithoutNullStreams | undefined;
  let disposed = false;
  let stumbles = 0;
  /** What the last process died over, unless something else ended it: it is asked for once more. */
  let suspect: Waiting | undefined;
  /** In the order in which git was asked. */
  let waiting: Waiting[] = [];

  const giveUp = () => {
    const all = waiting;
    waiting = [];
    for (const { answer } of all) answer(undefined);
  };

  const start = (): ChildProcessWithoutNullStreams | undefined => {
    const call = prepareGit(repository, ["cat-file", "--batch"]);
    if ("reason" in call) return undefined;
    const started = startGit(call);
    const { take } = createBatchParser((bytes) => {
      stumbles = 0;
      waiting.shift()?.answer(bytes);
      if (waiting.length === 0) hold(started, false);
    });
    started.stdout.on("data", take);
    started.stderr.resume();
    // the process may end before it has read all; its end says so too
    started.stdin.on("error", () => {});
    const end = () => {
      if (child !== started) return;
      child = undefined;
      stumbles += 1;
      if (waiting[0] === suspect) waiting.shift()?.answer(undefined);
      suspect = waiting[0];
      if (disposed || stumbles >= MOST_STUMBLES) giveUp();
      else if (waiting.length > 0) ask(waiting);
    };
    started.on("error", end);
    started.on("close", end);
    return started;
  };

  const ask = (questions: readonly Waiting[]) => {
    child ??= start();
    if (child === undefined) {
      giveUp();
      return;
    }
    hold(child, true);
    child.stdin.write(questions.map(({ id }) => `${id}\n`).join(""));
  };

  const readAll = async (ids: readonly string[], signal: AbortSignal): Promise<Blobs> => {
    const blobs = new Map<string, Uint8Array | undefined>(ids.map((id) => [id, undefined]));
    const proper = [...blobs.keys()].filter(isObjectId);
    if (proper.length === 0 || disposed) return blobs;
    const missing = (await isPartial())
      ? await holdDialogueInBackground(repository, findMissing(proper), signal)
      : undefined;
    const open = proper.filter((id) => missing?.has(id) !== true);
    if (disposed || open.length === 0) return blobs;
    await new Promise<void>((resolve) => {
      let left = open.length;
      const questions = open.map((id) => ({
        id,
        answer: (bytes: Uint8Array | undefined) => {
          blobs.set(id, bytes);
          left -= 1;
          if (left === 0) resolve();
        },
      }));
      stumbles = 0;
      waiting.push(...questions);
      ask(questions);
    });
    return blobs;
  };

  return {
    read: (ids, signal) => unlessAborted(() => readAll(ids, signal), signal),
    dispose: () => {
      disposed = true;
      child?.kill();
      child = undefined;
      giveUp();
    },
  };
}

/** What is read already goes on, because git answers in order; its answer is dropped. */
async function unlessAborted<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  signal.throwIfAborted();
  // any number of readings may depend on one signal: it is no leak
  setMaxListeners(0, signal);
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
