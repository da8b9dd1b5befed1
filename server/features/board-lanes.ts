/** Puts work items into the columns of the lifecycle that they go through, and counts the closed ones. */
import type { WorkItemLifecycle } from "../policy/types";
import type { BoardCard, BoardColumn, BoardLane } from "../process/board-model";
import { findLifecycle } from "../process/lifecycle";
import type { BoardDocument } from "./board";
import { workItemKey } from "./work-items";

interface Lane {
  readonly lifecycle: WorkItemLifecycle | undefined;
  readonly cards: BoardCard[];
  closed: number;
}

export function boardLanes(
  cards: readonly BoardCard[],
  documents: readonly BoardDocument[],
): readonly BoardLane[] {
  const groups = new Map<string, BoardDocument[]>();
  const lanes = new Map<string, Lane>();
  for (const document of documents) {
    const { workItem, gates, workItemClosed, state } = document.process;
    if (workItem === undefined && gates.length === 0 && state === undefined && !workItemClosed) continue;
    const key = workItemKey(workItem, document.entry.path);
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [document]);
    else others.push(document);
    // lanes come in the order of the policy, whatever document comes first
    for (const lifecycle of document.lifecycles) laneOf(lanes, lifecycle);
  }
  const listed = new Set(cards.map(({ key }) => key));
  for (const [key, group] of groups) {
    if (!listed.has(key) && group.some(isClosed)) laneOf(lanes, lifecycleOf(group)).closed++;
  }
  for (const card of cards) laneOf(lanes, lifecycleOf(groups.get(card.key) ?? [])).cards.push(card);
  return [...lanes.values()]
    .filter((lane) => lane.cards.length + lane.closed > 0)
    .sort((a, b) => Number(a.lifecycle === undefined) - Number(b.lifecycle === undefined))
    .map(toLane);
}

/** A document that is filed or superseded speaks for a work item only where it has its gates. */
function isClosed({ process }: BoardDocument): boolean {
  return process.workItemClosed || (process.closed && process.gates.length > 0);
}

function lifecycleOf(group: readonly BoardDocument[]): WorkItemLifecycle | undefined {
  const main = group.find(({ process }) => process.gates.length > 0) ?? group[0];
  return findLifecycle(
    group.flatMap(({ process }) => process.gates.map(({ gate }) => gate)),
    group.map(({ process }) => process.state),
    { lifecycles: main?.lifecycles ?? [] },
  );
}

/** Policies that extend the same profile share their lifecycles. */
function laneOf(lanes: Map<string, Lane>, lifecycle: WorkItemLifecycle | undefined): Lane {
  const key = lifecycle === undefined ? "" : JSON.stringify(lifecycle);
  const known = lanes.get(key);
  if (known !== undefined) return known;
  const lane: Lane = { lifecycle, cards: [], closed: 0 };
  lanes.set(key, lane);
  return lane;
}

function toLane({ lifecycle, cards, closed }: Lane): BoardLane {
  const columns = lifecycle === undefined ? freeColumns(cards) : stateColumns(lifecycle, cards);
  return { lifecycle: lifecycle?.name, columns, closed };
}

/** What names none of the states comes first, as nobody can tell how far it is. */
function stateColumns(lifecycle: WorkItemLifecycle, cards: readonly BoardCard[]): readonly BoardColumn[] {
  const names = new Set(lifecycle.states.map(({ name }) => name));
  const unknown = cards.filter(({ status }) => !names.has(status.state ?? ""));
  return [
    ...column("unknown-state", unknown),
    ...lifecycle.states.map(({ name }) => ({
      kind: "state" as const,
      state: name,
      isFinal: !lifecycle.gates.some(({ from }) => from === name),
      cards: cards.filter(({ status }) => status.state === name),
    })),
  ];
}

function freeColumns(cards: readonly BoardCard[]): readonly BoardColumn[] {
  return [
    ...column(
      "no-lifecycle",
      cards.filter(({ status }) => status.workItem !== undefined),
    ),
    ...column(
      "no-work-item",
      cards.filter(({ status }) => status.workItem === undefined),
    ),
  ];
}

function column(kind: BoardColumn["kind"], cards: readonly BoardCard[]): readonly BoardColumn[] {
  return cards.length === 0 ? [] : [{ kind, state: "", isFinal: false, cards }];
}
