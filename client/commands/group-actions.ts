/** The command *Group Open Actions By…*. */
import { type Disposable, l10n, window } from "vscode";
import { type ActionGrouping, actionGroupings } from "../../server/protocol/messages";
import { translate } from "../setting";
import type { ActionChoices } from "../views/open-actions/choice";
import { nameGrouping } from "../views/open-actions/choice-words";
import { registerCommand } from "./register-command";

/** `docket.groupActions` takes the grouping itself, too, as key bindings may give it. */
export function registerGroupActions(choices: ActionChoices): Disposable {
  return registerCommand("docket.groupActions", async (given) => {
    const grouping = actionGroupings.find((each) => each === given) ?? (await choose(choices.get().grouping));
    if (grouping !== undefined) choices.set({ grouping });
  });
}

async function choose(current: ActionGrouping): Promise<ActionGrouping | undefined> {
  const items = actionGroupings.map((grouping) => {
    const name = nameGrouping(grouping, translate);
    return { label: `$(${grouping === current ? "check" : "blank"}) ${name}`, grouping };
  });
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Group open actions by") });
  return picked?.grouping;
}
