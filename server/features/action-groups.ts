/** Open actions as the view shows them: filtered, and in groups. */
import { addDays } from "../base/date";
import { foldKey } from "../base/fold";
import { isOpen } from "../process/critical-path";
import type { Action } from "../process/types";
import { type ActionGrouping, type ActionQuery, dueGroups } from "../protocol/messages";
import { type DocumentFacts, titleOf } from "./open-actions";
import type { WorkItemDocuments } from "./work-items";

export interface OpenAction {
  readonly item: WorkItemDocuments;
  readonly document: DocumentFacts;
  readonly action: Action;
}

export interface OpenActionGroup {
  /** Owner, status or time; the work item's main document speaks for a work item, and its name is empty. */
  readonly name: string;
  readonly actions: OpenAction[];
}

/** Documents by path, actions in the order of the document; remembered until one of the documents changes. */
export function openActionsOf(item: WorkItemDocuments): readonly OpenAction[] {
  const before = known.get(item);
  if (before !== undefined) return before;
  const found = item.documents.flatMap((document) =>
    document.process.actions.filter(isOpen).map((action) => ({ item, document, action })),
  );
  known.set(item, found);
  return found;
}

const known = new WeakMap<WorkItemDocuments, readonly OpenAction[]>();

export function isOverdue({ due }: Action, today: string): boolean {
  return due !== undefined && due < today;
}

/** `today` is an ISO date. */
export function filterActions(
  actions: readonly OpenAction[],
  { text, roles, overdueOnly }: ActionQuery,
  today: string,
): readonly OpenAction[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && roles === null && !overdueOnly) return actions;
  const wanted = roles?.map(foldKey);
  return actions.filter(
    (each) =>
      (!overdueOnly || isOverdue(each.action, today)) &&
      (wanted === undefined || each.action.owners.some((owner) => isOneOf(owner, wanted))) &&
      (words.length === 0 || hasWords(each, words)),
  );
}

/** `QA Lead (Ana)` is the role `QA Lead`, too. */
function isOneOf(owner: string, wanted: readonly string[]): boolean {
  return wanted.includes(foldKey(owner)) || wanted.includes(foldKey(owner.replace(/\s*\(.*$/, "")));
}

function hasWords({ item, document, action }: OpenAction, words: readonly string[]): boolean {
  const { id, text, owners, dueText, workItem } = action;
  const { main } = item;
  const parts = [id, text, ...owners, dueText, workItem, titleOf(main.entry, main.process)];
  const searched = [...parts, document.entry.path].join("\n").toLowerCase();
  return words.every((word) => searched.includes(word));
}

/** Work items in the order given; owners by name, nobody last; what is under way before what has not begun. */
export function groupActions(
  actions: readonly OpenAction[],
  grouping: ActionGrouping,
  today: string,
): readonly OpenActionGroup[] {
  if (grouping === "workItem")
    return collect(actions, ({ item }) => [item]).map(([, group]) => ({ name: "", actions: group }));
  if (grouping === "status")
    return inOrder(
      collect(actions, ({ action }) => [action.status]),
      statusOrder,
    );
  if (grouping === "due") {
    const weekend = endOfWeek(today);
    return inOrder(
      collect(actions, ({ action }) => [dueGroup(action, today, weekend)]),
      dueGroups,
    );
  }
  return collect(actions, ownersOf)
    .map(([key, group]) => ({ name: nameOwner(key, group), actions: group }))
    .sort((a, b) => Number(a.name === "") - Number(b.name === "") || byName(a.name, b.name));
}

/** Folded: `QA lead` and `QA Lead` are one. */
function ownersOf({ action }: OpenAction): readonly string[] {
  return action.owners.length === 0 ? [""] : [...new Set(action.owners.map(foldKey))];
}

/** As the first of the actions writes it. */
function nameOwner(key: string, [first]: readonly OpenAction[]): string {
  return first?.action.owners.find((owner) => foldKey(owner) === key) ?? "";
}

/** The earliest deadline first, what has none last; otherwise as given. */
export function byDeadline(a: OpenAction, b: OpenAction): number {
  return byName(a.action.due ?? "9999", b.action.due ?? "9999");
}

const statusOrder: readonly Action["status"][] = ["in-progress", "blocked", "not-started"];

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function collect<K>(
  all: readonly OpenAction[],
  keysOf: (each: OpenAction) => readonly K[],
): [K, OpenAction[]][] {
  const groups = new Map<K, OpenAction[]>();
  for (const each of all) {
    for (const key of keysOf(each)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [each]);
      else group.push(each);
    }
  }
  return [...groups];
}

function inOrder<K extends string>(
  groups: readonly (readonly [K, OpenAction[]])[],
  order: readonly K[],
): readonly OpenActionGroup[] {
  return groups
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, actions]) => ({ name, actions }));
}

function dueGroup({ due }: Action, today: string, weekend: string): (typeof dueGroups)[number] {
  if (due === undefined) return "none";
  if (due < today) return "overdue";
  if (due === today) return "today";
  return due <= weekend ? "week" : "later";
}

/** The Sunday on which the week ends. */
function endOfWeek(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (7 - weekday) % 7);
}
