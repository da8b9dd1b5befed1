/** A row of the tree *Open Actions*: an action that is not done. */
import type { ActionGrouping, ActionItem } from "../../../server/protocol/messages";
import type { Translate } from "../../translate";
import type { Dates } from "../../words";
import { joinClauses, joinParts, renderPlain, renderRows, shorten } from "../../words";
import type { TreeNode } from "../tree-node";
import { leaf } from "../tree-node";

/** Characters of an action's text. */
const labelLength = 48;
/** Colour of what is overdue. */
const late = "charts.red";

interface Setting {
  /** The group says one thing of the action already. */
  readonly grouping: ActionGrouping;
  /** Empty where all documents are in the same one. */
  readonly folder: string;
  readonly dates: Dates;
  readonly t: Translate;
}

/** `nodeId` is the row's own. */
export function createAction(action: ActionItem, nodeId: string, setting: Setting): TreeNode {
  const { grouping, folder, dates, t } = setting;
  const { id, owners, critical, uri, range, fields, seen } = action;
  const text = renderPlain(action.text);
  const due = describeDue(action, grouping, dates, t);
  const wait = describeWait(action, t);
  return {
    id: nodeId,
    label: id === null ? shorten(text, labelLength) : `${id}  ${shorten(text, labelLength)}`,
    description: joinParts([
      grouping === "owner" ? "" : owners.join(", "),
      grouping === "workItem" ? "" : joinParts([action.workItem ?? fileName(action.path), folder]),
      due,
      wait,
      critical ? t("critical") : "",
    ]),
    tooltip: renderTooltip(action, setting),
    icon: chooseIcon(action, dates),
    sentence: joinClauses([
      id === null ? text : `${id}: ${text}`,
      nameStatus(action.status, t),
      owners.length === 0 ? t("nobody owns it") : t("owned by {0}", owners.join(", ")),
      action.due === null ? undefined : t("due {0}", dates.renderLong(action.due)),
      wait,
      critical ? t("on the critical path") : undefined,
      folder,
    ]),
    // what can be written into the row, as words that the menus look for
    context: ["docket.action", ...fields].join(" "),
    action: { uri, id, line: range.start.line, seen },
    target: { uri, range },
    ...leaf,
  };
}

function describeDue(
  { due, dueText }: ActionItem,
  grouping: ActionGrouping,
  dates: Dates,
  t: Translate,
): string {
  if (due === null) return renderPlain(dueText).replace(/^[—–-]$/, "");
  const date = dates.renderShort(due);
  return due < dates.today && grouping !== "due" ? t("{0}, overdue", date) : date;
}

/** Names what still stands in the way; what the action waited for and is done is in the tooltip only. */
function describeWait({ status, blockedOn, waitsFor }: ActionItem, t: Translate): string {
  if (status !== "blocked") return waitsFor.length === 0 ? "" : t("after {0}", waitsFor.join(", "));
  const named = waitsFor.length === 0 ? blockedOn : waitsFor;
  return named.length === 0 ? t("blocked") : t("blocked by {0}", named.join(", "));
}

function isOverdue({ due }: ActionItem, { today }: Dates): boolean {
  return due !== null && due < today;
}

/** A full circle for what is on the critical path. */
function chooseIcon(action: ActionItem, dates: Dates): TreeNode["icon"] {
  const { status, critical } = action;
  const overdue = isOverdue(action, dates);
  if (status === "blocked") return { id: "circle-slash", color: overdue ? late : "list.warningForeground" };
  const begun = status === "in-progress";
  const id = critical ? "circle-large-filled" : begun ? "record" : "circle-large-outline";
  if (overdue) return { id, color: late };
  return begun ? { id, color: "charts.blue" } : { id };
}

export function nameStatus(status: ActionItem["status"], t: Translate): string {
  const names: Readonly<Record<ActionItem["status"], string>> = {
    "not-started": t("not started"),
    "in-progress": t("in progress"),
    blocked: t("blocked"),
    done: t("done"),
    dropped: t("dropped"),
  };
  return names[status];
}

function renderTooltip(action: ActionItem, { folder, dates, t }: Setting): string {
  const { id, text, owners, due, dueText, blockedOn, evidence, workItem, path, critical } = action;
  return renderRows(joinParts([id ?? undefined, renderPlain(text)]), [
    [t("Status"), nameStatus(action.status, t)],
    [t("Owner"), owners.join(", ")],
    [t("Due"), due === null ? renderPlain(dueText) : dates.renderLong(due)],
    [t("Waits for"), blockedOn.join(", ")],
    [t("Evidence"), renderPlain(evidence)],
    [t("Work item"), workItem ?? ""],
    [t("Document"), joinParts([folder, path])],
    [t("Critical path"), critical ? t("when it slips, the work item does") : ""],
  ]);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
