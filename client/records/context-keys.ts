/** Tells menus and the palette what the document in front is. */
import { commands, Disposable } from "vscode";
import type { ActiveDocumentWatch } from "../active-document";
import { isReadOnly } from "./lock-decision";
import type { RecordLocks } from "./record-locks";
import { isRestorable } from "./record-words";

/**
 * `docket.governed`: whether a class of the policy claims it. `docket.activeRecord`: the verdict of the filed record in front, empty when it is none. `docket.recordLocked`:
 * whether Docket has made it read-only. `docket.recordChanged`: whether it can be compared with what was filed, and
 * restored. `docket.mayBeFiled`: whether the document in front can be asked to be filed.
 */
export function setContextKeys(active: ActiveDocumentWatch, locks: RecordLocks): Disposable {
  const update = () => {
    const { document, status, record, mayBeFiled } = active.get() ?? {};
    const locked = document !== undefined && isReadOnly(locks.getState(document.uri));
    commands.executeCommand("setContext", "docket.governed", status !== undefined);
    commands.executeCommand("setContext", "docket.activeRecord", record?.verdict ?? "");
    commands.executeCommand("setContext", "docket.recordLocked", locked);
    commands.executeCommand(
      "setContext",
      "docket.recordChanged",
      record !== undefined && isRestorable(record),
    );
    commands.executeCommand("setContext", "docket.mayBeFiled", mayBeFiled === true);
  };
  return Disposable.from(active.onDidChange(update), locks.onDidChange(update));
}
