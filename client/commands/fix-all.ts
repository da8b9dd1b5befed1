/** The command *Fix All in Workspace*: applies every safe fix, and says what changed and what was left alone. */
import type { Disposable } from "vscode";
import { l10n, ProgressLocation, Uri, window, workspace } from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient/node";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";
import { translate } from "../setting";
import type { FixOutcome } from "./fix-outcome";
import { renderOutcome } from "./fix-outcome";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

export function registerFixAll(session: ServerSession): Disposable {
  return registerCommand("docket.fixAll", async () => {
    const outcome = await session.use((client) =>
      window.withProgress(
        { location: ProgressLocation.Notification, title: l10n.t("Docket fixes the documents…") },
        async () => {
          const answer = await client.sendRequest<FixOutcome & { readonly edit: WorkspaceEdit }>(
            methods.fixAll,
          );
          const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
          // As a refactoring, so that VS Code saves the files that were not open.
          if (answer.changed > 0 && !(await workspace.applyEdit(edit, { isRefactoring: true }))) {
            throw new Error(
              l10n.t("VS Code did not apply the changes. Save or close changed documents and try again."),
            );
          }
          return answer;
        },
      ),
    );
    const actions =
      outcome.skipped.length > 0 ? { [l10n.t("Show Skipped")]: () => showSkipped(outcome) } : {};
    tell("information", renderOutcome(outcome, translate), actions);
    return { changed: outcome.changed, skipped: outcome.skipped };
  });
}

async function showSkipped({ skipped }: FixOutcome): Promise<void> {
  const rows = skipped.map(({ uri, reason }) => {
    const parsed = Uri.parse(uri);
    const parts = workspace.asRelativePath(parsed).split("/");
    return {
      label: parts.at(-1) ?? uri,
      description: parts.slice(0, -1).join("/"),
      detail: reason,
      uri: parsed,
    };
  });
  const placeHolder = l10n.t("Documents that were left alone; choose one to open it");
  const chosen = await window.showQuickPick(rows, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen !== undefined) await window.showTextDocument(chosen.uri);
}
