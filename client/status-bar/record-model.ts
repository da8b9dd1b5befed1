/** What the status bar says about a filed record. */
import type { DocumentStatus, RecordNode } from "../../server/protocol/messages";
import { isReadOnly, type LockState } from "../records/lock-decision";
import { describeVerdict, explainVerdict, nameFiling } from "../records/record-words";
import type { Translate } from "../translate";
import { escapeMarkdown, joinClauses, joinParts, renderPlain, renderSentence } from "../words";
import type { StatusContent } from "./model";
import { describeFindings } from "./model";

export function createRecordStatus(
  record: RecordNode,
  status: DocumentStatus | undefined,
  state: LockState,
  t: Translate,
): StatusContent {
  const filing = nameFiling(record, t);
  const unlocked = state === "unlocked";
  const findings = describeFindings(status?.blocking ?? 0, t);
  const lines = [
    `**${escapeMarkdown(renderPlain(record.title))}** · ${escapeMarkdown(record.class)}`,
    joinParts([filing, status?.version == null ? "" : t("Version: {0}", escapeMarkdown(status.version))]),
    record.verdict === "intact" ? "" : renderSentence(record.reason ?? explainVerdict(record, t)),
    findings ?? "",
    t("A filed record is permanent: every change to it is reported."),
    describeLock(state, t),
  ];
  const said = unlocked ? t("{0}, unlocked", filing) : filing;
  return {
    text: `$(${unlocked ? "unlock" : isReadOnly(state) ? "lock" : "law"}) ${said}`,
    tooltip: lines.filter(Boolean).join("\n\n"),
    sentence: joinClauses([
      t("Docket: {0}, {1}", record.class, said),
      record.verdict === "intact" ? undefined : describeVerdict(record, t),
      isReadOnly(state) ? t("read-only") : undefined,
      findings,
    ]),
    background: unlocked
      ? "statusBarItem.warningBackground"
      : findings === undefined
        ? undefined
        : "statusBarItem.errorBackground",
    command: unlocked ? "docket.lockRecord" : "docket.recordMenu",
  };
}

function describeLock(state: LockState, t: Translate): string {
  if (state === "unlocked") return t("It is unlocked in this window. Select to lock it again.");
  return isReadOnly(state)
    ? t("It is read-only in this window. Select to see what can be done, and to unlock it.")
    : t("Select to see what can be done, and to lock it.");
}
