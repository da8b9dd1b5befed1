/** The rows of a tree as data. */
import type { ActionPlace, AdvanceGateParams, GateItemPlace, LspRange } from "../../server/protocol/messages";

export interface TreeNode {
  /** Stays the same while the rows around it change, so that VS Code keeps what is expanded and selected. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  /** The names of a product icon and of a theme colour. */
  readonly icon: { readonly id: string; readonly color?: string } | undefined;
  /** The whole row as a sentence, for screen readers. */
  readonly sentence: string;
  /** Kind of row, for menus. */
  readonly context: string;
  readonly target: { readonly uri: string; readonly range: LspRange } | undefined;
  /** What a click does instead of opening the target: a command that is given the row. */
  readonly command?: string;
  /** The file that the row's commands are about. */
  readonly uri?: string;
  /** The whole id of the commit that the row's commands are about. */
  readonly commit?: string;
  /** The id of the task that the row's commands are about. */
  readonly task?: string;
  /** What the row's commands write into. */
  readonly action?: ActionPlace;
  readonly gateItem?: GateItemPlace;
  readonly gate?: AdvanceGateParams;
  /** Whether there are rows below it, and whether they are seen at first. */
  readonly state: "leaf" | "closed" | "open";
  /** Made when they are asked for: of thousands of rows, few are ever seen. */
  readonly children: () => readonly TreeNode[];
  /** Asks the server for the children instead; undefined where they are known. */
  readonly load?: (() => Promise<readonly TreeNode[]>) | undefined;
  /** What the row and those below it are made from: while that is the same, they are not drawn again. */
  readonly content?: string;
}

/** What a view shows: its rows, and the badge on the icon of the side bar. */
export interface TreeContent {
  readonly nodes: readonly TreeNode[];
  readonly badge: { readonly value: number; readonly tooltip: string } | undefined;
  /** A sentence above the rows. */
  readonly message?: string | undefined;
  /** Beside the view's name. */
  readonly description?: string | undefined;
  /** Whether more is being found out: the view shows progress until then. */
  readonly busy?: boolean;
}

/** For a row with nothing below it. */
export const leaf: Pick<TreeNode, "state" | "children"> = { state: "leaf", children: () => [] };
