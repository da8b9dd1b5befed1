/** The command *Restart Server*. */
import type { Disposable } from "vscode";
import { commands } from "vscode";
import type { ServerSession } from "../server-session";

export function registerRestartServer(session: ServerSession): Disposable {
  return commands.registerCommand("docket.restartServer", session.restart);
}
