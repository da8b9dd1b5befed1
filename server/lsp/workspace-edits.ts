/** Fixes and new texts as edits that the client applies. */
import type { TextEdit as LspTextEdit, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { TextEdit } from "../base/edit";
import { LineIndex } from "../base/lines";
import type { ClientFeatures } from "./client-features";
import { START, toLspEdit } from "./convert";

export interface DocumentChange {
  readonly uri: string;
  /** The editor's version that the edits refer to; undefined for a file that is not open. */
  readonly version: number | undefined;
  /** The text that the edits refer to. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** The new URI, where the file moves. */
  readonly moveTo?: string | undefined;
  /** A file that is written beside it. */
  readonly creates?: { readonly uri: string; readonly text: string } | undefined;
}

/** Undefined when the client cannot do what is asked for: moves and new files need resource operations. */
export function toWorkspaceEdit(
  changes: readonly DocumentChange[],
  features: ClientFeatures,
): WorkspaceEdit | undefined {
  if (changes.some((change) => change.moveTo !== undefined) && !features.renameFiles) return undefined;
  if (changes.some((change) => change.creates !== undefined) && !features.createFiles) return undefined;
  const edits = changes.map((change) => {
    const lines = new LineIndex(change.text);
    return { ...change, edits: change.edits.map((edit) => toLspEdit(edit, lines)) };
  });
  if (!features.documentChanges)
    return { changes: Object.fromEntries(edits.map((change) => [change.uri, change.edits])) };
  const documentChanges = edits.flatMap(({ uri, version, edits: textEdits, moveTo, creates }) => {
    const edit: TextDocumentEdit = { textDocument: { uri, version: version ?? null }, edits: textEdits };
    const move = moveTo === undefined ? [] : [{ kind: "rename" as const, oldUri: uri, newUri: moveTo }];
    const creation = creates && toCreation(creates.uri, creates.text).documentChanges;
    return [...(textEdits.length === 0 ? [] : [edit]), ...move, ...(creation ?? [])];
  });
  return { documentChanges };
}

/** For clients that take edits which create files. */
export function toCreation(uri: string, text: string): WorkspaceEdit {
  const edit: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: START, newText: text }],
  };
  return { documentChanges: [{ kind: "create", uri }, edit] };
}

/** One after the other; both are for the same client. */
export function joinEdits(first: WorkspaceEdit, second: WorkspaceEdit | null): WorkspaceEdit {
  return { documentChanges: [...(first.documentChanges ?? []), ...(second?.documentChanges ?? [])] };
}

/** The edits of one document in the protocol's positions: its text need not be kept. */
export interface LocatedChange extends Pick<DocumentChange, "uri" | "version"> {
  readonly edits: readonly LspTextEdit[];
}

export function locateChange({ uri, version, text, edits }: DocumentChange): LocatedChange {
  const lines = new LineIndex(text);
  return { uri, version, edits: edits.map((edit) => toLspEdit(edit, lines)) };
}

/** `label` is what all of them are for; it is shown where the client can. */
export function toLabelledEdit(
  changes: readonly LocatedChange[],
  label: string,
  { documentChanges, changeAnnotations }: ClientFeatures,
): WorkspaceEdit {
  if (!documentChanges)
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, [...edits]])) };
  const annotation = changeAnnotations ? { annotationId: label } : {};
  return {
    documentChanges: changes.map(({ uri, version, edits }) => ({
      textDocument: { uri, version: version ?? null },
      edits: edits.map((edit) => ({ ...edit, ...annotation })),
    })),
    ...(changeAnnotations ? { changeAnnotations: { [label]: { label } } } : {}),
  };
}
