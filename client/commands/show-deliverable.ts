/** Shows a task in the view *Deliverables*: the lens above the title of its files calls it. */
import type { Disposable } from "vscode";
import type { Tree } from "../views/tree";
import { registerCommand } from "./register-command";

/** It is given the key of the task. */
export function registerShowDeliverable(tree: Tree): Disposable {
  return registerCommand("docket.showDeliverable", async (key) => {
    if (typeof key === "string") await tree.reveal(key);
  });
}
