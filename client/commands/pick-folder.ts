/** Asks for one of the folders of the workspace, if there is a choice. */
import type { WorkspaceFolder } from "vscode";
import { l10n, window, workspace } from "vscode";
import { tell } from "./tell";

/** Undefined when there is no folder, or none was chosen. */
export async function pickFolder(title: string): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    return await window.showWorkspaceFolderPick({ placeHolder: title, ignoreFocusOut: true });
  }
  if (folders[0] === undefined) tell("information", l10n.t("Open a folder first."));
  return folders[0];
}
