/** Whether a document is in front, in an editor of its own or beside what was filed, and how it gets there. */
import {
  type TabGroup,
  TabInputText,
  TabInputTextDiff,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import { filedScheme, toRecordUri } from "./filed-uri";

/** False in other people's comparisons, such as git's, and while the editor's tab is not known yet. */
export function isInFront({ uri }: Pick<TextDocument, "uri">): boolean {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const editor = window.activeTextEditor?.document.uri;
  if (isComparedInFront(uri)) return editor !== undefined && `${toRecordUri(editor)}` === `${uri}`;
  return input instanceof TabInputText && `${input.uri}` === `${uri}` && `${editor}` === `${uri}`;
}

/** The document of the editor in front; beside what was filed, whichever side has the cursor, it is the record. */
export function findDocumentInFront(): TextDocument | undefined {
  const shown = window.activeTextEditor?.document;
  if (shown?.uri.scheme !== filedScheme) return shown;
  const uri = toRecordUri(shown.uri);
  return workspace.textDocuments.find((document) => `${document.uri}` === `${uri}`);
}

/** Whether the tab in front has the document beside what was filed. */
export function isComparedInFront(uri: Uri): boolean {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return (
    input instanceof TabInputTextDiff &&
    input.original.scheme === filedScheme &&
    `${input.modified}` === `${uri}`
  );
}

/** Shows it where it is shown already, if it is; waits until VS Code has told so. */
export async function showInFront(document: TextDocument): Promise<void> {
  if (isInFront(document)) return;
  const groups = window.tabGroups.all.filter((group) => holds(group, document.uri));
  const group = groups.find(({ isActive }) => isActive) ?? groups[0];
  await window.showTextDocument(document, {
    ...(group === undefined ? {} : { viewColumn: group.viewColumn }),
    preview: false,
  });
  await waitUntil(() => isInFront(document));
}

/** Whether an editor of its own shows it, in front or not. */
export function isInTab(uri: Uri): boolean {
  return window.tabGroups.all.some((group) => holds(group, uri));
}

function holds({ tabs }: TabGroup, uri: Uri): boolean {
  return tabs.some(({ input }) => input instanceof TabInputText && `${input.uri}` === `${uri}`);
}

/** What VS Code does in its own time comes within 2 s, or not at all. */
export async function waitUntil(holds: () => boolean): Promise<void> {
  for (let waits = 0; waits < 40 && !holds(); waits += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
