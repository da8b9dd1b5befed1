/** The command *Advance Gate*: writes everywhere in a document that a gate has passed, or says what is missing. */
import { type Disposable, l10n, Uri, window } from "vscode";
import type { AdvanceGateParams } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import { nameFile } from "../records/record-words";
import type { ServerSession } from "../server-session";
import { registerCommand } from "./register-command";
import { tell } from "./tell";
import { writeBack } from "./write-back";

/** Rows of the tree name the gate; a key binding may say who declares that it has passed. */
interface Given {
  readonly gate?: AdvanceGateParams;
  readonly value?: string;
}

export function registerAdvanceGate(session: ServerSession): Disposable {
  return registerCommand("docket.advanceGate", async (given) => {
    const { gate, value } = (given ?? {}) as Given;
    if (gate === undefined) {
      tell("information", l10n.t("Choose a gate in the view Pending Gates first."));
      return false;
    }
    const declared = value === undefined ? {} : { declaredBy: value };
    const done = await writeBack(session, methods.advanceGate, { ...gate, ...declared });
    if (done) {
      const name = nameFile(Uri.parse(gate.uri).path);
      tell(
        "information",
        l10n.t("Gate {0} has passed in {1}. Who acts next, and by when, is yours to write.", gate.gate, name),
        {
          [l10n.t("Open It")]: () => window.showTextDocument(Uri.parse(gate.uri)),
        },
      );
    }
    return done;
  });
}
