/** The command *Restore as Filed*: brings a record back to the very bytes that were filed. */
import type { Disposable, Uri } from "vscode";
import { l10n, window, workspace } from "vscode";
import type { FiledText, RecordNode } from "../../server/protocol/messages";
import { exists } from "../exists";
import { isComparedInFront, isInTab } from "../records/in-front";
import { isReadOnly } from "../records/lock-decision";
import { holds, putBytes } from "../records/put-bytes";
import { findGivenRecord, isConfirmed } from "../records/record-argument";
import type { RecordLocks } from "../records/record-locks";
import { findFiledText, findRecord } from "../records/record-requests";
import { listLosses, nameFile } from "../records/record-words";
import { isSameText } from "../records/text-change";
import type { ServerSession } from "../server-session";
import { translate } from "../setting";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

export function registerRestoreRecord(session: ServerSession, locks: RecordLocks): Disposable {
  return registerCommand("docket.restoreRecord", async (given) => {
    const uri = findGivenRecord(given);
    if (uri === undefined) return;
    const [record, filed] = await Promise.all([findRecord(session, uri), findFiledText(session, uri)]);
    const name = nameFile(uri.path);
    if (record === undefined) {
      tell("information", l10n.t("{0} is no filed record, so there is nothing to restore.", name));
    } else if (filed === undefined) {
      tell("warning", l10n.t("What was filed as {0} is not known. {1}", name, record.reason ?? ""));
    } else if (await isAsFiled(uri, filed)) {
      tell("information", l10n.t("{0} is as it was filed on {1}.", name, filed.date));
    } else if (isConfirmed(given) || (await accept(uri, record, filed))) {
      await restore(uri, filed, locks);
      tell("information", l10n.t("{0} is again as it was filed on {1}.", name, filed.date));
    }
  });
}

async function restore(uri: Uri, filed: FiledText, locks: RecordLocks): Promise<void> {
  if (isInTab(uri) || isComparedInFront(uri)) await locks.whileOpen(uri, () => putBytes(uri, filed, true));
  // Nobody looks at it: no editor has to be opened for that.
  else await putBytes(uri, filed, !isReadOnly(locks.getState(uri)));
}

async function isAsFiled(uri: Uri, { bytes }: FiledText): Promise<boolean> {
  return !isUnsaved(uri) && (await holds(uri, Buffer.from(bytes, "base64")));
}

function isUnsaved(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => `${document.uri}` === `${uri}` && document.isDirty);
}

/** Asks only where something would be lost: what commits hold can be had again. */
async function accept(uri: Uri, record: RecordNode, filed: FiledText): Promise<boolean> {
  if (!(await isLosing(uri, filed))) return true;
  const label = l10n.t("Restore as Filed");
  const message = l10n.t("Restore {0} as it was filed on {1}?", nameFile(uri.path), filed.date);
  const losses = listLosses(record, isUnsaved(uri), translate);
  const detail = [l10n.t("This is thrown away, and no commit holds it:"), ...losses].join("\n");
  return (await window.showWarningMessage(message, { modal: true, detail }, label)) === label;
}

/** The record itself may be told as it was a moment ago: the texts decide. */
async function isLosing(uri: Uri, { text, committed }: FiledText): Promise<boolean> {
  if (isUnsaved(uri)) return true;
  if (!(await exists(uri))) return false;
  const now = await workspace.decode(await workspace.fs.readFile(uri), { uri });
  return [text, committed].every((kept) => kept === null || !isSameText(now, kept));
}
