/** The groups of the tree *Open Actions*: work items, owners, statuses or times. */
import type { ActionGroup, ActionItem, OpenActions } from "../../../server/protocol/messages";
import type { NameFolder } from "../../name-folder";
import type { Translate } from "../../translate";
import type { Dates } from "../../words";
import { createUniqueIds, escapeMarkdown, joinParts, nameWorkItem } from "../../words";
import type { TreeContent, TreeNode } from "../tree-node";
import { leaf } from "../tree-node";
import { type ActionChoice, describeFilter, describeGrouping } from "./choice-words";
import { createAction, nameStatus } from "./row";

/** With more groups than this, their rows are not seen at first. */
const manyGroups = 12;

/** Asks for the actions of a group by its key. */
export type LoadActions = (key: string) => Promise<readonly ActionItem[]>;

export function createOpenActions(
  { groups, open, overdue }: OpenActions,
  choice: ActionChoice,
  dates: Dates,
  t: Translate,
  nameFolder: NameFolder,
  load: LoadActions,
): TreeContent {
  const few = groups.length <= manyGroups && groups.every(({ actions }) => actions !== null);
  const shown = groups.reduce((sum, group) => sum + group.open, 0);
  return {
    nodes: groups.map((group) =>
      createGroup(group, few ? "open" : "closed", choice, dates, t, nameFolder, load),
    ),
    badge: overdue === 0 ? undefined : { value: overdue, tooltip: t("{0} overdue", overdue) },
    // An empty tree with a message would not show its welcome.
    message: shown === 0 ? undefined : describeFilter(choice, shown, open, t),
    description: describeGrouping(choice, t),
  };
}

function createGroup(
  group: ActionGroup,
  state: TreeNode["state"],
  choice: ActionChoice,
  dates: Dates,
  t: Translate,
  nameFolder: NameFolder,
  load: LoadActions,
): TreeNode {
  const { key, uri, path, workItem, actions } = group;
  const label = nameGroup(group, choice, t);
  const folder = uri === null ? "" : nameFolder(uri);
  const counts = joinParts([
    t("{0} open", group.open),
    group.overdue === 0 || choice.grouping === "due" ? "" : t("{0} overdue", group.overdue),
  ]);
  const toRows = (items: readonly ActionItem[]) => createRows(items, group, choice, dates, t, nameFolder);
  return {
    id: key,
    label,
    description: joinParts([folder, counts]),
    tooltip: [
      `**${escapeMarkdown(label)}**`,
      escapeMarkdown(joinParts([folder, path ?? ""])),
      escapeMarkdown(counts),
    ]
      .filter(Boolean)
      .join("\n\n"),
    icon: undefined,
    sentence: `${label}: ${joinParts([counts, folder])}`,
    context: workItem === null ? "docket.actionGroup" : "docket.actionGroup workItem",
    target: undefined,
    ...(uri === null ? {} : { uri }),
    state,
    children: () => toRows(actions ?? []),
    load: actions === null ? () => load(key).then(toRows) : undefined,
    content: JSON.stringify([group, dates.today, folder, actions?.map((each) => nameFolder(each.uri))]),
  };
}

function nameGroup({ name, workItem }: ActionGroup, { grouping }: ActionChoice, t: Translate): string {
  if (grouping === "workItem") return joinParts([workItem ?? undefined, nameWorkItem(name, workItem)]);
  if (grouping === "owner") return name === "" ? t("Nobody") : name;
  if (grouping === "status") return capitalize(nameStatus(name as ActionItem["status"], t));
  const times: Readonly<Record<string, string>> = {
    overdue: t("Overdue"),
    today: t("Today"),
    week: t("This week"),
    later: t("Later"),
    none: t("No date"),
  };
  return times[name] ?? name;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The server sends only the first of very many: how many more there are is said behind them. */
function createRows(
  items: readonly ActionItem[],
  { key, open }: ActionGroup,
  choice: ActionChoice,
  dates: Dates,
  t: Translate,
  nameFolder: NameFolder,
): readonly TreeNode[] {
  const createId = createUniqueIds();
  // one action of two owners stands in two groups
  const prefix = choice.grouping === "workItem" ? "" : `${key}/`;
  const rows = items.map((item) =>
    createAction(item, createId(`${prefix}${item.uri}#${item.id ?? item.text}`), {
      grouping: choice.grouping,
      folder: nameFolder(item.uri),
      dates,
      t,
    }),
  );
  return open > items.length ? [...rows, createRest(key, open - items.length, t)] : rows;
}

function createRest(key: string, count: number, t: Translate): TreeNode {
  const label = t("{0} more", count);
  const hint = t("Filter to find them");
  return {
    id: `${key}/more`,
    label,
    description: hint,
    tooltip: escapeMarkdown(hint),
    icon: { id: "filter" },
    sentence: `${label}: ${hint}`,
    context: "docket.more",
    target: undefined,
    command: "docket.filterActions",
    ...leaf,
  };
}
