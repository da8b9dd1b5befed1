/** Answers where the paths and ids of a document lead. */
import type { DocumentLinkParams, DocumentLink as LspLink } from "vscode-languageserver/node";
import { LineIndex } from "../../base/lines";
import { documentLinks, findSection } from "../../features/authoring/document-links";
import { govern } from "../../workspace/govern";
import { toLspRange } from "../convert";
import type { Sessions } from "../sessions";
import type { SessionContext } from "../workspace-session";
import type { AuthoringFeature } from "./feature";

/** What a link carries until it is followed: only then is its file read for the section. */
interface Unresolved {
  readonly uri: string;
  readonly section: string;
}

export const documentLink: AuthoringFeature = {
  capabilities: { documentLinkProvider: { resolveProvider: true } },
  answer: ({ connection, guard, ask, sessions, context }) => {
    connection.onDocumentLinks(
      guard<[DocumentLinkParams], LspLink[] | null>("Document links", null, (question) => {
        const asked = ask(question);
        if (asked === undefined) return null;
        const { session, lines } = asked;
        const isFile = (path: string): boolean => session.files.kindOf(path) === "file";
        return documentLinks(asked.context, isFile).map(({ range, path, section }) => {
          const uri = session.uriOf(path);
          const link = { range: toLspRange(range, lines) };
          return section === undefined ? { ...link, target: uri } : { ...link, data: { uri, section } };
        });
      }),
    );
    connection.onDocumentLinkResolve((link) =>
      guard<[LspLink], LspLink>("Following a link", link, ({ data, ...rest }) => ({
        ...rest,
        ...(isUnresolved(data) ? { target: resolve(data, sessions, context) } : {}),
      }))(link),
    );
  },
};

function isUnresolved(data: unknown): data is Unresolved {
  return typeof data === "object" && data !== null && "uri" in data && "section" in data;
}

/** With the line of the section, where there is such a one. */
function resolve({ uri, section }: Unresolved, sessions: Sessions, { host }: SessionContext): string {
  const absolute = host.pathOfUri(uri);
  const located = absolute === undefined ? undefined : sessions.locate(absolute);
  const text = located?.session.textAt(located.path);
  const input = text === undefined ? undefined : located?.session.analysisInput(located.path, text);
  if (input === undefined) return uri;
  const heading = findSection(govern(input.path, input.text, input.policy), section);
  if (heading === undefined) return uri;
  return `${uri}#L${new LineIndex(input.text).lineAt(heading.start) + 1}`;
}
