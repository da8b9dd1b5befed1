/** The command *File This Record…*: files the document in front, or says all that stands in the way. */
import type { Disposable, TextDocument } from "vscode";
import { l10n, Position, Range, window, workspace } from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient/node";
import type { FilingCheck, FilingRefusal } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import { listRefusals } from "../records/filing-words";
import { findGivenRecord, isConfirmed } from "../records/record-argument";
import { nameFile } from "../records/record-words";
import { saveExactly } from "../records/save-exactly";
import type { ServerSession } from "../server-session";
import { translate } from "../setting";
import { renderQuotes } from "../words";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

export function registerFileRecord(session: ServerSession): Disposable {
  return registerCommand("docket.fileRecord", async (given) => {
    const uri = findGivenRecord(given);
    if (uri === undefined) return tell("information", l10n.t("Open the document that is to be filed first."));
    const document = await workspace.openTextDocument(uri);
    const name = nameFile(uri.path);
    const version = document.version;
    await session.use(async (client) => {
      const check = await client.sendRequest<FilingCheck | null>(methods.checkFiling, { uri: `${uri}` });
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit(
        (check?.edit ?? null) as WorkspaceEdit | null,
      );
      if (check === null) tell("information", l10n.t("{0} is of no class that is filed.", name));
      else if (check.refusals.length > 0) await showRefusals(document, check.refusals);
      else if (edit === undefined) tell("information", l10n.t("{0} is filed already.", name));
      else if (isConfirmed(given) || (await accept(name))) {
        if (document.version !== version) {
          throw new Error(l10n.t("{0} has changed meanwhile, and was not filed. Try again.", name));
        }
        await file(document, () => workspace.applyEdit(edit));
      }
    });
  });
}

/** All reasons, and the way to the first of them. */
async function showRefusals(document: TextDocument, refusals: readonly FilingRefusal[]): Promise<void> {
  const message = l10n.t("{0} cannot be filed yet.", nameFile(document.uri.path));
  const first = refusals.find(({ line }) => line !== null)?.line ?? null;
  const labels = first === null ? [] : [l10n.t("Go to Line {0}", first)];
  const options = { modal: true, detail: renderQuotes(listRefusals(refusals, translate).join("\n")) };
  const chosen = await window.showWarningMessage(message, options, ...labels);
  if (chosen === undefined || first === null) return;
  const at = new Position(first - 1, 0);
  await window.showTextDocument(document, { selection: new Range(at, at) });
}

async function accept(name: string): Promise<boolean> {
  const label = l10n.t("File");
  const message = l10n.t("File {0} as a permanent record?", name);
  const detail = l10n.t(
    "Its status and its filing date are written and saved. From the next commit on it is permanent, and nothing unfiles it.",
  );
  return (await window.showWarningMessage(message, { modal: true, detail }, label)) === label;
}

async function file(document: TextDocument, apply: () => Thenable<boolean>): Promise<void> {
  const name = nameFile(document.uri.path);
  if (!(await apply())) throw new Error(l10n.t("VS Code did not apply the changes to {0}.", name));
  await saveExactly(document);
  tell("information", l10n.t("{0} is filed. It is permanent from the next commit on.", name));
}
