/** The command *Insert Header*: gives the document in the editor a complete header for its class. */
import type { Disposable } from "vscode";
import { l10n, window, workspace } from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient/node";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

export function registerInsertHeader(session: ServerSession): Disposable {
  return registerCommand("docket.insertHeader", async () => {
    const document = window.activeTextEditor?.document;
    if (document === undefined) return;
    const version = document.version;
    const edit = await session.use(async (client) => {
      const found = await client.sendRequest<WorkspaceEdit | null>(methods.insertHeader, {
        uri: document.uri.toString(),
      });
      return client.protocol2CodeConverter.asWorkspaceEdit(found);
    });
    if (edit === undefined) {
      const message = l10n.t(
        "There is no header to insert: this document has one, is filed, or belongs to no class of the policy.",
      );
      tell("information", message);
    } else if (document.version === version) await workspace.applyEdit(edit);
  });
}
