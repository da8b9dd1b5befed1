/** A dialogue with git: a generator that asks one question after another, held at once or in the background. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { reasonOf } from "../failure";
import { type GitCall, prepareGit } from "./git-call";

interface Question {
  readonly parameters: readonly string[];
  /** Further settings of git, `key=value`. */
  readonly settings?: readonly string[];
  readonly input?: string;
  /** Gets the answer in pieces, of which nobody else makes use. */
  readonly take: (piece: Buffer) => void;
}

interface Outcome {
  /** Git's exit code; undefined when it was not started or did not come to its end. */
  readonly code: number | undefined;
  /** Why the code is not 0; a clause for a sentence: `git is not installed`. */
  readonly reason: string;
}

/** A `pause` is for whatever else the program has to do: it stands in long calculations, its outcome means nothing. */
export type Dialogue<Result> = Generator<Question | "pause", Result, Outcome>;

const PAUSED: Outcome = { code: 0, reason: "" };

/** What is larger is no list of documents; Node keeps all of it in memory. */
const LARGEST = 1024 * 1024 * 1024;

/** Holds a dialogue about the repository at this absolute path. Never throws. */
export function holdDialogue<Result>(repository: string, dialogue: Dialogue<Result>): Result {
  let step = dialogue.next();
  while (step.done !== true) {
    step = dialogue.next(step.value === "pause" ? PAUSED : ask(repository, step.value));
  }
  return step.value;
}

/**
 * The same without blocking for longer than it takes to read a piece of an answer. When the signal aborts, the git
 * process that runs is ended, and the promise is rejected with the signal's reason; it is rejected for nothing else.
 */
export async function holdDialogueInBackground<Result>(
  repository: string,
  dialogue: Dialogue<Result>,
  signal: AbortSignal,
): Promise<Result> {
  signal.throwIfAborted();
  let step = dialogue.next();
  while (step.done !== true) {
    const outcome =
      step.value === "pause" ? await pause() : await askInBackground(repository, step.value, signal);
    signal.throwIfAborted();
    step = dialogue.next(outcome);
  }
  return step.value;
}

function pause(): Promise<Outcome> {
  return new Promise((resolve) => setImmediate(resolve, PAUSED));
}

function ask(repository: string, question: Question): Outcome {
  const call = prepareGit(repository, question.parameters, question.settings);
  if ("reason" in call) return { code: undefined, reason: call.reason };
  const { error, status, signal, stdout, stderr } = spawnSync(call.program, call.parameters, {
    ...call.options,
    maxBuffer: LARGEST,
    ...(question.input === undefined ? {} : { input: question.input }),
    stdio: [question.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  // null when git could not be started, whatever the types say
  if ((stdout as Buffer | null) !== null) question.take(stdout);
  if (error !== undefined && "code" in error && error.code === "ENOBUFS")
    return { code: undefined, reason: `git's answer is larger than ${LARGEST / 1024 / 1024} MB` };
  if (error !== undefined && status === null && signal === null) return notStarted(error);
  return outcomeOf(status, signal, stderr.toString("utf8"));
}

function askInBackground(repository: string, question: Question, signal: AbortSignal): Promise<Outcome> {
  const call = prepareGit(repository, question.parameters, question.settings);
  if ("reason" in call) return Promise.resolve({ code: undefined, reason: call.reason });
  return new Promise((resolve) => {
    const child = startGit(call);
    const end = () => child.kill();
    signal.addEventListener("abort", end, { once: true });
    let complaint = "";
    child.stdout.on("data", (piece: Buffer) => {
      if (signal.aborted) return;
      question.take(piece);
      // otherwise all that git has ready would be read before anything else gets its turn
      child.stdout.pause();
      setImmediate(() => child.stdout.resume());
    });
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      // a repository can make git say the same thing for every object
      if (complaint.length < 65536) complaint += piece;
    });
    // git may end before it has read all; why it did is told by its exit
    child.stdin.on("error", () => {});
    child.stdin.end(question.input ?? "");
    const finish = (outcome: Outcome) => {
      signal.removeEventListener("abort", end);
      resolve(outcome);
    };
    child.on("error", (error) => finish(notStarted(error)));
    child.on("close", (status, name) => finish(outcomeOf(status, name, complaint)));
  });
}

export function startGit(call: GitCall) {
  return spawn(call.program, call.parameters, { ...call.options, stdio: ["pipe", "pipe", "pipe"] });
}

function notStarted(error: Error): Outcome {
  return { code: undefined, reason: `git could not be started: ${reasonOf(error)}` };
}

function outcomeOf(status: number | null, signal: string | null, complaint: string): Outcome {
  if (status === null) return { code: undefined, reason: `git was ended by ${signal}` };
  return { code: status, reason: status === 0 ? "" : clauseOf(complaint) };
}

/** What git says, as a clause; the frequent cases in words that say what to do. */
function clauseOf(complaint: string): string {
  if (complaint.includes("detected dubious ownership") || complaint.includes("unsafe repository"))
    return "git does not trust this folder, because it belongs to another user (see safe.directory in git's manual)";
  if (complaint.includes("not a git repository"))
    return "this folder is in no git repository that git can read";
  if (complaint.includes("promisor remote") || complaint.includes("transport '"))
    return "this is a partial clone, and a part that is needed has not been fetched";
  if (/could not read|unable to read|bad object|revision walk setup failed/i.test(complaint))
    return 'a part of this repository is missing or damaged ("git fsck" tells which)';
  const lines = complaint.split("\n");
  const telling =
    lines.find((line) => line.startsWith("fatal: ")) ??
    lines.find((line) => line.startsWith("error: ")) ??
    lines.find((line) => line.trim() !== "");
  return telling === undefined ? "git failed without a word" : `git answers "${telling.trim()}"`;
}

/** While something is asked for, the program waits for it; after that it may end although the process has not. */
export function hold(child: ChildProcessWithoutNullStreams, isAwaited: boolean): void {
  const method = isAwaited ? "ref" : "unref";
  child[method]();
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    const switchTo = (stream as Partial<Record<"ref" | "unref", () => void>>)[method];
    switchTo?.call(stream);
  }
}
