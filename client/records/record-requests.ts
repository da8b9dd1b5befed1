/** What commands on records ask the server. */
import { l10n, type Uri } from "vscode";
import type { FiledText, RecordAnswer, RecordNode } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";

/** Undefined for what is no filed record. Rejects when there is no server, and while the history is being read. */
export async function findRecord(session: ServerSession, uri: Uri): Promise<RecordNode | undefined> {
  const answer = await request<RecordAnswer>(session, methods.record, uri);
  if (answer?.record === null && answer.reading) {
    throw new Error(l10n.t("The repository's history is still being read. Try again in a moment."));
  }
  return answer?.record ?? undefined;
}

/** Undefined where what was filed is not known. Rejects as `findRecord` does. */
export async function findFiledText(session: ServerSession, uri: Uri): Promise<FiledText | undefined> {
  const filed = await request<FiledText>(session, methods.filedText, uri);
  if (filed === undefined) await findRecord(session, uri);
  return filed;
}

function request<T>(session: ServerSession, method: string, uri: Uri): Promise<T | undefined> {
  return session.use(
    async (client) => (await client.sendRequest<T | null>(method, { uri: uri.toString() })) ?? undefined,
  );
}
