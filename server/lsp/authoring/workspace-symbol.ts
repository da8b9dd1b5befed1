/** Answers which documents, gates, actions, decisions and deviations go by a name. */
import type { SymbolInformation, WorkspaceSymbolParams } from "vscode-languageserver/node";
import { START } from "../convert";
import type { WorkspaceSession } from "../workspace-session";
import { SYMBOL_KINDS } from "./document-symbol";
import type { AuthoringFeature } from "./feature";

const MOST_SYMBOLS = 100;

export const workspaceSymbol: AuthoringFeature = {
  capabilities: { workspaceSymbolProvider: true },
  answer: ({ connection, guard, sessions }) =>
    connection.onWorkspaceSymbol(
      guard<[WorkspaceSymbolParams], SymbolInformation[]>("Workspace symbols", [], ({ query }) =>
        sessions.all().flatMap((session) => findIn(session, query)),
      ),
    ),
};

function findIn(session: WorkspaceSession, query: string): SymbolInformation[] {
  const found = session.documents.symbols.find(query, session.documents.values(), MOST_SYMBOLS);
  return found.map(({ document: { entry }, symbol: { name, kind, container, range } }) => {
    const place = range && session.documents.get(entry.path)?.places.get(range);
    return {
      name,
      kind: SYMBOL_KINDS[kind],
      containerName: container,
      location: { uri: session.uriOf(entry.path), range: place ?? START },
    };
  });
}
