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
  openActionsIn,
} from "../features/action-groups";
import { statusOf } from "../features/next-steps";
import { titleOf } from "../features/open-actions";
import { type WorkItemDocuments, workItemsInFlight } from "../features/work-items";
import { isOpen } from "../process/critical-path";
import type { Action } from "../process/types";
import type { ActionGroup, ActionItem, ActionQuery, OpenActions, OwnerCount } from "../protocol/messages";
import { placesOf } from "./places";
import type { WorkspaceSession } from "./workspace-session";

export interface ActionsParams {
  readonly query?: ActionQuery;
  /** Keys of the groups whose actions are wanted; unknown ones count for nothing. */
  readonly opened?: readonly string[];
}

interface PlacedAction extends OpenAction {
  readonly session: WorkspaceSession;
}

interface Group {
  readonly key: string;
  readonly name: string;
  readonly actions: readonly PlacedAction[];
}

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
  const all = placedActions(sessions);
  const wanted = filterActions(all, query, today);
  const keys = wanted.length <= FEW ? undefined : new Set(opened);
  return {
    groups: groupsOf(wanted, query, today).map((group) =>
      toGroup(group, query, today, keys === undefined || keys.has(group.key)),
    ),
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
  const wanted = filterActions(placedActions(sessions), query, today);
  const group = groupsOf(wanted, query, today).find((each) => each.key === key);
  return group === undefined ? [] : toItems(group, query, today);
}

/** By name. */
export function ownerCounts(sessions: readonly WorkspaceSession[]): readonly OwnerCount[] {
  return groupActions(placedActions(sessions), "owner", "")
    .filter(({ name }) => name !== "")
    .map(({ name, actions }) => ({ name, open: actions.length }));
}

function placedActions(sessions: readonly WorkspaceSession[]): readonly PlacedAction[] {
  return sessions.flatMap((session) =>
    openActionsIn(workItemsInFlight(session.documents.values())).map((action) => ({ ...action, session })),
  );
}

function groupsOf(actions: readonly PlacedAction[], query: ActionQuery, today: string): readonly Group[] {
  return groupActions(actions, query.grouping, today).map((group) => {
    const [first] = group.actions;
    const isWorkItem = query.grouping === "workItem" && first !== undefined;
    return {
      ...group,
      key: isWorkItem ? first.session.uriOf(first.item.main.entry.path) : `${query.grouping}:${group.name}`,
    };
  });
}

function toGroup(group: Group, query: ActionQuery, today: string, whole: boolean): ActionGroup {
  const { key, name, actions } = group;
  const counted = {
    key,
    open: actions.length,
    overdue: countOverdue(actions, today),
    actions: whole ? toItems(group, query, today) : null,
  };
  const [first] = actions;
  if (query.grouping !== "workItem" || first === undefined)
    return { ...counted, name, workItem: null, uri: null, path: null };
  const { entry, process } = first.item.main;
  return {
    ...counted,
    name: titleOf(entry, process),
    workItem: process.workItem ?? null,
    uri: key,
    path: first.session.pathFromFolder(entry.path),
  };
}

/** Of a work item in the order of its documents, otherwise by their deadlines. */
function toItems({ actions }: Group, { grouping }: ActionQuery, today: string): readonly ActionItem[] {
  const ordered = grouping === "workItem" ? actions : actions.toSorted(byDeadline);
  const plans = new Map<WorkItemDocuments, ReturnType<typeof planOf>>();
  return ordered.slice(0, MOST_OF_GROUP).map((each) => {
    const plan = plans.get(each.item) ?? planOf(each.item, today);
    plans.set(each.item, plan);
    return toItem(each, plan);
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
  { session, document, action }: PlacedAction,
  { critical, open }: ReturnType<typeof planOf>,
): ActionItem {
  const { id, text, owners, due, dueText, status, blockedOn, evidence, workItem } = action;
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
    range: placesOf(session, path)(action.range),
  };
}

function countOverdue(actions: readonly PlacedAction[], today: string): number {
  return actions.filter(({ action }) => isOverdue(action, today)).length;
}
