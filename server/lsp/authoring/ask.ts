/** A question that an editor asks about a document, with all that is needed to answer it. */
import type { Position, TextDocumentIdentifier } from "vscode-languageserver/node";
import { LineIndex } from "../../base/lines";
import type { AnalysisInput } from "../../engine/analyse";
import type { AuthoringContext, AuthoringWorkspace } from "../../features/authoring/context";
import { govern } from "../../workspace/govern";
import type { GovernedDocument } from "../../workspace/types";
import type { Sessions } from "../sessions";
import type { SessionContext, WorkspaceSession } from "../workspace-session";

export interface Asked {
  readonly session: WorkspaceSession;
  /** The document as it is typed, and the workspace around it. */
  readonly context: AuthoringContext;
  /** Of the document's text. */
  readonly lines: LineIndex;
}

interface Question {
  readonly textDocument: TextDocumentIdentifier;
  /** The document's start where a question has no place. */
  readonly position?: Position;
}

/** Undefined for what no policy covers. */
export type Ask = (question: Question) => Asked | undefined;

const START: Position = { line: 0, character: 0 };

export function createAsk(sessions: Sessions, { host }: SessionContext): Ask {
  const read = createReader();
  return ({ textDocument, position = START }) => {
    const absolute = host.pathOfUri(textDocument.uri);
    const located = absolute === undefined ? undefined : sessions.locate(absolute);
    if (located === undefined) return undefined;
    const { session, path } = located;
    const input = inputAt(path, session);
    if (input === undefined) return undefined;
    const { document, lines } = read(input);
    return {
      session,
      lines,
      context: {
        document,
        offset: lines.offsetAt(position),
        baseline: input.history?.record?.text ?? input.history?.committed,
        workspace: workspaceOf(session),
        today: host.clock.today(),
      },
    };
  };
}

/** After each edit an editor asks for a dozen things of the same text: it is read once. */
function createReader(): (input: AnalysisInput) => Pick<Asked, "lines"> & { document: GovernedDocument } {
  let last: { document: GovernedDocument; lines: LineIndex } | undefined;
  return ({ path, text, policy }) => {
    const known = last?.document;
    if (last === undefined || known?.path !== path || known.policy !== policy || known.text !== text)
      last = { document: govern(path, text, policy), lines: new LineIndex(text) };
    return last;
  };
}

/** The documents of a folder as the features of authoring ask for them. */
export function workspaceOf(session: WorkspaceSession): AuthoringWorkspace {
  const { documents } = session;
  return {
    documents: () => documents.values(),
    find: (path) => documents.get(path),
    named: (name) => documents.names.named(name),
    inFolder: (folder) => documents.names.inFolder(folder),
    workItems: () => documents.names.workItems(),
    ofWorkItem: (id) => documents.names.ofWorkItem(id),
    withAction: (id) => documents.names.withAction(id),
    textOf: (path) => session.textAt(path),
    mentions: documents.mentions,
    roles: documents.roles,
    read: (path) => governedAt(path, session),
  };
}

function inputAt(path: string, session: WorkspaceSession): AnalysisInput | undefined {
  const text = session.textAt(path);
  return text === undefined ? undefined : session.analysisInput(path, text);
}

function governedAt(path: string, session: WorkspaceSession): GovernedDocument | undefined {
  const input = inputAt(path, session);
  return input && govern(path, input.text, input.policy);
}

/** The lines of a document of the workspace: those at hand when it is the one that was asked about. */
export function linesOf(path: string, { session, context, lines }: Asked): LineIndex {
  return path === context.document.path ? lines : new LineIndex(session.textAt(path) ?? "");
}
