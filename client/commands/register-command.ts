/** Registers a command whose failure is told to whoever called it, in one sentence. */
import type { Disposable } from "vscode";
import { commands, l10n, window } from "vscode";

export function registerCommand(
  id: string,
  run: (...given: readonly unknown[]) => Promise<unknown>,
): Disposable {
  return commands.registerCommand(id, async (...given: unknown[]) => {
    try {
      return await run(...given);
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      const label = l10n.t("Show Log");
      const chosen = await window.showErrorMessage(l10n.t("Docket could not do this: {0}", reason), label);
      if (chosen === label) await commands.executeCommand("docket.showLog");
      return undefined;
    }
  });
}
