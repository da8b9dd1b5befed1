/** Shows rows that are data as a tree of VS Code, and keeps them up to date while the server's data change. */
import type { TreeDataProvider } from "vscode";
import {
  commands,
  type Disposable,
  EventEmitter,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from "vscode";
import type { ServerSession } from "../server-session";
import { follow } from "./follow";
import { createRefresher } from "./refresher";
import type { TreeContent, TreeNode } from "./tree-node";
import { createViewProgress } from "./view-progress";

export interface Tree extends TreeDataProvider<TreeNode> {
  /** Asks the server again, whether it has announced a change or not. */
  readonly refresh: () => Promise<void>;
  /** Opens the view at the row with this id, one of the first two levels, and opens the row. */
  readonly reveal: (id: string) => Promise<void>;
  /** The labels of the rows that are selected. */
  readonly getSelection: () => readonly string[];
  readonly getChildren: {
    (): TreeNode[];
    (node: TreeNode | undefined): TreeNode[] | Promise<TreeNode[]>;
  };
}

/** What a tree is made of. */
export interface TreeSource<T> {
  /** The server's answer; undefined while there is no server to ask. */
  readonly read: () => Promise<T | undefined>;
  readonly render: (answer: T) => TreeContent;
}

export function registerTree<T>(
  own: Disposable[],
  session: ServerSession,
  viewId: string,
  { read, render }: TreeSource<T>,
): Tree {
  const changed = new EventEmitter<TreeNode | undefined>();
  let nodes: readonly TreeNode[] = [];
  let shown: string | undefined;
  const parents = new WeakMap<TreeNode, TreeNode>();

  const refresh = async () => {
    const answer = await read();
    // Rows that stay the same are not drawn again: a tooltip would close under the pointer.
    const text = JSON.stringify(answer);
    if (text !== shown) {
      shown = text;
      const content = answer === undefined ? undefined : render(answer);
      view.badge = content?.badge;
      view.message = content?.message ?? "";
      view.description = content?.description ?? "";
      progress.show(content?.busy === true);
      const { rows, redraw } = follow(nodes, content?.nodes ?? []);
      nodes = rows;
      for (const row of redraw) changed.fire(row);
    }
    // Only now can an empty tree say that there is nothing.
    await commands.executeCommand("setContext", "docket.ready", answer !== undefined);
  };
  const getChildren = (node?: TreeNode) => {
    if (node?.load !== undefined) return node.load().then((children) => [...children]);
    return [...(node === undefined ? nodes : node.children())];
  };
  const reveal = async (id: string) => {
    if (nodes.length === 0) await refresh();
    const below = nodes.flatMap((node) =>
      node.load === undefined ? node.children().map((child) => [child, node] as const) : [],
    );
    for (const [child, node] of below) parents.set(child, node);
    const found = [...nodes, ...below.map(([child]) => child)].find((node) => node.id === id);
    if (found !== undefined) await view.reveal(found, { select: true, focus: true, expand: true });
  };
  const refresher = createRefresher(refresh);
  const tree: Tree = {
    refresh: () => {
      shown = undefined;
      return refresh();
    },
    reveal,
    getSelection: () => view.selection.map(({ label }) => label),
    onDidChangeTreeData: changed.event,
    // asked for rows that are revealed, and no others
    getParent: (node) => parents.get(node),
    getChildren: getChildren as Tree["getChildren"],
    getTreeItem: createTreeItem,
  };
  const view = window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true });
  const progress = createViewProgress(viewId);
  own.push(view, changed, refresher, progress);
  own.push(session.onDidChange(({ settled }) => refresher.request(settled)));
  return tree;
}

const collapsibleStates = {
  leaf: TreeItemCollapsibleState.None,
  closed: TreeItemCollapsibleState.Collapsed,
  open: TreeItemCollapsibleState.Expanded,
};

function createTreeItem(node: TreeNode): TreeItem {
  const item = new TreeItem(node.label, collapsibleStates[node.state]);
  item.id = node.id;
  item.description = node.description;
  // neither commands nor HTML: what stands in documents is text
  const tooltip = new MarkdownString(node.tooltip);
  tooltip.isTrusted = false;
  tooltip.supportHtml = false;
  item.tooltip = tooltip;
  if (node.icon !== undefined) {
    const { id, color } = node.icon;
    item.iconPath = new ThemeIcon(id, color === undefined ? undefined : new ThemeColor(color));
  }
  item.contextValue = node.context;
  item.accessibilityInformation = { label: node.sentence };
  if (node.command !== undefined) {
    item.command = { command: node.command, title: node.label, arguments: [node] };
  } else if (node.target !== undefined) {
    const { start, end } = node.target.range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    const title = node.label;
    item.command = { command: "vscode.open", title, arguments: [Uri.parse(node.target.uri), { selection }] };
  }
  return item;
}
