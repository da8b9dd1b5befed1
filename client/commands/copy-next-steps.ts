/** The command *Copy Next-Steps Update*: what closed, who acts next, by when, as Markdown on the clipboard. */
import type { Disposable } from "vscode";
import { env, l10n, window } from "vscode";
import type { NextSteps } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";
import type { TreeNode } from "../views/tree-node";
import { joinParts, nameWorkItem } from "../words";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

export function registerCopyNextSteps(session: ServerSession): Disposable {
  return registerCommand("docket.copyNextSteps", async (row) => {
    const ofRow = (row as Partial<TreeNode> | undefined)?.uri;
    const uri = ofRow ?? window.activeTextEditor?.document.uri.toString();
    const own = uri === undefined ? [] : await ask(session, { uri });
    const chosen = own.length > 0 ? own : await choose(await ask(session, {}));
    if (chosen === undefined) return;
    await env.clipboard.writeText(chosen.map(({ text }) => text).join("\n"));
    const [first] = chosen;
    tell(
      "information",
      chosen.length === 1 && first !== undefined
        ? l10n.t("The next steps of {0} are on the clipboard.", nameOf(first))
        : l10n.t("The next steps of {0} work items are on the clipboard.", chosen.length),
    );
  });
}

async function ask(
  session: ServerSession,
  parameters: { readonly uri?: string },
): Promise<readonly NextSteps[]> {
  return (await session.ask<readonly NextSteps[]>(methods.nextSteps, parameters)) ?? [];
}

/** Undefined when nothing is chosen, or there is nothing to choose from, which is told. */
async function choose(all: readonly NextSteps[]): Promise<readonly NextSteps[] | undefined> {
  if (all.length === 0) {
    tell("information", l10n.t("No work item is in flight, so there is no next step."));
    return undefined;
  }
  if (all.length === 1) return all;
  const everything = { label: l10n.t("All work items"), steps: all };
  const picked = await window.showQuickPick(
    [...all.map((steps) => ({ label: nameOf(steps), steps: [steps] })), everything],
    { placeHolder: l10n.t("Which work item is the update about?") },
  );
  return picked?.steps;
}

function nameOf({ workItem, title }: NextSteps): string {
  return joinParts([workItem ?? undefined, nameWorkItem(title, workItem)]);
}
