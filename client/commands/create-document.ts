/** Writes a new document and opens it, with the first of its placeholders selected. */
import { l10n, Range, SnippetString, type TextDocument, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { NewDocuments } from "../../server/protocol/new-document";
import { exists } from "../exists";
import { renderSnippet } from "./render-snippet";
import { tell } from "./tell";

/** Writes nothing when the file exists. */
export async function createDocument(uri: Uri, text: string): Promise<void> {
  if (await writeDocument(uri, text)) await openAtPlaceholder(uri, text);
}

/** Writes nothing, says so and resolves with false when the file exists. */
export async function writeDocument(uri: Uri, text: string): Promise<boolean> {
  const path = workspace.asRelativePath(uri);
  if (await exists(uri)) {
    tell("warning", l10n.t("{0} exists already; nothing was written.", path), {
      [l10n.t("Open It")]: () => window.showTextDocument(uri),
    });
    return false;
  }
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t("{0} could not be written.", path));
  return true;
}

/** All documents or none: nothing is written when one of them exists. The first one is opened. */
export async function createDocuments(documents: NewDocuments["documents"]): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { uri, text } of documents) {
    const target = Uri.parse(uri);
    if (await exists(target)) {
      tell("warning", l10n.t("{0} exists already; nothing was written.", workspace.asRelativePath(target)), {
        [l10n.t("Open It")]: () => window.showTextDocument(target),
      });
      return;
    }
    edit.createFile(target, { contents: new TextEncoder().encode(text) });
  }
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t("The documents could not be written."));
  const [first] = documents;
  if (first !== undefined) await openAtPlaceholder(Uri.parse(first.uri), first.text);
}

/**
 * Puts the text in place of what the document has, with its placeholders to be filled in one after the other, and
 * leaves it to be saved.
 */
export async function openAtPlaceholder(uri: Uri, text: string): Promise<TextDocument> {
  const editor = await window.showTextDocument(uri);
  const { range } = editor.document.lineAt(editor.document.lineCount - 1);
  const all = new Range(0, 0, range.end.line, range.end.character);
  await editor.insertSnippet(new SnippetString(renderSnippet(text)), all);
  return editor.document;
}
