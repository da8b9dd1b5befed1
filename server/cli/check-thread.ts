/** A second thread for large roots: it checks its share of the files while the first one checks the others. */
import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { governingPolicy } from "../engine/find-files";
import { loadPolicies } from "../engine/policies";
import { openFiles } from "../host/node-host";
import { type CheckedFiles, checkFiles } from "./check-files";
import { type OpenedRoot, showFrom } from "./open-root";
import type { Progress } from "./progress";

/** With fewer files the thread is hardly up before they are checked. */
const WORTH_A_THREAD = 2500;
/** Files that a thread takes at a time: few enough for both to end together. */
const PORTION = 32;

interface Order {
  readonly base: string;
  readonly root: string;
  readonly policyFiles: readonly string[];
  readonly paths: readonly string[];
  readonly today: string;
  /** One number: how many paths have been taken. */
  readonly taken: SharedArrayBuffer;
}

/** The same findings as `checkFiles`, sooner; a thread that fails costs time alone. */
export async function checkOnThreads(
  root: OpenedRoot,
  today: string,
  progress: Progress,
): Promise<CheckedFiles> {
  const paths = root.paths.filter((path) => governingPolicy(root.policies, path) !== undefined);
  if (paths.length < WORTH_A_THREAD || availableParallelism() < 2)
    return checkFiles(root, root.paths, today, progress);
  const taken = new SharedArrayBuffer(4);
  const { files, policyFiles } = root;
  const other = startThread({ base: files.base, root: root.root, policyFiles, paths, today, taken });
  const ofBoth = {
    ...progress,
    report: () => progress.report(Atomics.load(new Int32Array(taken), 0), paths.length),
  };
  const first = checkFiles(root, takePaths(paths, taken), today, ofBoth);
  const second = await other;
  if (second === undefined) return checkFiles(root, paths, today, progress);
  return { documents: first.documents + second.documents, findings: [...first.findings, ...second.findings] };
}

/** The paths that no other thread has taken, in portions. */
function* takePaths(paths: readonly string[], taken: SharedArrayBuffer): Generator<string, void> {
  const counter = new Int32Array(taken);
  for (;;) {
    const start = Atomics.add(counter, 0, PORTION);
    if (start >= paths.length) return;
    yield* paths.slice(start, start + PORTION);
  }
}

/** Undefined when the thread fails. */
function startThread(order: Order): Promise<CheckedFiles | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(__filename, { workerData: order });
    worker.once("message", resolve);
    worker.once("error", () => resolve(undefined));
    worker.once("exit", () => resolve(undefined));
  });
}

/** What the bundle does when it is started as a thread. */
export function runThread(): void {
  const { base, root, policyFiles, paths, today, taken } = workerData as Order;
  const files = openFiles(base);
  const policies = loadPolicies(policyFiles, files.readText);
  const opened: OpenedRoot = {
    files,
    root,
    policies,
    policyFiles,
    paths,
    unreadable: [],
    shown: showFrom(root),
  };
  const silent: Progress = { report: () => {}, end: () => {} };
  parentPort?.postMessage(checkFiles(opened, takePaths(paths, taken), today, silent));
}
