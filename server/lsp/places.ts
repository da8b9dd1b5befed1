/** Where actions, gates and gate items stand, as LSP ranges. */
import type { Range as LspRange } from "vscode-languageserver/node";
import type { Range } from "../base/range";
import { START } from "./convert";
import type { WorkspaceSession } from "./workspace-session";

export type PlaceOf = (range: Range) => LspRange;

export function placesOf(session: WorkspaceSession, path: string): PlaceOf {
  const places = session.documents.get(path)?.places;
  return (range) => places?.get(range) ?? START;
}
