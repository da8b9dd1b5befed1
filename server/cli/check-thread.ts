/** A second thread for large roots: it checks its share of the files while the first one checks the others. */
import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { governingPolicy } from "../engine/find-files";
import { loadPolicies } from "../engine/policies";
import { openFiles } from "../host/node-host";
import { type CheckedFiles, checkFiles } from "./check-files";
import { type OpenedRoot, showFrom } from "./open-root";
import type { Progress } from "./progress";

/** With fewer files the thread is not up before they are checked. */
const WORTH_A_THREAD = 2500;
/** It starts later than the first one, by about this part of the files that make it worth while. */
const SHARE = 0.45;

interface Order {
  readonly base: string;
  readonly root: string;
  readonly policyFiles: readonly string[];
  readonly paths: readonly string[];
  readonly today: string;
}

/** The same findings as `checkFiles`, sooner. What the thread cannot do, for whatever reason, is done here. */
export async function checkOnThreads(
  root: OpenedRoot,
  today: string,
  progress: Progress,
): Promise<CheckedFiles> {
  const paths = root.paths.filter((path) => governingPolicy(root.policies, path) !== undefined);
  if (paths.length < WORTH_A_THREAD || availableParallelism() < 2) return checkFiles(root, today, progress);
  const isTheirs = (index: number) => Math.floor(index * SHARE) < Math.floor((index + 1) * SHARE);
  const theirs = paths.filter((_, index) => isTheirs(index));
  const ours = { ...root, paths: paths.filter((_, index) => !isTheirs(index)) };
  const { files, policyFiles } = root;
  const other = startThread({ base: files.base, root: root.root, policyFiles, paths: theirs, today });
  const first = checkFiles(ours, today, progress);
  const second = (await other) ?? checkFiles({ ...root, paths: theirs, unreadable: [] }, today, progress);
  return { documents: first.documents + second.documents, findings: [...first.findings, ...second.findings] };
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
  const { base, root, policyFiles, paths, today } = workerData as Order;
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
  parentPort?.postMessage(checkFiles(opened, today, { report: () => {}, end: () => {} }));
}
