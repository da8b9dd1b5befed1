/** Which open action waits for which, and the longest chain of them: what decides when a work item can go on. */
import { daysBetween } from "../base/date";
import type { Action } from "./types";

/** An action in its document; `path` is relative to the root. */
export interface PlacedAction {
  readonly path: string;
  readonly action: Action;
}

export interface OpenStep extends PlacedAction {
  /** The open actions that it waits for; those that wait for each other in a circle are left out. */
  readonly waitsFor: readonly OpenStep[];
  /**
   * Days from its deadline, or from today where that is past, to the earliest deadline still to come of what waits
   * for it, directly or not; negative where that comes sooner.
   */
  readonly slack: number | undefined;
}

export interface Plan {
  /** All open actions, in the order given. */
  readonly steps: readonly OpenStep[];
  /** The longest chain, what is to be done first in front; of several the one that ends last. */
  readonly criticalPath: readonly OpenStep[];
}

/**
 * The plan of one work item; `today` is an ISO date. Ids that are unknown, done or in a circle hold nothing up. Takes
 * linear time.
 */
export function planActions(actions: readonly PlacedAction[], today: string): Plan {
  const open = actions.filter(({ action }) => isOpen(action));
  const edges = dependencies(open);
  const { order, ring } = sortByDependency(edges);
  const steps = open.map((each) => ({
    ...each,
    waitsFor: [] as OpenStep[],
    slack: undefined as number | undefined,
  }));
  const deadlines: (string | undefined)[] = open.map(() => undefined);
  // what waits comes last in the order: deadlines are handed on from there
  for (const at of order.toReversed()) {
    const step = steps[at] as (typeof steps)[number];
    const { due } = step.action;
    const limit = deadlines[at];
    if (due !== undefined && limit !== undefined) step.slack = daysBetween(due < today ? today : due, limit);
    for (const other of edges[at] ?? []) {
      if (ring[other] === ring[at]) continue;
      step.waitsFor.push(steps[other] as OpenStep);
      // a day that is past holds nobody to anything any more
      const own = due !== undefined && due >= today ? due : undefined;
      deadlines[other] = earlier(deadlines[other], earlier(own, limit));
    }
  }
  return { steps, criticalPath: longestChain(steps, order) };
}

export function isOpen({ status }: Action): boolean {
  return status !== "done" && status !== "dropped";
}

/** For each action the indices of those that it waits for: of its own document where that has the id. */
function dependencies(open: readonly PlacedAction[]): readonly (readonly number[])[] {
  const byId = new Map<string, number>();
  for (const [at, { path, action }] of open.entries()) {
    if (action.id === undefined) continue;
    const id = action.id.toLowerCase();
    for (const key of [`${path}\n${id}`, id]) if (!byId.has(key)) byId.set(key, at);
  }
  return open.map(({ path, action }, at) => {
    const found = action.blockedOn.map((written) => {
      const id = written.toLowerCase();
      return byId.get(`${path}\n${id}`) ?? byId.get(id);
    });
    return [...new Set(found)].filter((each) => each !== undefined && each !== at) as number[];
  });
}

interface Sorted {
  /** Indices: what is waited for comes before what waits. */
  readonly order: readonly number[];
  /** The same number for all that wait for each other in a circle. */
  readonly ring: readonly number[];
}

/** Tarjan's algorithm, with a stack of its own: a chain may be as long as a register. */
function sortByDependency(edges: readonly (readonly number[])[]): Sorted {
  const order: number[] = [];
  const ring = edges.map(() => -1);
  const found = edges.map(() => -1);
  const lowest = edges.map(() => -1);
  const stack: number[] = [];
  let count = 0;
  let rings = 0;
  for (let start = 0; start < edges.length; start++) {
    if (found[start] !== -1) continue;
    const path: { readonly at: number; next: number }[] = [];
    const enter = (at: number) => {
      found[at] = count;
      lowest[at] = count;
      count++;
      stack.push(at);
      path.push({ at, next: 0 });
    };
    enter(start);
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const { at } = frame;
      const other = edges[at]?.[frame.next];
      frame.next++;
      if (other === undefined) {
        path.pop();
        const above = path.at(-1)?.at;
        if (above !== undefined) lowest[above] = Math.min(lowest[above] as number, lowest[at] as number);
        if (lowest[at] !== found[at]) continue;
        for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
          ring[member] = rings;
          order.push(member);
          if (member === at) break;
        }
        rings++;
      } else if (found[other] === -1) enter(other);
      else if (ring[other] === -1) lowest[at] = Math.min(lowest[at] as number, found[other] as number);
    }
  }
  return { order, ring };
}

function longestChain(steps: readonly OpenStep[], order: readonly number[]): readonly OpenStep[] {
  const lengths = new Map<OpenStep, number>();
  const before = new Map<OpenStep, OpenStep>();
  let last: OpenStep | undefined;
  for (const at of order) {
    const step = steps[at] as OpenStep;
    for (const other of step.waitsFor) {
      if (isLater(other, before.get(step), lengths)) before.set(step, other);
    }
    const previous = before.get(step);
    lengths.set(step, 1 + (previous === undefined ? 0 : (lengths.get(previous) ?? 0)));
    if (isLater(step, last, lengths)) last = step;
  }
  const chain: OpenStep[] = [];
  for (let step = last; step !== undefined; step = before.get(step)) chain.push(step);
  return chain.reverse();
}

/** The longer chain; of two equally long ones that which is due later, as it is the one that may be late. */
function isLater(
  step: OpenStep,
  than: OpenStep | undefined,
  lengths: ReadonlyMap<OpenStep, number>,
): boolean {
  if (than === undefined) return true;
  const more = (lengths.get(step) ?? 0) - (lengths.get(than) ?? 0);
  return more > 0 || (more === 0 && (step.action.due ?? "") > (than.action.due ?? ""));
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
