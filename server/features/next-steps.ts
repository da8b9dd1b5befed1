/** What nobody should have to ask of a work item: what closed last, who acts next, what they do, by when, what holds it up. */
import { byPath } from "../base/by-path";
import { isOpen, type OpenStep, type PlacedAction, planActions } from "../process/critical-path";
import { isToPass } from "../process/stated-gates";
import type { WorkItemStatus } from "../process/work-item-status";
import { type DocumentFacts, inFlight, titleOf } from "./open-actions";

/** Of the work items in flight that have something to do, in the order of their documents' paths; `today` is an ISO date. */
export function workItemStatuses(
  documents: Iterable<DocumentFacts>,
  today: string,
): readonly WorkItemStatus[] {
  return allStatuses(documents, today).filter(
    ({ next, waiting, nextGate }) => next.length + waiting.length > 0 || nextGate !== undefined,
  );
}

/** Those that only name their state, too. */
export function allStatuses(documents: Iterable<DocumentFacts>, today: string): readonly WorkItemStatus[] {
  const groups = new Map<string, DocumentFacts[]>();
  for (const document of inFlight(documents).toSorted((a, b) => byPath(a.entry, b.entry))) {
    const { entry, process } = document;
    const key = workItemKey(process.workItem, entry.path);
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [document]);
    else others.push(document);
  }
  return [...groups.values()].map((group) => statusOf(group, today));
}

/** The same for all documents of a work item; a document that belongs to none stands for itself. */
export function workItemKey(workItem: string | undefined, path: string): string {
  return workItem === undefined ? `/${path}` : workItem.toLowerCase();
}

function statusOf(group: readonly DocumentFacts[], today: string): WorkItemStatus {
  const actions = group.flatMap(({ entry, process }) =>
    process.actions.map((action) => ({ path: entry.path, action })),
  );
  const gates = group.flatMap(({ entry, process }) =>
    process.gates.map((gate) => ({ path: entry.path, gate })),
  );
  const concerns = group.flatMap(({ entry, process }) =>
    process.concerns.map((concern) => ({ path: entry.path, concern })),
  );
  const pendingGates = gates.filter(({ gate }) => isToPass(gate));
  // what stands for the work item is the document with its gates
  const main = group.find(({ process }) => process.gates.length > 0) ?? (group[0] as DocumentFacts);
  const { steps, criticalPath } = planActions(actions);
  const isReady = ({ action, waitsFor }: OpenStep) => waitsFor.length === 0 && action.status !== "blocked";
  const next = steps.filter(isReady).sort(byDeadline);
  const path = criticalPath.length > 1 ? criticalPath : [];
  return {
    workItem: main.process.workItem,
    title: titleOf(main.entry, main.process),
    path: main.entry.path,
    state: main.process.state,
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
