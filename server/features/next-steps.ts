/** What nobody should have to ask of a work item: what closed last, who acts next, what they do, by when, what holds it up. */
import { foldKey } from "../base/fold";
import { isOpen, type OpenStep, type PlacedAction, planActions } from "../process/critical-path";
import { passedGateKeys } from "../process/passed-gates";
import { isToPass } from "../process/stated-gates";
import type { WorkItemStatus } from "../process/work-item-status";
import { type DocumentFacts, titleOf } from "./open-actions";
import { type WorkItemDocuments, workItemsInFlight } from "./work-items";

/** Of the work items in flight that have something to do, or say where they stand, in the order of their documents' paths; `today` is an ISO date. */
export function workItemStatuses(
  documents: Iterable<DocumentFacts>,
  today: string,
): readonly WorkItemStatus[] {
  return allStatuses(documents, today).filter(
    ({ next, waiting, nextGate, state, stated }) =>
      next.length + waiting.length > 0 || nextGate !== undefined || (state ?? stated) !== undefined,
  );
}

/** All of them, so also documents that say nothing of the kind. */
export function allStatuses(documents: Iterable<DocumentFacts>, today: string): readonly WorkItemStatus[] {
  return workItemsInFlight(documents).map((item) => statusOf(item, today));
}

/** Remembered until one of the documents changes: of thousands of work items an edit concerns one. */
export function statusOf(item: WorkItemDocuments, today: string): WorkItemStatus {
  const before = known.get(item);
  if (before?.today === today) return before.status;
  const status = findStatus(item, today);
  known.set(item, { today, status });
  return status;
}

const known = new WeakMap<WorkItemDocuments, { readonly today: string; readonly status: WorkItemStatus }>();

function findStatus({ main, documents }: WorkItemDocuments, today: string): WorkItemStatus {
  const actions = documents.flatMap(({ entry, process }) =>
    process.actions.map((action) => ({ path: entry.path, action })),
  );
  const gates = documents.flatMap(({ entry, process }) =>
    process.gates.map((gate) => ({ path: entry.path, gate })),
  );
  const concerns = documents.flatMap(({ entry, process }) =>
    process.concerns.map((concern) => ({ path: entry.path, concern })),
  );
  const pendingGates = gates.filter(({ gate }) => isToPass(gate));
  const { steps, criticalPath } = planActions(actions, today);
  const finished = new Set(
    actions.flatMap(({ action }) => (isOpen(action) ? [] : (action.id?.toLowerCase() ?? []))),
  );
  const passed = passedGateKeys(gates.map(({ gate }) => gate));
  const isFinished = (written: string) => finished.has(written.toLowerCase()) || passed.has(foldKey(written));
  // one whose row still says that it is blocked, by actions that have been done since, waits for nothing
  const isReady = ({ action: { status, blockedOn }, waitsFor }: OpenStep) =>
    waitsFor.length === 0 && (status !== "blocked" || (blockedOn.length > 0 && blockedOn.every(isFinished)));
  const next = steps.filter(isReady).sort(byDeadline);
  const path = criticalPath.length > 1 ? criticalPath : [];
  return {
    workItem: main.process.workItem,
    title: titleOf(main.entry, main.process),
    path: main.entry.path,
    state: main.process.state ?? firstOf(documents, ({ process }) => process.state),
    stated: main.process.stated ?? firstOf(documents, ({ process }) => process.stated),
    passed: gates.findLast(({ gate }) => !isToPass(gate)),
    nextGate: pendingGates[0],
    pendingGates,
    closed: closedLast(actions),
    next,
    parallel: next.filter((step) => !path.includes(step)),
    waiting: steps.filter((step) => !isReady(step)),
    overdue: steps.filter(({ action }) => action.due !== undefined && action.due < today),
    blockers: concerns.filter(({ concern }) => concern.kind === "blocker"),
    risks: concerns.filter(({ concern }) => concern.kind === "risk"),
    criticalPath: path,
  };
}

/** What the first document that says it says. */
function firstOf<T>(
  documents: readonly DocumentFacts[],
  read: (document: DocumentFacts) => T | undefined,
): T | undefined {
  for (const document of documents) {
    const said = read(document);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** Registers carry no day on which something was done: what others waited for is what moved the work item on. */
function closedLast(actions: readonly PlacedAction[]): readonly PlacedAction[] {
  const done = actions.filter(({ action }) => action.status === "done");
  const awaited = new Set(
    actions.flatMap(({ action }) => (isOpen(action) ? action.blockedOn.map((id) => id.toLowerCase()) : [])),
  );
  const released = done.filter(
    ({ action }) => action.id !== undefined && awaited.has(action.id.toLowerCase()),
  );
  return released.length > 0 ? released : done.slice(-1);
}

/** What has no date comes last. */
function byDeadline(a: OpenStep, b: OpenStep): number {
  const [first, second] = [a.action.due ?? "9999", b.action.due ?? "9999"];
  return first < second ? -1 : first > second ? 1 : 0;
}
