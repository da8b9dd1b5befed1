/** The command *New Report…*: the main file and the prompt file of a task's report, each in its place. */
import type { Disposable } from "vscode";
import { l10n, window } from "vscode";
import { methods } from "../../server/protocol/messages";
import type { ReportChoice } from "../../server/protocol/new-document";
import type { ServerSession } from "../server-session";
import { askDocuments, askPlace, listChoices } from "./ask-documents";
import { createDocuments } from "./create-document";
import { registerCommand } from "./register-command";

export function registerNewReport(session: ServerSession): Disposable {
  return registerCommand("docket.newReport", async (argument) => {
    const place = await askPlace(argument, l10n.t("Where is the report to be?"));
    if (place === undefined) return;
    const { params, given } = place;
    const documents = await session.use(async (client) => {
      const choices = await listChoices<ReportChoice>(client, methods.reportChoices, params);
      const choice = choices && (await pickPolicy(choices));
      if (choice === undefined) return undefined;
      const draft = { ...params, policy: choice.policy, report: true } as const;
      return askDocuments(client, draft, l10n.t("New Report"), given);
    });
    if (documents !== undefined) await createDocuments(documents);
  });
}

async function pickPolicy(choices: readonly ReportChoice[]): Promise<ReportChoice | undefined> {
  if (choices.length === 1) return choices[0];
  const rows = choices.map((each) => ({ label: each.name, description: each.policy, each }));
  const chosen = await window.showQuickPick(rows, {
    title: l10n.t("New Report"),
    placeHolder: l10n.t("By which policy?"),
    ignoreFocusOut: true,
  });
  return chosen?.each;
}
