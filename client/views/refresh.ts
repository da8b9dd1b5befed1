/** The command *Refresh* of the views: asks the server again. */
import type { Disposable } from "vscode";
import { commands } from "vscode";
import type { Tree } from "./tree";

export function registerRefresh(trees: readonly Tree[]): Disposable {
  return commands.registerCommand("docket.refresh", () => Promise.all(trees.map((tree) => tree.refresh())));
}
