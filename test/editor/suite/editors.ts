/** What the tests inside VS Code do with editors: open, type, and find out whether text can be changed. */
import type { CodeAction, Diagnostic, TextDocument, TextEditor } from "vscode";
import { CodeActionKind, commands, Position, Selection, window, workspace } from "vscode";
import { activateDocket, toUri, until } from "./workspace";

/** Opens it in a tab of its own, with the cursor at its beginning. */
export async function openInFront(path: string): Promise<TextEditor> {
  const editor = await window.showTextDocument(toUri(path), { preview: false });
  editor.selection = new Selection(new Position(0, 0), new Position(0, 0));
  await until(
    "it is in front",
    () => window.activeTextEditor?.document.uri.path ?? "",
    (active) => active.endsWith(path),
  );
  return editor;
}

/** As from the keyboard. */
export async function type(text: string): Promise<void> {
  await commands.executeCommand("workbench.action.focusActiveEditorGroup");
  await commands.executeCommand("type", { text });
}

/** Waits until Docket has made the document in front read-only. */
export async function waitForLock(): Promise<void> {
  const { getLock } = await activateDocket();
  await until(
    "it is locked",
    () => window.activeTextEditor && getLock(window.activeTextEditor.document.uri),
    (state) => state === "locked",
  );
}

/** Types into the editor in front, and takes it back: no interface tells it otherwise. */
export async function isReadOnly(): Promise<boolean> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return false;
  const { version } = document;
  await type(" ");
  if (document.version === version) return true;
  await commands.executeCommand("undo");
  return false;
}

/** Closes every editor; unsaved text is lost. */
export async function closeAll(): Promise<void> {
  for (const { isDirty, uri } of workspace.textDocuments) {
    if (!isDirty || uri.scheme !== "file") continue;
    await window.showTextDocument(uri);
    await commands.executeCommand("workbench.action.files.revert");
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
}

export async function readBytes(path: string): Promise<Buffer> {
  return Buffer.from(await workspace.fs.readFile(toUri(path)));
}

/** The quick fixes of a finding with such a title; waits until there is one. */
export async function findActions(
  { uri }: TextDocument,
  { range }: Diagnostic,
  title: RegExp,
): Promise<readonly CodeAction[]> {
  return await until(
    `${title} is offered`,
    async () => {
      const all = await commands.executeCommand<CodeAction[]>(
        "vscode.executeCodeActionProvider",
        uri,
        range,
        CodeActionKind.QuickFix.value,
      );
      return all.filter((action) => title.test(action.title));
    },
    (actions) => actions.length > 0,
  );
}
