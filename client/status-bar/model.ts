/** What the status bar says about a document. */
import type { DocumentStatus } from "../../server/protocol/messages";
import type { Translate } from "../translate";
import { escapeMarkdown, joinParts } from "../words";

export interface StatusContent {
  readonly text: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly sentence: string;
  /** A theme colour, for what must not be overlooked. */
  readonly background: "statusBarItem.errorBackground" | "statusBarItem.warningBackground" | undefined;
  /** What a click does. */
  readonly command: string;
}

export function createStatus(status: DocumentStatus, t: Translate): StatusContent {
  const state = status.state ?? (status.hasStates ? t("No status") : status.title);
  const said = status.version === null ? state : `${state} · ${status.version}`;
  const findings = describeFindings(status.blocking, t);
  const lines = [
    `**${escapeMarkdown(status.title)}** · ${escapeMarkdown(status.class)}`,
    ...[describeState(status, t), findings].filter((line) => line !== undefined && line !== ""),
    t("Select to open the Problems panel."),
  ];
  return {
    // No lock: what no commit holds yet is no record, and can be changed.
    text: `$(law) ${said}`,
    tooltip: lines.join("\n\n"),
    sentence: [t("Docket: {0}, {1}", status.class, said), findings]
      .filter((part) => part !== undefined)
      .join(", "),
    background: status.blocking > 0 ? "statusBarItem.errorBackground" : undefined,
    command: "workbench.actions.view.problems",
  };
}

function describeState({ state, hasStates, version, filed }: DocumentStatus, t: Translate): string {
  const unsaid = hasStates ? t("No status") : undefined;
  const parts = [
    state === null ? unsaid : t("Status: {0}", escapeMarkdown(state)),
    version === null ? undefined : t("Version: {0}", escapeMarkdown(version)),
  ];
  const said = joinParts(parts);
  return filed ? `${said}\n\n${t("It is filed, and permanent from the commit on that holds it.")}` : said;
}

export function describeFindings(blocking: number, t: Translate): string | undefined {
  if (blocking === 0) return undefined;
  return blocking === 1 ? t("1 blocking finding") : t("{0} blocking findings", blocking);
}
