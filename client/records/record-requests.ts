/** What commands on records ask the server. */
import type { Uri } from "vscode";
import type { FiledText, RecordNode } from "../../server/protocol/messages";
import { methods } from "../../server/protocol/messages";
import type { ServerSession } from "../server-session";

/** Undefined for what is no filed record. Rejects when there is no server. */
export function findRecord(session: ServerSession, uri: Uri): Promise<RecordNode | undefined> {
  return request(session, methods.record, uri);
}

/** Undefined where what was filed is not known. Rejects when there is no server. */
export function findFiledText(session: ServerSession, uri: Uri): Promise<FiledText | undefined> {
  return request(session, methods.filedText, uri);
}

function request<T>(session: ServerSession, method: string, uri: Uri): Promise<T | undefined> {
  return session.use(
    async (client) => (await client.sendRequest<T | null>(method, { uri: uri.toString() })) ?? undefined,
  );
}
