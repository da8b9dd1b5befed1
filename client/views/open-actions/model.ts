/** The rows of the tree *Open Actions*: documents, and in each its actions that are not done. */
import type { ActionGroup, ActionItem } from "../../../server/protocol/messages";
import type { Translate } from "../../translate";
import type { Setting } from "../../words";
import {
  createUniqueIds,
  escapeMarkdown,
  joinClauses,
  joinParts,
  nameWorkItem,
  renderPlain,
  renderRows,
  renderShortDate,
  shorten,
} from "../../words";
import type { TreeContent, TreeNode } from "../tree-node";

/** Characters of an action's text. */
const labelLength = 48;
/** Colour of what is overdue. */
const late = "charts.red";

export function createOpenActions(
  groups: readonly ActionGroup[],
  setting: Setting,
  t: Translate,
): TreeContent {
  const open = groups.filter(({ actions }) => actions.length > 0);
  const actions = open.flatMap((group) => group.actions);
  const tooltip = describeCounts(actions, setting, t);
  return {
    nodes: open.map((group) => createGroup(group, setting, t)),
    badge: actions.length === 0 ? undefined : { value: actions.length, tooltip },
  };
}

function createGroup(group: ActionGroup, setting: Setting, t: Translate): TreeNode {
  const { uri, path, workItem, actions } = group;
  const createId = createUniqueIds();
  const openIds = new Set(actions.map(({ id }) => id));
  const label = joinParts([workItem ?? undefined, nameWorkItem(group.title, workItem)]);
  const counts = describeCounts(actions, setting, t);
  return {
    id: uri,
    label,
    description: counts,
    tooltip: `**${escapeMarkdown(label)}**\n\n${escapeMarkdown(path)}\n\n${escapeMarkdown(counts)}`,
    icon: undefined,
    sentence: `${label}: ${counts}`,
    context: "docket.actionGroup",
    target: undefined,
    expanded: true,
    children: actions.map((action) =>
      createAction(action, createId(nameAction(action, uri)), openIds, setting, t),
    ),
  };
}

function nameAction({ id, text }: ActionItem, uri: string): string {
  return `${uri}#${id ?? text}`;
}

function createAction(
  action: ActionItem,
  nodeId: string,
  openIds: ReadonlySet<string | null>,
  setting: Setting,
  t: Translate,
): TreeNode {
  const { id, owners, uri, range } = action;
  const text = renderPlain(action.text);
  const due = describeDue(action, setting, t);
  const wait = describeWait(action, openIds, t);
  return {
    id: nodeId,
    label: id === null ? shorten(text, labelLength) : `${id}  ${shorten(text, labelLength)}`,
    description: joinParts([owners.join(", "), due, wait]),
    tooltip: renderTooltip(action, t),
    icon: chooseIcon(action, setting),
    sentence: joinClauses([
      id === null ? text : `${id}: ${text}`,
      nameStatus(action, t),
      owners.length === 0 ? t("nobody owns it") : t("owned by {0}", owners.join(", ")),
      action.due === null ? undefined : t("due {0}", action.due),
      wait,
    ]),
    context: "docket.action",
    target: { uri, range },
    expanded: false,
    children: [],
  };
}

function describeDue({ due, dueText }: ActionItem, setting: Setting, t: Translate): string {
  if (due === null) return renderPlain(dueText).replace(/^[—–-]$/, "");
  const date = renderShortDate(due, setting);
  return due < setting.today ? t("{0}, overdue", date) : date;
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

function describeCounts(actions: readonly ActionItem[], { today }: Setting, t: Translate): string {
  const overdue = actions.filter(({ due }) => due !== null && due < today).length;
  const open = t("{0} open", actions.length);
  return overdue === 0 ? open : joinParts([open, t("{0} overdue", overdue)]);
}

function chooseIcon({ status, due }: ActionItem, { today }: Setting): TreeNode["icon"] {
  const overdue = due !== null && due < today;
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
  const { id, text, owners, due, dueText, blockedOn, workItem } = action;
  return renderRows(joinParts([id ?? undefined, renderPlain(text)]), [
    [t("Status"), nameStatus(action, t)],
    [t("Owner"), owners.join(", ")],
    [t("Due"), due ?? renderPlain(dueText)],
    [t("Waits for"), blockedOn.join(", ")],
    [t("Work item"), workItem ?? ""],
  ]);
}
