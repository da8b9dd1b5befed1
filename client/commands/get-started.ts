/** The command *Get Started*: the walkthrough; and the button that offers it, once, with a user's first policy. */
import type { Disposable, Memento } from "vscode";
import { commands, l10n } from "vscode";
import { hasPolicy } from "../policy-presence";
import { registerCommand } from "./register-command";
import type { Actions } from "./tell";

const WALKTHROUGH = "docket.docket#start";
const offered = "docket.walkthroughOffered";

export function registerGetStarted(): Disposable {
  return registerCommand("docket.getStarted", openWalkthrough);
}

/** Empty when `memory`, which is the user's and not the workspace's, has it that the offer was made. */
export function takeOffer(memory: Memento): Actions {
  if (memory.get(offered) === true) return {};
  memory.update(offered, true);
  return { [l10n.t("Get Started")]: openWalkthrough };
}

async function openWalkthrough(): Promise<void> {
  await commands.executeCommand("workbench.action.openWalkthrough", WALKTHROUGH);
  // a walkthrough notices what becomes true while it is open, and not what was so before
  await commands.executeCommand("setContext", "docket.policyFound", false);
  await commands.executeCommand("setContext", "docket.policyFound", await hasPolicy());
}
