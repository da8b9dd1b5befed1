/** Edits of one document as the client applies them, against the version that the editor has of it. */
import type { WorkspaceEdit } from "vscode-languageserver/node";
import type { TextEdit } from "../base/edit";
import { type DocumentChange, toWorkspaceEdit } from "./workspace-edits";
import type { SessionContext, WorkspaceSession } from "./workspace-session";

/** `edits` refer to `text`. */
export function changeOf(
  session: WorkspaceSession,
  path: string,
  text: string,
  edits: readonly TextEdit[],
  context: SessionContext,
): DocumentChange {
  return { uri: session.uriOf(path), version: context.openAt(session.absolute(path))?.version, text, edits };
}

export function editOf(...change: Parameters<typeof changeOf>): WorkspaceEdit | null {
  const [, , , , context] = change;
  return toWorkspaceEdit([changeOf(...change)], context.features) ?? null;
}
