/** The command *Initialize Policy*: shows what was recognised, and writes `docket.yaml` when that is accepted. */
import type { Disposable, Memento } from "vscode";
import { commands, l10n, ProgressLocation, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { InitializationProposal } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import { exists } from "../exists";
import type { ServerSession } from "../server-session";
import { translate } from "../setting";
import { takeOffer } from "./get-started";
import { pickFolder } from "./pick-folder";
import { renderProposal } from "./policy-proposal";
import { registerCommand } from "./register-command";
import { type Actions, tell } from "./tell";

/** `memory` is the user's: the walkthrough is offered once. */
export function registerInitializePolicy(session: ServerSession, memory: Memento): Disposable {
  return registerCommand("docket.initializePolicy", async () => {
    const folder = await pickFolder(l10n.t("Which folder is to be governed?"));
    if (folder === undefined) return;
    const target = Uri.joinPath(folder.uri, "docket.yaml");
    // Until the policy is written, the server runs for this question alone.
    await session.use(async (client) => {
      const proposal = await window.withProgress(
        { location: ProgressLocation.Notification, title: l10n.t("Docket looks at the documents…") },
        () =>
          client.sendRequest<InitializationProposal | null>(methods.proposePolicy, {
            folder: folder.uri.toString(),
          }),
      );
      if (proposal === null) throw new Error(l10n.t("The documents of this folder could not be read."));
      if (proposal.existing !== null) await tellExisting(folder.uri, proposal.existing);
      else if (await accept(proposal)) {
        await write(target, proposal);
        tellNext(proposal.findings, takeOffer(memory));
      }
    });
  });
}

async function accept(proposal: InitializationProposal): Promise<boolean> {
  const { message, detail } = renderProposal(proposal, translate);
  const label = l10n.t("Create docket.yaml");
  return (await window.showInformationMessage(message, { modal: true, detail }, label)) === label;
}

async function write(target: Uri, { text }: InitializationProposal): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(target, { contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t("docket.yaml could not be written."));
  await window.showTextDocument(target);
}

/** Nothing, when there is nothing to be done. */
function tellNext(findings: number, offer: Actions): void {
  if (findings > 0) {
    const message = l10n.t("The documents are governed now. What does not comply is in the Problems panel.");
    const show = () => commands.executeCommand("workbench.actions.view.problems");
    tell("information", message, { [l10n.t("Show Problems")]: show, ...offer });
  } else if (Object.keys(offer).length > 0) {
    tell("information", l10n.t("This folder is governed now."), offer);
  }
}

async function tellExisting(folder: Uri, path: string): Promise<void> {
  const policy = Uri.joinPath(folder, path);
  // A policy further up has its path from there, and may lie outside of what VS Code has opened.
  const actions = (await exists(policy))
    ? { [l10n.t("Open Policy")]: () => window.showTextDocument(policy) }
    : {};
  tell("information", l10n.t("{0} governs this folder already.", path), actions);
}
