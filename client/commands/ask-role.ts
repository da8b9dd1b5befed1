/** Asks for a role or a person: those that the documents name come first, anybody else can be typed. */
import { l10n, window } from "vscode";
import type { RolesParams } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";

/** Undefined when nobody is chosen. */
export async function askRole(
  session: ServerSession,
  whom: RolesParams,
  question: string,
): Promise<string | undefined> {
  const roles = (await session.ask<readonly string[]>(methods.roles, whom)) ?? [];
  if (roles.length === 0) return askName(question);
  const other = { label: l10n.t("Somebody else…"), role: undefined };
  const rows = [...roles.map((role) => ({ label: role, role })), other];
  const chosen = await window.showQuickPick(rows, { placeHolder: question });
  return chosen === undefined || chosen.role !== undefined ? chosen?.role : askName(question);
}

async function askName(question: string): Promise<string | undefined> {
  return window.showInputBox({ prompt: question, placeHolder: l10n.t("such as QA Lead") });
}
