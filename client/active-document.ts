/** Keeps what the server knows of the document in front: status bar, lock and menus all follow it. */
import { Disposable, EventEmitter, type TextDocument, window } from "vscode";
import type { DocumentStatus, FilingCheck, RecordAnswer, RecordNode } from "../server/protocol/messages";
import { methods } from "../server/protocol/messages";
import { findDocumentInFront } from "./records/in-front";
import type { ServerSession } from "./server-session";

interface ActiveDocument {
  readonly document: TextDocument;
  readonly status: DocumentStatus | undefined;
  /** Undefined for what is no filed record, and while that is not known. */
  readonly record: RecordNode | undefined;
  /** Whether the server knows if it is a record: not before it has read the history. */
  readonly isRecordKnown: boolean;
  /** Whether its class is one that is filed, and it is not filed yet. */
  readonly mayBeFiled: boolean;
}

export interface ActiveDocumentWatch extends Disposable {
  /** Undefined when no file is in front. */
  readonly get: () => ActiveDocument | undefined;
  readonly onDidChange: (listener: (active: ActiveDocument | undefined) => void) => Disposable;
}

export function watchActiveDocument(session: ServerSession): ActiveDocumentWatch {
  const changed = new EventEmitter<ActiveDocument | undefined>();
  let active: ActiveDocument | undefined;
  let latest = 0;

  const update = async () => {
    const document = findDocumentInFront();
    // The output panel counts as an editor, yet the document stays in front.
    if (document?.uri.scheme === "output") return;
    latest += 1;
    const asked = latest;
    const answer = document?.uri.scheme === "file" ? await askAbout(session, document) : undefined;
    // Another document may have come to the front meanwhile.
    if (asked !== latest) return;
    active = answer;
    changed.fire(answer);
  };
  const own = Disposable.from(
    changed,
    window.onDidChangeActiveTextEditor(update),
    session.onDidChange(update),
  );
  return {
    get: () => active,
    onDidChange: (listener) => changed.event(listener),
    dispose: () => own.dispose(),
  };
}

async function askAbout(session: ServerSession, document: TextDocument): Promise<ActiveDocument | undefined> {
  const params = { uri: document.uri.toString() };
  const [status, answer] = await Promise.all([
    session.ask<DocumentStatus>(methods.documentStatus, params),
    session.ask<RecordAnswer>(methods.record, params),
  ]);
  // Without an answer there is nothing to tell of it, and nothing to take back either.
  if (!session.isServing()) return undefined;
  const record = answer?.record ?? undefined;
  const isRecordKnown = record !== undefined || answer?.reading === false;
  const check =
    isRecordKnown && record === undefined && status !== undefined
      ? await session.ask<FilingCheck>(methods.checkFiling, params)
      : undefined;
  return { document, status, record, isRecordKnown, mayBeFiled: check !== undefined };
}
