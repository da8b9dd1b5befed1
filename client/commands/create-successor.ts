/** The command *Create Successor*: a new document that names the record which it follows, and is named by it. */
import { type Disposable, l10n, Uri, workspace } from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient/node";
import type { SuccessorDraft } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import { findGivenRecord } from "../records/record-argument";
import type { RecordLocks } from "../records/record-locks";
import { nameFile } from "../records/record-words";
import { saveExactly } from "../records/save-exactly";
import type { ServerSession } from "../server-session";
import { openAtPlaceholder, writeDocument } from "./create-document";
import { registerCommand } from "./register-command";
import { tell } from "./tell";

export function registerCreateSuccessor(session: ServerSession, locks: RecordLocks): Disposable {
  return registerCommand("docket.createSuccessor", async (given) => {
    const record = findGivenRecord(given);
    if (record === undefined) return;
    const [draft, edit] = await session.use(async (client) => {
      const params = { uri: record.toString() };
      const answer = await client.sendRequest<SuccessorDraft | null>(methods.successor, params);
      const change = (answer?.edit ?? null) as WorkspaceEdit | null;
      return [answer, await client.protocol2CodeConverter.asWorkspaceEdit(change)] as const;
    });
    const name = nameFile(record.path);
    if (draft === null) {
      tell(
        "information",
        l10n.t("{0} is no filed record, or its policy has no template for a successor.", name),
      );
      return;
    }
    const successor = Uri.parse(draft.uri);
    if (!(await writeDocument(successor, draft.text))) return;
    try {
      if (edit !== undefined) await locks.whileOpen(record, () => change(record, edit));
    } finally {
      await (await openAtPlaceholder(successor, draft.text)).save();
    }
    const made = nameFile(successor.path);
    tell(
      "information",
      edit === undefined
        ? l10n.t("{0} names {1}, which stays as it was filed.", made, name)
        : l10n.t("{0} and {1} name each other now.", made, name),
    );
  });
}

async function change(record: Uri, edit: Parameters<typeof workspace.applyEdit>[0]): Promise<void> {
  const document = await workspace.openTextDocument(record);
  if (!(await workspace.applyEdit(edit))) {
    throw new Error(l10n.t("VS Code did not apply the changes to {0}.", nameFile(record.path)));
  }
  await saveExactly(document);
}
