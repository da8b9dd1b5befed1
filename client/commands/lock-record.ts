/** The commands *Unlock Filed Record* and *Lock Filed Record*. */
import { Disposable, l10n, type TextDocument, window, workspace } from "vscode";
import { findGivenRecord, isConfirmed } from "../records/record-argument";
import type { RecordLocks } from "../records/record-locks";
import { findRecord } from "../records/record-requests";
import { nameFile } from "../records/record-words";
import type { ServerSession } from "../server-session";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

export function registerLockRecord(session: ServerSession, locks: RecordLocks): Disposable {
  return Disposable.from(
    registerCommand("docket.unlockRecord", async (given) => {
      const uri = findGivenRecord(given);
      const record = uri && (await findRecord(session, uri));
      if (uri === undefined || record === undefined) return tellNone();
      if (!isConfirmed(given) && !(await accept(record.filed?.date))) return undefined;
      return insist(locks.unlock, await workspace.openTextDocument(uri));
    }),
    registerCommand("docket.lockRecord", async (given) => {
      const uri = findGivenRecord(given);
      const record = uri && (await findRecord(session, uri));
      if (uri === undefined || record === undefined) return tellNone();
      const document = await workspace.openTextDocument(uri);
      if (!document.isDirty) return insist(locks.lock, document);
      // Read-only text cannot be saved, and would be lost with the window.
      const message = l10n.t(
        "{0} has text that is not saved. Save it or undo it, then lock it.",
        nameFile(uri.path),
      );
      return tell("warning", message);
    }),
  );
}

async function accept(date: string | undefined): Promise<boolean> {
  const message =
    date === undefined
      ? l10n.t("This record was filed. Unlock to edit?")
      : l10n.t("This record was filed on {0}. Unlock to edit?", date);
  const detail = l10n.t("A filed record is permanent: every change will be reported.");
  const label = l10n.t("Unlock");
  return (await window.showWarningMessage(message, { modal: true, detail }, label)) === label;
}

async function insist(
  change: (document: TextDocument) => Promise<boolean>,
  document: TextDocument,
): Promise<void> {
  if (await change(document)) return;
  throw new Error(l10n.t("Another editor came to the front. Open the record and try again."));
}

function tellNone(): void {
  tell("information", l10n.t("The document in front is no filed record."));
}
