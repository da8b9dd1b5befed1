/** Saves a document and makes sure that the disk has what its editor shows. */
import { l10n, type TextDocument, workspace } from "vscode";

/** Rejects with what happened when it has not; the text is then still in the editor. */
export async function saveExactly(document: TextDocument): Promise<void> {
  const name = workspace.asRelativePath(document.uri);
  const saved = await document.save();
  const bytes = await workspace.fs.readFile(document.uri);
  const text = await workspace.decode(bytes, { encoding: document.encoding });
  if (saved && text.replace(/^\uFEFF/, "") === document.getText()) return;
  throw new Error(l10n.t("{0} was changed in the editor, but could not be saved.", name));
}
