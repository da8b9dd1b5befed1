/** A question that an editor asks about a policy file, with all that is needed to answer it. */
import type { TextDocumentPositionParams } from "vscode-languageserver/node";
import { LineIndex } from "../../base/lines";
import { policyFolder } from "../../engine/policies";
import type { PolicyFileContext } from "../../features/authoring/policy-file/context";
import type { Sessions } from "../sessions";
import type { SessionContext, WorkspaceSession } from "../workspace-session";

export interface AskedPolicy {
  readonly session: WorkspaceSession;
  readonly context: PolicyFileContext;
  /** Of the file's text. */
  readonly lines: LineIndex;
}

/** Undefined for any other file than a policy, or what one extends. */
export type AskPolicy = (question: TextDocumentPositionParams) => AskedPolicy | undefined;

export function createAskPolicy(sessions: Sessions, { host, features }: SessionContext): AskPolicy {
  return ({ textDocument, position }) => {
    const absolute = host.pathOfUri(textDocument.uri);
    const located = absolute === undefined ? undefined : sessions.locate(absolute);
    if (located === undefined || !located.session.policies.concerns(located.path)) return undefined;
    const { session, path } = located;
    const text = session.textAt(path);
    if (text === undefined) return undefined;
    const { policies, policyFor } = session.policies.loaded;
    const policy = policies.find((each) => each.path === path) ?? policyFor(path);
    const lines = new LineIndex(text);
    return {
      session,
      lines,
      context: {
        path,
        text,
        offset: lines.offsetAt(position),
        policy,
        roles: () => (policy === undefined ? [] : session.documents.roles.all()),
        readFile: (other) => session.textAt(other),
        listFolder: (folder) => {
          const [listing] = session.files.walk(folder, () => false);
          return listing ?? { files: [], folders: [] };
        },
        // the manifest names no other files to it
        isSchemaServed: features.isPolicySchemaServed && policyFolder(path) !== undefined,
      },
    };
  };
}
