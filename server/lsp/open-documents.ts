/** The documents that are open in the editor, by the paths of their files. */
import {
  type Connection,
  TextDocumentSyncKind,
  type TextDocumentSyncOptions,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { OpenText } from "./publisher";

/** A save says no more than that nothing is lost with the file: the text is known before. */
export const syncOptions: TextDocumentSyncOptions = {
  openClose: true,
  change: TextDocumentSyncKind.Incremental,
  save: true,
};

export interface OpenDocumentEvents {
  readonly opened: (path: string) => void;
  /** The text is the newest. */
  readonly changed: (path: string) => void;
  readonly saved: (path: string) => void;
  /** `uri` is what the client called it. */
  readonly closed: (path: string, uri: string) => void;
}

export interface OpenDocuments {
  /** By absolute path, with `/`. */
  readonly at: (path: string) => OpenText | undefined;
  readonly paths: () => readonly string[];
}

/** Files only, whatever their language: a policy governs plain text and MDX as well as Markdown. */
export function followOpenDocuments(
  connection: Connection,
  pathOfUri: (uri: string) => string | undefined,
  events: OpenDocumentEvents,
): OpenDocuments {
  const documents = new Map<string, TextDocument>();
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const path = pathOfUri(uri);
    if (path === undefined) return;
    documents.set(path, TextDocument.create(uri, languageId, version, text));
    events.opened(path);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const path = pathOfUri(textDocument.uri);
    const document = path === undefined ? undefined : documents.get(path);
    if (path === undefined || document === undefined) return;
    documents.set(path, TextDocument.update(document, contentChanges, textDocument.version));
    events.changed(path);
  });
  connection.onDidSaveTextDocument(({ textDocument }) => {
    const path = pathOfUri(textDocument.uri);
    if (path !== undefined && documents.has(path)) events.saved(path);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    const path = pathOfUri(textDocument.uri);
    if (path !== undefined && documents.delete(path)) events.closed(path, textDocument.uri);
  });
  return {
    at: (path) => {
      const document = documents.get(path);
      return document && { uri: document.uri, version: document.version, text: document.getText() };
    },
    paths: () => [...documents.keys()],
  };
}
