/** The item of the status bar: class, state and version of the active document. */
import { Disposable, l10n, MarkdownString, StatusBarAlignment, ThemeColor, window } from "vscode";
import type { DocumentStatus } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";
import { translate } from "../setting";
import { createStatus } from "./model";

export function registerStatusBar(session: ServerSession): Disposable {
  // To the left of language and encoding, which say other things about the same document.
  const item = window.createStatusBarItem("docket.status", StatusBarAlignment.Right, 101);
  item.name = l10n.t("Docket: Document Status");
  item.command = "workbench.actions.view.problems";
  let latest = 0;

  const update = async () => {
    const document = window.activeTextEditor?.document;
    // The output panel counts as an editor, yet the document stays in front.
    if (document?.uri.scheme === "output") return;
    latest += 1;
    const asked = latest;
    const status =
      document?.uri.scheme === "file"
        ? await session.ask<DocumentStatus>(methods.documentStatus, { uri: document.uri.toString() })
        : undefined;
    // Another document may have come to the front meanwhile.
    if (asked !== latest) return;
    if (status === undefined) item.hide();
    else show(status);
  };
  const show = (status: DocumentStatus) => {
    const { text, tooltip, sentence, blocked } = createStatus(status, translate);
    item.text = text;
    item.tooltip = new MarkdownString(tooltip);
    item.accessibilityInformation = { label: sentence };
    item.backgroundColor = blocked ? new ThemeColor("statusBarItem.errorBackground") : undefined;
    item.show();
  };
  return Disposable.from(item, window.onDidChangeActiveTextEditor(update), session.onDidChange(update));
}
