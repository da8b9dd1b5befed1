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

export interface GroupOf<T extends OpenAction> {
  /** Owner, status or time; the work item's main document speaks for a work item, and its name is empty. */
  readonly name: string;
  readonly actions: T[];
}

/** Documents by path, actions in the order of the document. */
export function openActionsIn(items: readonly WorkItemDocuments[]): readonly OpenAction[] {
  return items.flatMap((item) =>
    item.documents.flatMap((document) =>
      document.process.actions.filter(isOpen).map((action) => ({ item, document, action })),
    ),
  );
}

export function isOverdue({ due }: Action, today: string): boolean {
  return due !== undefined && due < today;
}

/** `today` is an ISO date. */
export function filterActions<T extends OpenAction>(
  actions: readonly T[],
  { text, roles, overdueOnly }: ActionQuery,
  today: string,
): readonly T[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
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
export function groupActions<T extends OpenAction>(
  actions: readonly T[],
  grouping: ActionGrouping,
  today: string,
): readonly GroupOf<T>[] {
  if (grouping === "workItem") return collect(actions, ({ item }) => [item]).map(withoutName);
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

function collect<T, K>(all: readonly T[], keysOf: (each: T) => readonly K[]): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    for (const key of keysOf(each)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [each]);
      else group.push(each);
    }
  }
  return [...groups];
}

function withoutName<T extends OpenAction>([, actions]: readonly [unknown, T[]]): GroupOf<T> {
  return { name: "", actions };
}

function inOrder<T extends OpenAction, K extends string>(
  groups: readonly (readonly [K, T[]])[],
  order: readonly K[],
): readonly GroupOf<T>[] {
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
