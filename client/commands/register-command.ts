/** Registers a command whose failure is told in one sentence. */
import type { Disposable } from "vscode";
import { commands, l10n } from "vscode";
import { tell } from "./tell";

export function registerCommand(id: string, run: (given?: unknown) => Promise<unknown>): Disposable {
  return commands.registerCommand(id, async (given?: unknown) => {
    try {
      return await run(given);
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      tell("error", l10n.t("Docket could not do this: {0}", reason), {
        [l10n.t("Show Log")]: () => commands.executeCommand("docket.showLog"),
      });
      return undefined;
    }
  });
}
