/** Brings a file to exact bytes: through its editor where it has one, so that it can be undone, and on the disk. */
import {
  commands,
  EndOfLine,
  l10n,
  Range,
  TabInputText,
  TabInputTextDiff,
  type TextDocument,
  TextEdit,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { FiledText } from "../../server/protocol/messages";
import { showInFront, waitUntil } from "./in-front";
import { findChange, withLineEnding } from "./text-change";

/**
 * `editable` says whether the document's text could be saved. Rejects with what happened when the file does not hold
 * the bytes afterwards.
 */
export async function putBytes(
  uri: Uri,
  { text, bytes }: Pick<FiledText, "text" | "bytes">,
  editable: boolean,
): Promise<void> {
  const wanted = Buffer.from(bytes, "base64");
  const document = findShown(uri);
  if (document !== undefined && editable) {
    await workspace.applyEdit(createEdit(document, text.replace(/^\uFEFF/, "")));
    await document.save();
  }
  if (await holds(uri, wanted)) return;
  // The editor ends lines in one way, and a setting may change text as it is saved.
  await workspace.fs.writeFile(uri, wanted);
  if (!(await holds(uri, wanted))) {
    throw new Error(
      l10n.t("{0} does not hold what was filed after writing it.", workspace.asRelativePath(uri)),
    );
  }
  if (document !== undefined) await reload(document);
}

/** The document, if a tab shows it, alone or beside something else, or if it holds text that is not saved. */
function findShown(uri: Uri): TextDocument | undefined {
  const shown = window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input }) =>
        (input instanceof TabInputText && `${input.uri}` === `${uri}`) ||
        (input instanceof TabInputTextDiff && `${input.modified}` === `${uri}`),
    );
  const document = workspace.textDocuments.find((each) => `${each.uri}` === `${uri}`);
  return shown || document?.isDirty === true ? document : undefined;
}

function createEdit(document: TextDocument, filed: string): WorkspaceEdit {
  const windows = /\r\n/.test(filed);
  const before = document.getText();
  const after = withLineEnding(filed, document.eol === EndOfLine.CRLF ? "\r\n" : "\n");
  const { start, end, text } = findChange(before, after);
  const edit = new WorkspaceEdit();
  edit.set(document.uri, [
    TextEdit.replace(new Range(document.positionAt(start), document.positionAt(end)), text),
    TextEdit.setEndOfLine(windows ? EndOfLine.CRLF : EndOfLine.LF),
  ]);
  return edit;
}

export async function holds(uri: Uri, wanted: Uint8Array): Promise<boolean> {
  try {
    return Buffer.compare(await workspace.fs.readFile(uri), wanted) === 0;
  } catch {
    return false;
  }
}

/** VS Code follows the disk by itself, except where text was not saved. */
async function reload(document: TextDocument): Promise<void> {
  const saved = async () => workspace.decode(await workspace.fs.readFile(document.uri), document);
  const text = withLineEnding((await saved()).replace(/^\uFEFF/, ""), "\n");
  const follows = () => !document.isDirty && withLineEnding(document.getText(), "\n") === text;
  if (!document.isDirty) await waitUntil(follows);
  if (follows()) return;
  await showInFront(document);
  await commands.executeCommand("workbench.action.files.revert");
}
