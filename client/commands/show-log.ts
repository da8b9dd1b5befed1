/** The command *Show Log*. */
import type { Disposable, LogOutputChannel } from "vscode";
import { commands } from "vscode";

export function registerShowLog(log: LogOutputChannel): Disposable {
  return commands.registerCommand("docket.showLog", () => log.show());
}
