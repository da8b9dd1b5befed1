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
import { createRefresher } from "./refresher";
import type { TreeContent, TreeNode } from "./tree-node";

export interface Tree extends TreeDataProvider<TreeNode> {
  /** Asks the server again, whether it has announced a change or not. */
  readonly refresh: () => Promise<void>;
  readonly getChildren: (node?: TreeNode) => TreeNode[];
}

/** `read` gives undefined while there is no server to ask. */
export function registerTree(
  own: Disposable[],
  session: ServerSession,
  viewId: string,
  read: () => Promise<TreeContent | undefined>,
): Tree {
  const changed = new EventEmitter<undefined>();
  let nodes: readonly TreeNode[] = [];
  let shown = "";
  let view: ReturnType<typeof window.createTreeView<TreeNode>> | undefined;

  const refresh = async () => {
    const content = await read();
    nodes = content?.nodes ?? [];
    if (view !== undefined) view.badge = content?.badge;
    const text = JSON.stringify(nodes);
    if (text !== shown) changed.fire(undefined);
    shown = text;
    // Only now can an empty tree say that there is nothing.
    await commands.executeCommand("setContext", "docket.ready", content !== undefined);
  };
  const refresher = createRefresher(refresh);
  const tree: Tree = {
    refresh,
    onDidChangeTreeData: changed.event,
    getChildren: (node) => [...(node === undefined ? nodes : node.children)],
    getTreeItem: createTreeItem,
  };
  view = window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true });
  own.push(view, changed, refresher, session.onDidChange(refresher.request));
  return tree;
}

function createTreeItem(node: TreeNode): TreeItem {
  const item = new TreeItem(node.label, chooseState(node));
  item.id = node.id;
  item.description = node.description;
  item.tooltip = new MarkdownString(node.tooltip);
  if (node.icon !== undefined) {
    const { id, color } = node.icon;
    item.iconPath = new ThemeIcon(id, color === undefined ? undefined : new ThemeColor(color));
  }
  item.contextValue = node.context;
  item.accessibilityInformation = { label: node.sentence };
  if (node.target !== undefined) {
    const { start, end } = node.target.range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    const title = node.label;
    item.command = { command: "vscode.open", title, arguments: [Uri.parse(node.target.uri), { selection }] };
  }
  return item;
}

function chooseState({ children, expanded }: TreeNode): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
