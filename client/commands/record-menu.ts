/** The command *Filed Record…*: what can be done with the record in front, for the status bar. */
import type { Disposable } from "vscode";
import { commands, l10n, window } from "vscode";
import type { ActiveDocumentWatch } from "../active-document";
import { isComparedInFront } from "../records/in-front";
import { isReadOnly } from "../records/lock-decision";
import { listRecordActions } from "../records/record-actions";
import type { RecordLocks } from "../records/record-locks";
import { describeVerdict, nameFiling } from "../records/record-words";
import { translate } from "../setting";
import { joinParts } from "../words";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

export function registerRecordMenu(active: ActiveDocumentWatch, locks: RecordLocks): Disposable {
  return registerCommand("docket.recordMenu", async () => {
    const { document, record } = active.get() ?? {};
    if (document === undefined || record === undefined) {
      tell("information", l10n.t("The document in front is no filed record."));
      return;
    }
    const locked = isReadOnly(locks.getState(document.uri));
    const compared = isComparedInFront(document.uri);
    const actions = listRecordActions(record, { locked, compared }, translate);
    const title = joinParts([
      nameFiling(record, translate),
      record.verdict === "intact" ? "" : describeVerdict(record, translate),
    ]);
    const rows = actions.map(({ icon, label, detail, command }) => ({
      label: `$(${icon}) ${label}`,
      detail,
      command,
    }));
    const chosen = await window.showQuickPick(rows, {
      title,
      placeHolder: l10n.t("What would you like to do?"),
    });
    if (chosen !== undefined) await commands.executeCommand(chosen.command, { uri: record.uri });
  });
}
