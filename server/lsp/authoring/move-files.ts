/** Before files move: the edits by which all documents name them as they will be; one warning for what keeps the old path. */
import {
  type Connection,
  type FileOperationRegistrationOptions,
  MessageType,
  type RenameFilesParams,
  ShowMessageNotification,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { type Move, movePaths } from "../../features/authoring/move-paths";
import { listPaths } from "../../features/authoring/rename";
import { changeOf } from "../document-edits";
import type { Sessions } from "../sessions";
import { type LocatedChange, locateChange, toLabelledEdit } from "../workspace-edits";
import type { SessionContext, WorkspaceSession } from "../workspace-session";
import { workspaceOf } from "./ask";
import type { AuthoringFeature } from "./feature";

/** A folder may hold documents, whatever its name is. */
const MOVES: FileOperationRegistrationOptions = {
  filters: [
    { scheme: "file", pattern: { glob: "**/*.{md,mdx,markdown,txt,rst,adoc}", matches: "file" } },
    { scheme: "file", pattern: { glob: "**/*", matches: "folder" } },
  ],
};

export const moveFiles: AuthoringFeature = {
  capabilities: { workspace: { fileOperations: { willRename: MOVES } } },
  answer: ({ connection, guard, sessions, context }) => {
    connection.workspace.onWillRenameFiles(
      guard<[RenameFilesParams], WorkspaceEdit | null>("Moving files", null, async ({ files }) => {
        const links = !(await othersWriteLinks(connection, context));
        const changes: LocatedChange[] = [];
        const kept: string[] = [];
        for (const [session, moves] of movesBySession(files, sessions, context)) {
          const part = await context.background.run(collect(session, moves, links, context), true).done;
          changes.push(...(part?.changes ?? []));
          kept.push(...(part?.kept ?? []));
        }
        if (kept.length > 0) warn(connection, kept.join(" "));
        return changes.length === 0
          ? null
          : toLabelledEdit(changes, "Name the moved files", context.features);
      }),
    );
  },
};

/** VS Code's own Markdown extension repairs links, and links only, where its user has asked for it. */
async function othersWriteLinks(connection: Connection, { features }: SessionContext): Promise<boolean> {
  if (!features.configuration) return false;
  const setting: unknown = await connection.workspace.getConfiguration(
    "markdown.updateLinksOnFileMove.enabled",
  );
  return setting === "always" || setting === "prompt";
}

function movesBySession(
  files: RenameFilesParams["files"],
  sessions: Sessions,
  { host }: SessionContext,
): ReadonlyMap<WorkspaceSession, Move[]> {
  const moves = new Map<WorkspaceSession, Move[]>();
  for (const { oldUri, newUri } of files) {
    const [from, to] = [host.pathOfUri(oldUri), host.pathOfUri(newUri)];
    const located = from === undefined ? undefined : sessions.locate(from);
    const target = to === undefined ? undefined : located?.session.pathWithin(to);
    // what leaves the folder has no path that its documents could name
    if (located === undefined || target === undefined) continue;
    const own = moves.get(located.session) ?? [];
    moves.set(located.session, [...own, { from: located.path, to: target }]);
  }
  return moves;
}

/** `kept` are sentences on what goes on naming the old paths. */
function* collect(
  session: WorkspaceSession,
  moves: readonly Move[],
  links: boolean,
  context: SessionContext,
): Generator<undefined, { readonly changes: readonly LocatedChange[]; readonly kept: readonly string[] }> {
  const changes: LocatedChange[] = [];
  const filed: string[] = [];
  const exists = (path: string): boolean => ["file", "folder"].includes(session.files.kindOf(path));
  for (const found of movePaths(moves, workspaceOf(session), { links, exists })) {
    if (found !== undefined) {
      const { document, edits } = found;
      const { path, text } = document;
      if (session.documents.get(path)?.entry.filed === true) filed.push(session.pathFromFolder(path));
      else changes.push(locateChange(changeOf(session, path, text, edits, context)));
    }
    yield;
  }
  const naming = policiesNaming(session, moves);
  return {
    changes,
    kept: [
      ...(filed.length === 0 ? [] : [filedSentence(filed)]),
      ...(naming.length === 0 ? [] : [`${listPaths(naming)} may name the old path, too: look there.`]),
    ],
  };
}

function filedSentence(filed: readonly string[]): string {
  return filed.length === 1
    ? `${listPaths(filed)} is filed and keeps the old path: nothing may write into it.`
    : `${filed.length} filed records keep the old path, because nothing may write into them: ${listPaths(filed)}.`;
}

/** A policy's patterns are its authors' business: they are told of, never written. */
function policiesNaming(session: WorkspaceSession, moves: readonly Move[]): readonly string[] {
  const { policies } = session.policies.loaded;
  return policies
    .filter(({ path, folder }) => {
      const text = session.textAt(path) ?? "";
      const within = (from: string) => (folder === "" ? from : from.slice(folder.length + 1));
      return moves.some(({ from }) => from.startsWith(folder) && text.includes(within(from)));
    })
    .map(({ path }) => session.pathFromFolder(path));
}

function warn(connection: Connection, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}
