/** The item of the status bar: class, state and version of the active document, and the lock of a filed record. */
import { Disposable, l10n, MarkdownString, StatusBarAlignment, ThemeColor, window } from "vscode";
import type { ActiveDocumentWatch } from "../active-document";
import type { RecordLocks } from "../records/record-locks";
import { translate } from "../setting";
import type { StatusContent } from "./model";
import { createStatus } from "./model";
import { createRecordStatus } from "./record-model";

export function registerStatusBar(active: ActiveDocumentWatch, locks: RecordLocks): Disposable {
  // To the left of language and encoding, which say other things about the same document.
  const item = window.createStatusBarItem("docket.status", StatusBarAlignment.Right, 101);
  item.name = l10n.t("Docket: Document Status");

  const update = () => {
    const { document, status, record } = active.get() ?? {};
    if (document !== undefined && record !== undefined && record.verdict !== "deleted") {
      show(createRecordStatus(record, status, locks.getState(document.uri), translate));
    } else if (status !== undefined) show(createStatus(status, translate));
    else item.hide();
  };
  const show = ({ text, tooltip, sentence, background, command }: StatusContent) => {
    item.text = text;
    item.tooltip = new MarkdownString(tooltip);
    item.accessibilityInformation = { label: sentence };
    item.backgroundColor = background === undefined ? undefined : new ThemeColor(background);
    item.command = command;
    item.show();
  };
  return Disposable.from(item, active.onDidChange(update), locks.onDidChange(update));
}
