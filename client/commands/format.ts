/** The command *Format Header and Tables*, for those whose Markdown is formatted by another extension. */
import type { Disposable } from "vscode";
import { l10n, WorkspaceEdit, window, workspace } from "vscode";
import type { TextEdit } from "vscode-languageclient/node";
import type { ServerSession } from "../server-session";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

export function registerFormat(session: ServerSession): Disposable {
  return registerCommand("docket.format", async () => {
    const document = window.activeTextEditor?.document;
    if (document === undefined) return;
    const { uri, version } = document;
    const edits = await session.use(async (client) => {
      const found = await client.sendRequest<TextEdit[] | null>("textDocument/formatting", {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        options: { tabSize: 2, insertSpaces: true },
      });
      return client.protocol2CodeConverter.asTextEdits(found ?? []);
    });
    if (edits.length === 0) {
      const message = l10n.t(
        "There is nothing to format: header and tables are in order, or this document is filed or belongs to no class of the policy.",
      );
      tell("information", message);
    } else if (document.version === version) {
      const change = new WorkspaceEdit();
      change.set(uri, edits);
      await workspace.applyEdit(change);
    }
  });
}
