/** What can be done with a record: for the menu of the status bar and for code lenses. */
import type { RecordNode } from "../../server/protocol/messages";
import type { Translate } from "../translate";
import { isRestorable } from "./record-words";

export interface RecordAction {
  readonly command: string;
  /** The name of a product icon. */
  readonly icon: string;
  readonly label: string;
  readonly detail: string;
}

/** Nothing is offered that cannot work, nor the comparison in which somebody stands: `compared`. */
export function listRecordActions(
  record: RecordNode,
  { locked, compared }: { readonly locked: boolean; readonly compared: boolean },
  t: Translate,
): readonly RecordAction[] {
  const compare: RecordAction = {
    command: "docket.showFilingChanges",
    icon: "diff",
    label: t("Show Changes Since Filing"),
    detail: t("As it was filed, beside what it is now"),
  };
  const restore: RecordAction = {
    command: "docket.restoreRecord",
    icon: "discard",
    label: t("Restore as Filed"),
    detail: t("Bring back the very text that was filed"),
  };
  const succeed: RecordAction = {
    command: "docket.createSuccessor",
    icon: "new-file",
    label: t("Create Successor"),
    detail: t("Write down what has changed in a new document that names this one"),
  };
  const lock: RecordAction = locked
    ? {
        command: "docket.unlockRecord",
        icon: "unlock",
        label: t("Unlock"),
        detail: t("Edit the record itself; every change will be reported"),
      }
    : {
        command: "docket.lockRecord",
        icon: "lock",
        label: t("Lock"),
        detail: t("Make its editor read-only again"),
      };
  const changed = isRestorable(record);
  return [...(changed && !compared ? [compare] : []), ...(changed ? [restore] : []), succeed, lock];
}
