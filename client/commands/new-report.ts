/** The command *New Report…*: the main file and the prompt file of a task's report, each in its place. */
import { commands, Disposable, l10n, window, workspace } from "vscode";
import { methods } from "../../server/protocol/messages";
import type { ReportChoice } from "../../server/protocol/new-document";
import type { ServerSession } from "../server-session";
import { createRefresher } from "../views/refresher";
import { askDocuments, askPlace, listChoices } from "./ask-documents";
import { createDocuments } from "./create-document";
import { registerCommand } from "./register-command";

export function registerNewReport(session: ServerSession): Disposable {
  return Disposable.from(
    offerReports(session),
    registerCommand("docket.newReport", async (argument) => {
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
    }),
  );
}

/** The palette has the command while a policy has tasks for which reports are written. */
function offerReports(session: ServerSession): Disposable {
  const refresher = createRefresher(async () => {
    let offered = false;
    for (const { uri } of workspace.workspaceFolders ?? []) {
      const params = { folder: uri.toString() };
      const choices = await session.ask<readonly ReportChoice[]>(methods.reportChoices, params);
      offered ||= choices !== undefined && choices.length > 0;
    }
    await commands.executeCommand("setContext", "docket.hasDeliverables", offered);
  });
  return Disposable.from(
    refresher,
    session.onDidChange(({ views }) => views && refresher.request()),
  );
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
