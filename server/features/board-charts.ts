/** What waits for what in each work item, down to the gate that comes next. */
import type { BoardCard, ChartEdge, ChartNode, DependencyChart } from "../process/board-model";
import type { OpenStep } from "../process/critical-path";
import { GATE_WORD } from "../process/vocabulary";
import type { PlacedGate } from "../process/work-item-status";

/** Those in which nothing waits for anything are left out. */
export function dependencyCharts(cards: readonly BoardCard[]): readonly DependencyChart[] {
  const byWorkItem = new Map(
    cards.flatMap((card) => (card.status.workItem === undefined ? [] : [[card.key, card] as const])),
  );
  return cards
    .map((card) => chartOf(card, byWorkItem))
    .filter(({ edges }) => edges.length > 0)
    .sort((a, b) => b.card.status.criticalPath.length - a.card.status.criticalPath.length);
}

function chartOf(card: BoardCard, byWorkItem: ReadonlyMap<string, BoardCard>): DependencyChart {
  const { next, waiting, criticalPath, nextGate } = card.status;
  const steps = [...next, ...waiting];
  const later = new Set(waiting);
  const follows = new Map(criticalPath.map((step, at) => [step, criticalPath[at + 1]]));
  const ids = new Map(steps.map((step) => [step, stepId(step)]));
  const idOf = (step: OpenStep) => ids.get(step) ?? "";
  const edges: ChartEdge[] = [];
  const others = new Map<string, ChartNode>();
  for (const step of steps) {
    for (const other of step.waitsFor) {
      edges.push({ from: idOf(other), to: idOf(step), isCritical: follows.get(other) === step });
    }
    for (const node of outsiders(step, card, byWorkItem)) {
      others.set(node.id, node);
      edges.push({ from: node.id, to: idOf(step), isCritical: false });
    }
  }
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const drawn = steps.filter((step) => linked.has(idOf(step)));
  if (nextGate !== undefined && drawn.length > 0) {
    const node = gateNode(nextGate, criticalPath.length > 0);
    const last = criticalPath.at(-1);
    const ends = endsBefore(node.id, drawn.map(idOf), edges);
    others.set(node.id, node);
    for (const id of ends) {
      edges.push({ from: id, to: node.id, isCritical: last !== undefined && id === idOf(last) });
    }
  }
  const actions = drawn.map(
    (step): ChartNode => ({
      kind: "action",
      id: idOf(step),
      step,
      isCritical: follows.has(step),
      waits: later.has(step),
    }),
  );
  const nodes = inOrder([...actions, ...others.values()], edges);
  return { card, nodes, edges, loose: steps.length - drawn.length };
}

/** A row has a line of its own. */
function stepId({ path, action }: OpenStep): string {
  return `${path}:${action.line}`;
}

/** The gates and the other work items that hold the action up. */
function outsiders(
  { action }: OpenStep,
  card: BoardCard,
  byWorkItem: ReadonlyMap<string, BoardCard>,
): readonly ChartNode[] {
  const found = action.blockedOn.flatMap((written): readonly ChartNode[] => {
    const name = written.toLowerCase();
    const other = byWorkItem.get(name);
    if (other !== undefined && other !== card)
      return [{ kind: "work-item", id: `item:${other.key}`, card: other, isCritical: false }];
    const gate = findGate(name, card.status.pendingGates);
    return gate === undefined ? [] : [gateNode(gate, false)];
  });
  // several items of one gate are one gate
  return [...new Map(found.map((node) => [node.id, node])).values()];
}

/** By its own name, with or without the word for a gate, or by one of its items. */
function findGate(name: string, gates: readonly PlacedGate[]): PlacedGate | undefined {
  const short = name.startsWith(`${GATE_WORD} `) ? name.slice(GATE_WORD.length + 1) : name;
  return gates.find(
    ({ gate }) =>
      (gate.gate.toLowerCase() === short && (short !== name || !/^[\d.]+$/.test(short))) ||
      gate.items.some(({ id }) => id !== "" && id.toLowerCase() === short),
  );
}

function gateNode(gate: PlacedGate, isCritical: boolean): ChartNode {
  return { kind: "gate", id: `gate:${gate.path}:${gate.gate.line}`, gate, isCritical };
}

/** What nothing waits for, and what does not itself come after the gate. */
function endsBefore(gateId: string, ids: readonly string[], edges: readonly ChartEdge[]): readonly string[] {
  const after = new Set([gateId]);
  // a set that grows while it is gone through
  for (const id of after) for (const { from, to } of edges) if (from === id) after.add(to);
  const awaited = new Set(edges.filter(({ to }) => !after.has(to)).map(({ from }) => from));
  return ids.filter((id) => !awaited.has(id) && !after.has(id));
}

/** What is waited for in front; what waits for each other in a circle keeps the order given. */
function inOrder(nodes: readonly ChartNode[], edges: readonly ChartEdge[]): readonly ChartNode[] {
  const before = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const others = before.get(to);
    if (others === undefined) before.set(to, [from]);
    else others.push(from);
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const done = new Set<string>();
  const order = new Set<ChartNode>();
  for (const { id: start } of nodes) {
    const stack = [start];
    while (stack.length > 0) {
      const id = stack.at(-1) as string;
      const waitsFor = done.has(id) ? [] : (before.get(id) ?? []).filter((each) => !done.has(each));
      done.add(id);
      if (waitsFor.length > 0) stack.push(...waitsFor);
      else {
        stack.pop();
        const node = byId.get(id);
        if (node !== undefined) order.add(node);
      }
    }
  }
  return [...order];
}
