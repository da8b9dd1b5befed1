/** The command *Show Changes Since Filing*: a record as it was filed, beside what it is now. */
import type { Disposable } from "vscode";
import { commands, l10n } from "vscode";
import { exists } from "../exists";
import { toEmptyUri, toFiledUri } from "../records/filed-uri";
import { findGivenRecord } from "../records/record-argument";
import { findFiledText } from "../records/record-requests";
import { nameFile } from "../records/record-words";
import type { ServerSession } from "../server-session";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

export function registerShowFilingChanges(session: ServerSession): Disposable {
  return registerCommand("docket.showFilingChanges", async (given) => {
    const uri = findGivenRecord(given);
    if (uri === undefined) return;
    const name = nameFile(uri.path);
    const filed = await findFiledText(session, uri);
    if (filed === undefined) {
      tell(
        "information",
        l10n.t("What was filed as {0} is not known, so there is nothing to compare.", name),
      );
      return;
    }
    const now = (await exists(uri)) ? uri : toEmptyUri(uri);
    const title = l10n.t("{0} (as filed {1} ↔ now)", name, filed.date);
    await commands.executeCommand("vscode.diff", toFiledUri(uri), now, title, { preview: true });
  });
}
