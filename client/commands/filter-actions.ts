/** The commands that filter the view *Open Actions* by words and by being overdue, and that clear all its filters. */
import { Disposable, l10n, window } from "vscode";
import { type ActionChoices, noFilter } from "../views/open-actions/choice";
import { registerCommand } from "./register-command";

export function registerFilterActions(choices: ActionChoices): Disposable {
  return Disposable.from(
    // a click on a row gives the row, a key binding may give the words
    registerCommand("docket.filterActions", async (given) =>
      typeof given === "string" ? choices.set({ text: given }) : askForWords(choices),
    ),
    registerCommand("docket.clearActionFilter", async () => choices.set(noFilter)),
    registerCommand("docket.showOverdue", async () => choices.set({ overdueOnly: true })),
    registerCommand("docket.showAllDates", async () => choices.set({ overdueOnly: false })),
  );
}

/** The view follows while one types; Escape brings back what was shown before. */
function askForWords(choices: ActionChoices): void {
  const before = choices.get().text;
  const input = window.createInputBox();
  let accepted = false;
  input.title = l10n.t("Filter Open Actions");
  input.placeholder = l10n.t("Words of the action, its owner or its work item");
  input.value = before;
  input.onDidChangeValue((value) => choices.set({ text: value.trim() }));
  input.onDidAccept(() => {
    accepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    if (!accepted && choices.get().text !== before) choices.set({ text: before });
    input.dispose();
  });
  input.show();
}
