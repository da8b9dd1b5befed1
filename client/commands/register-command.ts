/** Registers a command whose failure is told in one sentence. */
import type { Disposable } from "vscode";
import { commands, l10n } from "vscode";
import { tell } from "./tell";

export function registerCommand(id: string, run: (given?: unknown) => Promise<unknown>): Disposable {
  return commands.registerCommand(id, (given?: unknown) => tellFailure(() => run(given)));
}

/** Undefined where `run` has failed, which is told. */
export async function tellFailure<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : `${error}`;
    tell("error", l10n.t("Docket could not do this: {0}", reason), {
      [l10n.t("Show Log")]: () => commands.executeCommand("docket.showLog"),
    });
    return undefined;
  }
}
