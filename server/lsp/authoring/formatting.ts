/** Answers how header and tables of a document are formatted; the body is never touched. */
import type {
  DocumentFormattingParams,
  Range,
  TextDocumentIdentifier,
  TextEdit,
} from "vscode-languageserver/node";
import { formatDocument } from "../../features/formatting/format-document";
import { minimalEdits } from "../../report/minimal-edits";
import { toLspEdit, toRange } from "../convert";
import type { Ask } from "./ask";
import type { AuthoringFeature } from "./feature";

interface Question {
  readonly textDocument: TextDocumentIdentifier;
  /** The whole document where there is none. How wide a tab is does not matter here. */
  readonly range?: Range;
}

export const formatting: AuthoringFeature = {
  capabilities: { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  answer: ({ connection, guard, ask }) => {
    const answer = guard<[Question], TextEdit[] | null>("Formatting", null, (question) =>
      format(question, ask),
    );
    connection.onDocumentFormatting(({ textDocument }: DocumentFormattingParams) => answer({ textDocument }));
    connection.onDocumentRangeFormatting(({ textDocument, range }) => answer({ textDocument, range }));
  },
};

function format({ textDocument, range }: Question, ask: Ask): TextEdit[] | null {
  const asked = ask({ textDocument });
  const { path = "", text = "" } = asked?.context.document ?? {};
  const input = asked?.session.analysisInput(path, text);
  if (asked === undefined || input === undefined) return null;
  const formatted = formatDocument(input, range && toRange(range, asked.lines));
  return minimalEdits(text, formatted).map((edit) => toLspEdit(edit, asked.lines));
}
