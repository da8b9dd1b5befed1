/** The data of the view *Pending Gates*; in a large workspace, gates come when they are asked for. */
import { statusOf } from "../features/next-steps";
import { titleOf } from "../features/open-actions";
import { type WorkItemDocuments, workItemsInFlight } from "../features/work-items";
import { isToPass } from "../process/stated-gates";
import type { Gate, GateItem } from "../process/types";
import type { GateGroup, GateItemNode, GateNode } from "../protocol/messages";
import { type PlaceOf, placesOf } from "./places";
import type { WorkspaceSession } from "./workspace-session";

export interface GatesParams {
  /** URIs of the groups whose gates are wanted. */
  readonly opened?: readonly string[];
}

interface PlacedGate {
  readonly path: string;
  readonly gate: Gate;
}

interface Group {
  readonly session: WorkspaceSession;
  readonly item: WorkItemDocuments;
  readonly gates: readonly PlacedGate[];
}

/** So many gates are sent unasked. */
const FEW = 200;

/** Work items with gates that have not passed, in the order of their paths. */
export function pendingGateGroups(
  sessions: readonly WorkspaceSession[],
  { opened = [] }: GatesParams,
  today: string,
): readonly GateGroup[] {
  const groups = groupsOf(sessions);
  const count = groups.reduce((sum, { gates }) => sum + gates.length, 0);
  const wanted = count <= FEW ? undefined : new Set(opened);
  return groups.map((group) => toGroup(group, wanted, today));
}

/** Empty when there is no such group any more. */
export function gatesOfGroup(sessions: readonly WorkspaceSession[], uri: string): readonly GateNode[] {
  const group = groupsOf(sessions).find(({ session, item }) => session.uriOf(item.main.entry.path) === uri);
  return group === undefined ? [] : toNodes(group);
}

function groupsOf(sessions: readonly WorkspaceSession[]): readonly Group[] {
  return sessions.flatMap((session) =>
    workItemsInFlight(session.documents.values())
      .map((item) => ({ session, item, gates: pendingGatesOf(item) }))
      .filter(({ gates }) => gates.length > 0),
  );
}

function pendingGatesOf({ documents }: WorkItemDocuments): readonly PlacedGate[] {
  return documents.flatMap(({ entry, process }) =>
    process.gates.filter(isToPass).map((gate) => ({ path: entry.path, gate })),
  );
}

function toGroup(group: Group, wanted: ReadonlySet<string> | undefined, today: string): GateGroup {
  const { session, item, gates } = group;
  const { entry, process } = item.main;
  const uri = session.uriOf(entry.path);
  const { next, stated } = statusOf(item, today);
  const acting = new Set(next.flatMap(({ action }) => action.owners));
  if (acting.size === 0 && stated?.actor !== undefined) acting.add(stated.actor);
  return {
    uri,
    path: session.pathFromFolder(entry.path),
    workItem: process.workItem ?? null,
    title: titleOf(entry, process),
    state: process.state ?? null,
    next: gates[0]?.gate.gate ?? "",
    waitsFor: [...acting],
    // what can be done next comes by deadline
    by: next[0]?.action.due ?? (next.length === 0 ? stated?.due : undefined) ?? null,
    pending: gates.length,
    gates: wanted === undefined || wanted.has(uri) ? toNodes(group) : null,
  };
}

function toNodes({ session, gates }: Group): readonly GateNode[] {
  return gates.map(({ path, gate }) => toNode(gate, session.uriOf(path), placesOf(session, path)));
}

function toNode(gate: Gate, uri: string, placeOf: PlaceOf): GateNode {
  const { title, status, ready } = gate;
  return {
    gate: gate.gate,
    title,
    status,
    ready,
    items: gate.items.map((item) => toItemNode(item, placeOf)),
    uri,
    range: placeOf(gate.range),
  };
}

function toItemNode({ id, title, status, missing, range }: GateItem, placeOf: PlaceOf): GateItemNode {
  return { id, title, status, missing, range: placeOf(range) };
}
