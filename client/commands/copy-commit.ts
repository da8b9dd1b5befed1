/** The command *Copy Commit Id* of the view *Records*. */
import type { Disposable } from "vscode";
import { env } from "vscode";
import type { TreeNode } from "../views/tree-node";
import { registerCommand } from "./register-command";

export function registerCopyCommit(): Disposable {
  return registerCommand("docket.copyCommitId", async (row) => {
    const commit = (row as Partial<TreeNode> | undefined)?.commit;
    if (commit !== undefined) await env.clipboard.writeText(commit);
  });
}
