/** The rows of the tree *Open Actions*: documents, and in each its actions that are not done. */
import type { ActionGroup, ActionItem } from "../../../server/protocol/messages";
import type { Translate } from "../../translate";
import type { Dates } from "../../words";
import {
  createUniqueIds,
  escapeMarkdown,
  joinClauses,
  joinParts,
  nameWorkItem,
  renderPlain,
  renderRows,
  shorten,
} from "../../words";
import type { TreeContent, TreeNode } from "../tree-node";
import { leaf } from "../tree-node";

/** Characters of an action's text. */
const labelLength = 48;
/** With more documents than this, their rows are not seen at first. */
const manyGroups = 12;
/** Colour of what is overdue. */
const late = "charts.red";

export function createOpenActions(groups: readonly ActionGroup[], dates: Dates, t: Translate): TreeContent {
  const open = groups.filter(({ actions }) => actions.length > 0);
  const overdue = open.flatMap((group) => group.actions).filter((action) => isOverdue(action, dates));
  return {
    nodes: open.map((group) => createGroup(group, open.length <= manyGroups ? "open" : "closed", dates, t)),
    badge:
      overdue.length === 0 ? undefined : { value: overdue.length, tooltip: t("{0} overdue", overdue.length) },
  };
}

function createGroup(group: ActionGroup, state: TreeNode["state"], dates: Dates, t: Translate): TreeNode {
  const { uri, path, workItem, actions } = group;
  const label = joinParts([workItem ?? undefined, nameWorkItem(group.title, workItem)]);
  const counts = describeCounts(actions, dates, t);
  return {
    id: uri,
    label,
    description: counts,
    tooltip: `**${escapeMarkdown(label)}**\n\n${escapeMarkdown(path)}\n\n${escapeMarkdown(counts)}`,
    icon: undefined,
    sentence: `${label}: ${counts}`,
    context: workItem === null ? "docket.actionGroup" : "docket.actionGroup workItem",
    target: undefined,
    uri,
    state,
    children: () => {
      const createId = createUniqueIds();
      const openIds = new Set(actions.map(({ id }) => id));
      return actions.map((action) => createAction(action, createId(nameAction(action)), openIds, dates, t));
    },
  };
}

function nameAction({ id, text, uri }: ActionItem): string {
  return `${uri}#${id ?? text}`;
}

function createAction(
  action: ActionItem,
  nodeId: string,
  openIds: ReadonlySet<string | null>,
  dates: Dates,
  t: Translate,
): TreeNode {
  const { id, owners, critical, uri, range, fields, seen } = action;
  const text = renderPlain(action.text);
  const due = describeDue(action, dates, t);
  const wait = describeWait(action, openIds, t);
  return {
    id: nodeId,
    label: id === null ? shorten(text, labelLength) : `${id}  ${shorten(text, labelLength)}`,
    description: joinParts([critical ? t("critical") : "", owners.join(", "), due, wait]),
    tooltip: renderTooltip(action, t),
    icon: chooseIcon(action, dates),
    sentence: joinClauses([
      id === null ? text : `${id}: ${text}`,
      nameStatus(action, t),
      owners.length === 0 ? t("nobody owns it") : t("owned by {0}", owners.join(", ")),
      action.due === null ? undefined : t("due {0}", action.due),
      wait,
      critical ? t("on the critical path") : undefined,
    ]),
    // what can be written into the row, as words that the menus look for
    context: ["docket.action", ...fields].join(" "),
    action: { uri, id, line: range.start.line, seen },
    target: { uri, range },
    ...leaf,
  };
}

function describeDue({ due, dueText }: ActionItem, dates: Dates, t: Translate): string {
  if (due === null) return renderPlain(dueText).replace(/^[—–-]$/, "");
  const date = dates.renderShort(due);
  return due < dates.today ? t("{0}, overdue", date) : date;
}

/** Names what still stands in the way; what the action waited for and is done is in the tooltip only. */
function describeWait(
  { status, blockedOn }: ActionItem,
  openIds: ReadonlySet<string | null>,
  t: Translate,
): string {
  const open = blockedOn.filter((id) => openIds.has(id));
  if (status !== "blocked") return open.length === 0 ? "" : t("after {0}", open.join(", "));
  const named = open.length === 0 ? blockedOn : open;
  return named.length === 0 ? t("blocked") : t("blocked by {0}", named.join(", "));
}

function isOverdue({ due }: ActionItem, { today }: Dates): boolean {
  return due !== null && due < today;
}

function describeCounts(actions: readonly ActionItem[], dates: Dates, t: Translate): string {
  const overdue = actions.filter((action) => isOverdue(action, dates)).length;
  const open = t("{0} open", actions.length);
  return overdue === 0 ? open : joinParts([open, t("{0} overdue", overdue)]);
}

function chooseIcon(action: ActionItem, dates: Dates): TreeNode["icon"] {
  const { status } = action;
  const overdue = isOverdue(action, dates);
  if (status === "blocked") return { id: "circle-slash", color: overdue ? late : "list.warningForeground" };
  const id = status === "in-progress" ? "record" : "circle-large-outline";
  if (overdue) return { id, color: late };
  return status === "in-progress" ? { id, color: "charts.blue" } : { id };
}

function nameStatus({ status }: ActionItem, t: Translate): string {
  const names: Readonly<Record<ActionItem["status"], string>> = {
    "not-started": t("not started"),
    "in-progress": t("in progress"),
    blocked: t("blocked"),
    done: t("done"),
    dropped: t("dropped"),
  };
  return names[status];
}

function renderTooltip(action: ActionItem, t: Translate): string {
  const { id, text, owners, due, dueText, blockedOn, workItem, critical } = action;
  return renderRows(joinParts([id ?? undefined, renderPlain(text)]), [
    [t("Status"), nameStatus(action, t)],
    [t("Owner"), owners.join(", ")],
    [t("Due"), due ?? renderPlain(dueText)],
    [t("Waits for"), blockedOn.join(", ")],
    [t("Work item"), workItem ?? ""],
    [t("Critical path"), critical ? t("when it slips, the work item does") : ""],
  ]);
}
