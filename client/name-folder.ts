/** In which folder of a workspace with several ones a file is. */
import { Uri, workspace } from "vscode";

/**
 * The name of the folder that holds the file with this URI; empty where nothing has to be told apart. In a row's
 * description it comes first, as a narrow side bar cuts off the rest.
 */
export type NameFolder = (uri: string) => string;

export const nameFolder: NameFolder = (uri) => {
  const { workspaceFolders = [] } = workspace;
  return workspaceFolders.length < 2 ? "" : (workspace.getWorkspaceFolder(Uri.parse(uri))?.name ?? "");
};
