/** Whether something lies at an address. */
import { FileType, type Uri, workspace } from "vscode";

export async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Unknown;
  } catch {
    return false;
  }
}
