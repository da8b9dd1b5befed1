/** The commands *Show My Open Actions Only* and *Show Everybody's Open Actions*. */
import { ConfigurationTarget, Disposable, l10n, window, workspace } from "vscode";
import type { OwnerCount } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";
import { type ActionChoices, getMyRoles } from "../views/open-actions/choice";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

export function registerMyActions(session: ServerSession, choices: ActionChoices): Disposable {
  return Disposable.from(
    registerCommand("docket.showMine", async () => {
      if (getMyRoles().length > 0 || (await askForRoles(session))) choices.set({ mine: true });
    }),
    registerCommand("docket.showEverybody", async () => choices.set({ mine: false })),
  );
}

/** Writes the setting for the workspace; false when no role is chosen, or there is none to choose from, which is told. */
async function askForRoles(session: ServerSession): Promise<boolean> {
  const owners = (await session.ask<readonly OwnerCount[]>(methods.owners)) ?? [];
  if (owners.length === 0) {
    tell("information", l10n.t("No open action has an owner, so there is no role to choose."));
    return false;
  }
  const items = owners.map(({ name, open }) => ({ label: name, description: l10n.t("{0} open", open) }));
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: l10n.t("Which of these roles are yours?"),
  });
  const roles = picked?.map(({ label }) => label) ?? [];
  if (roles.length === 0) return false;
  await workspace.getConfiguration("docket").update("myRoles", roles, ConfigurationTarget.Workspace);
  return true;
}
