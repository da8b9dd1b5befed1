/** Answers where else the thing under the cursor is mentioned: in all documents, or in its own. */
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from "vscode-languageserver/node";
import { LineIndex } from "../../base/lines";
import type { DocumentMentions } from "../../features/authoring/find-mentions";
import { highlightsAt, referencesAt } from "../../features/authoring/references";
import { toLspRange } from "../convert";
import type { WorkspaceSession } from "../workspace-session";
import type { AuthoringFeature } from "./feature";

export const references: AuthoringFeature = {
  capabilities: { referencesProvider: true, documentHighlightProvider: true },
  answer: ({ connection, guard, ask, context: { background } }) => {
    connection.onReferences(
      guard<[ReferenceParams], Location[] | null>("References", null, async (question) => {
        const asked = ask(question);
        if (asked === undefined) return null;
        const found = referencesAt(asked.context, question.context.includeDeclaration);
        return (await background.run(locate(found, asked.session), true).done) ?? null;
      }),
    );
    connection.onDocumentHighlight(
      guard<[DocumentHighlightParams], DocumentHighlight[] | null>("Highlights", null, (question) => {
        const asked = ask(question);
        return (
          (asked?.context && highlightsAt(asked.context))?.map((range) => ({
            range: toLspRange(range, asked.lines),
            kind: DocumentHighlightKind.Text,
          })) ?? null
        );
      }),
    );
  },
};

/** Texts are let go one by one: a role may be named in thousands of documents. */
function* locate(
  found: Iterable<DocumentMentions | undefined>,
  session: WorkspaceSession,
): Generator<undefined, Location[]> {
  const locations: Location[] = [];
  for (const mentions of found) {
    if (mentions !== undefined) {
      const { document, ranges } = mentions;
      const uri = session.uriOf(document.path);
      const lines = new LineIndex(document.text);
      for (const range of ranges) locations.push({ uri, range: toLspRange(range, lines) });
    }
    yield;
  }
  return locations;
}
