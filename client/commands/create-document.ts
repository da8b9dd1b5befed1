/** Writes a new document and opens it, with the first of its placeholders selected. */
import { l10n, SnippetString, type Uri, WorkspaceEdit, window, workspace } from "vscode";
import { exists } from "../exists";
import { renderSnippet } from "./render-snippet";
import { tell } from "./tell";

/** Writes nothing when the file exists. */
export async function createDocument(uri: Uri, text: string): Promise<void> {
  const path = workspace.asRelativePath(uri);
  if (await exists(uri)) {
    tell("warning", l10n.t("{0} exists already; nothing was written.", path), {
      [l10n.t("Open It")]: () => window.showTextDocument(uri),
    });
    return;
  }
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: new Uint8Array() });
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t("{0} could not be written.", path));
  const editor = await window.showTextDocument(uri);
  await editor.insertSnippet(new SnippetString(renderSnippet(text)));
}
