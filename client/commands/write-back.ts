/** Asks the server for a change to one document, makes it, and saves the document unless somebody is at work in it. */
import { l10n, Uri, workspace } from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient/node";
import type {
  ActionEditParams,
  AdvanceGateParams,
  GateItemEditParams,
  WriteBackAnswer,
} from "../../server/protocol/messages";
import { nameFile } from "../records/record-words";
import { saveExactly } from "../records/save-exactly";
import type { ServerSession } from "../server-session";
import { tell } from "./tell";

/**
 * False when the server refuses, which is told in its words. Rejects when the change could not be made or saved.
 * `written` is told of the server's answer once all is done.
 */
export async function writeBack<Answer extends WriteBackAnswer>(
  session: ServerSession,
  method: string,
  parameters: ActionEditParams | GateItemEditParams | AdvanceGateParams,
  written: (answer: Answer) => void = () => {},
): Promise<boolean> {
  const document = await workspace.openTextDocument(Uri.parse(parameters.uri));
  const { isDirty, version } = document;
  const name = nameFile(document.uri.path);
  const made = await session.use(async (client) => {
    const answer = await client.sendRequest<Answer>(method, parameters);
    if ("refusal" in answer) {
      tell("warning", answer.refusal);
      return undefined;
    }
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit as WorkspaceEdit);
    if (document.version !== version)
      throw new Error(l10n.t("{0} has changed meanwhile, and was left alone. Try again.", name));
    if (!(await workspace.applyEdit(edit)))
      throw new Error(l10n.t("VS Code did not apply the changes to {0}.", name));
    return answer;
  });
  if (made === undefined) return false;
  if (!isDirty) await saveExactly(document);
  written(made);
  return true;
}
