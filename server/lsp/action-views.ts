/**
 * The data of the view *Open Actions*. There may be tens of thousands: what is not looked into is counted, and comes
 * when it is asked for.
 */
import {
  byDeadline,
  filterActions,
  groupActions,
  isOverdue,
  type OpenAction,
  openActionsOf,
} from "../features/action-groups";
import { statusOf } from "../features/next-steps";
import { titleOf } from "../features/open-actions";
import { type WorkItemDocuments, workItemsInFlight } from "../features/work-items";
import { isOpen } from "../process/critical-path";
import type { Action } from "../process/types";
import type {
  ActionField,
  ActionGroup,
  ActionItem,
  ActionQuery,
  OpenActions,
  OwnerCount,
} from "../protocol/messages";
import { placesOf } from "./places";
import type { WorkspaceSession } from "./workspace-session";

export interface ActionsParams {
  readonly query?: ActionQuery;
  /** Keys of the groups whose actions are wanted; unknown ones count for nothing. */
  readonly opened?: readonly string[];
}

interface Group {
  readonly key: string;
  readonly name: string;
  readonly actions: readonly OpenAction[];
}

/** In which folder of the workspace a work item is. */
type SessionOf = (item: WorkItemDocuments) => WorkspaceSession;

/** What can be written into a row. */
const FIELDS: readonly ActionField[] = ["status", "due", "owner", "evidence"];
const ALL: ActionQuery = { grouping: "workItem", text: "", roles: null, overdueOnly: false };
/** So many actions are sent unasked. */
const FEW = 500;
/** More rows than that nobody reads to the end; the client says how many there are. */
const MOST_OF_GROUP = 1000;

export function openActionGroups(
  sessions: readonly WorkspaceSession[],
  { query = ALL, opened = [] }: ActionsParams,
  today: string,
): OpenActions {
  const { actions: all, sessionOf } = gather(sessions);
  const wanted = filterActions(all, query, today);
  const keys = wanted.length <= FEW ? undefined : new Set(opened);
  return {
    groups: groupsOf(wanted, sessionOf, query, today).map((group) => ({
      ...toGroup(group, sessionOf, query, today),
      actions: keys === undefined || keys.has(group.key) ? toItems(group, sessionOf, query, today) : null,
    })),
    open: all.length,
    overdue: countOverdue(all, today),
  };
}

/** Empty when there is no such group any more. */
export function actionsOfGroup(
  sessions: readonly WorkspaceSession[],
  query: ActionQuery,
  key: string,
  today: string,
): readonly ActionItem[] {
  const { actions, sessionOf } = gather(sessions);
  const wanted = filterActions(actions, query, today);
  const group = groupsOf(wanted, sessionOf, query, today).find((each) => each.key === key);
  return group === undefined ? [] : toItems(group, sessionOf, query, today);
}

/** By name. */
export function ownerCounts(sessions: readonly WorkspaceSession[]): readonly OwnerCount[] {
  return groupActions(gather(sessions).actions, "owner", "")
    .filter(({ name }) => name !== "")
    .map(({ name, actions }) => ({ name, open: actions.length }));
}

function gather(sessions: readonly WorkspaceSession[]): {
  readonly actions: readonly OpenAction[];
  readonly sessionOf: SessionOf;
} {
  const owners = new Map<WorkItemDocuments, WorkspaceSession>();
  for (const session of sessions)
    for (const item of workItemsInFlight(session.documents.values())) owners.set(item, session);
  return {
    actions: [...owners.keys()].flatMap(openActionsOf),
    sessionOf: (item) => owners.get(item) as WorkspaceSession,
  };
}

function groupsOf(
  actions: readonly OpenAction[],
  sessionOf: SessionOf,
  { grouping }: ActionQuery,
  today: string,
): readonly Group[] {
  return groupActions(actions, grouping, today).map((group) => {
    const item = grouping === "workItem" ? group.actions[0]?.item : undefined;
    const key =
      item === undefined ? `${grouping}:${group.name}` : sessionOf(item).uriOf(item.main.entry.path);
    return { ...group, key };
  });
}

function toGroup(
  { key, name, actions }: Group,
  sessionOf: SessionOf,
  { grouping }: ActionQuery,
  today: string,
): Omit<ActionGroup, "actions"> {
  const counts = { open: actions.length, overdue: countOverdue(actions, today) };
  const [first] = actions;
  if (grouping !== "workItem" || first === undefined)
    return { key, name, workItem: null, uri: null, path: null, ...counts };
  const { item } = first;
  const { entry, process } = item.main;
  return {
    key,
    name: titleOf(entry, process),
    workItem: process.workItem ?? null,
    uri: key,
    path: sessionOf(item).pathFromFolder(entry.path),
    ...counts,
  };
}

/** Of a work item in the order of its documents, otherwise by their deadlines. */
function toItems(
  { actions }: Group,
  sessionOf: SessionOf,
  { grouping }: ActionQuery,
  today: string,
): readonly ActionItem[] {
  const ordered = grouping === "workItem" ? actions : actions.toSorted(byDeadline);
  const plans = new Map<WorkItemDocuments, ReturnType<typeof planOf>>();
  return ordered.slice(0, MOST_OF_GROUP).map((each) => {
    const plan = plans.get(each.item) ?? planOf(each.item, today);
    plans.set(each.item, plan);
    return toItem(each, sessionOf(each.item), plan);
  });
}

function planOf(
  item: WorkItemDocuments,
  today: string,
): { critical: ReadonlySet<Action>; open: ReadonlySet<string> } {
  const { criticalPath } = statusOf(item, today);
  const open = item.documents.flatMap(({ process }) => process.actions.filter(isOpen));
  return {
    critical: new Set(criticalPath.map(({ action }) => action)),
    open: new Set(open.flatMap(({ id }) => id?.toLowerCase() ?? [])),
  };
}

function toItem(
  { document, action }: OpenAction,
  session: WorkspaceSession,
  { critical, open }: ReturnType<typeof planOf>,
): ActionItem {
  const { id, text, owners, due, dueText, status, blockedOn, evidence, workItem, source, columns } = action;
  const { path } = document.entry;
  return {
    id: id ?? null,
    text,
    owners,
    due: due ?? null,
    dueText,
    status,
    blockedOn,
    waitsFor: blockedOn.filter((each) => open.has(each.toLowerCase())),
    evidence,
    workItem: workItem ?? null,
    path: session.pathFromFolder(path),
    critical: critical.has(action),
    uri: session.uriOf(path),
    fields: source === "task" ? ["status"] : FIELDS.filter((field) => columns.includes(field)),
    seen: session.documents.get(path)?.seen.get(action.range) ?? 0,
    range: placesOf(session, path)(action.range),
  };
}

function countOverdue(actions: readonly OpenAction[], today: string): number {
  return actions.filter(({ action }) => isOverdue(action, today)).length;
}
