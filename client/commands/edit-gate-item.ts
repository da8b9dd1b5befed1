/** The commands *Record Evidence…*, *Confirm…* and *Validate…*: they write a proof of a gate item. */
import { Disposable, l10n, window } from "vscode";
import type { GateItemEditParams, GateItemPlace } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";
import { askRole } from "./ask-role";
import { registerCommand } from "./register-command";
import { tell } from "./tell";
import { writeBack } from "./write-back";

/** Rows of the tree name the item; a key binding may answer the command's question. */
interface Given {
  readonly gateItem?: GateItemPlace;
  readonly value?: string;
}

export function registerEditGateItem(session: ServerSession): Disposable {
  const give = async (
    proof: GateItemEditParams["proof"],
    given: unknown,
    ask: (place: GateItemPlace) => Thenable<string | undefined>,
  ) => {
    const { gateItem, value = gateItem && (await ask(gateItem)) } = (given ?? {}) as Given;
    if (gateItem === undefined)
      tell("information", l10n.t("Choose a gate item in the view Pending Gates first."));
    if (gateItem === undefined || value === undefined) return false;
    return writeBack(session, methods.editGateItem, { ...gateItem, proof, value });
  };
  return Disposable.from(
    registerCommand("docket.recordEvidence", (given) =>
      give("evidence", given, (place) =>
        window.showInputBox({
          prompt: l10n.t("What shows that {0} passes?", nameItem(place)),
          placeHolder: l10n.t("a commit, a document with its version, a test result, or a written statement"),
        }),
      ),
    ),
    registerCommand("docket.confirmGateItem", (given) =>
      give("confirmation", given, (place) =>
        askRole(session, { uri: place.uri, of: "owners" }, l10n.t("Who confirms {0}?", nameItem(place))),
      ),
    ),
    registerCommand("docket.validateGateItem", (given) =>
      give("validation", given, (place) =>
        askRole(session, { uri: place.uri, of: "validators" }, l10n.t("Who validates {0}?", nameItem(place))),
      ),
    ),
  );
}

function nameItem({ id, title }: GateItemPlace): string {
  return id || (title ?? "");
}
