/** Answers the outline of a document. */
import {
  type DocumentSymbolParams,
  type DocumentSymbol as LspSymbol,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver/node";
import { type DocumentSymbol, documentSymbols } from "../../features/authoring/document-symbols";
import { toLspRange } from "../convert";
import type { Asked } from "./ask";
import type { AuthoringFeature } from "./feature";

export const SYMBOL_KINDS: Readonly<Record<DocumentSymbol["kind"] | "document", SymbolKind>> = {
  document: SymbolKind.File,
  section: SymbolKind.String,
  header: SymbolKind.Object,
  field: SymbolKind.Field,
  gate: SymbolKind.Event,
  "gate-item": SymbolKind.Boolean,
  action: SymbolKind.Method,
  decision: SymbolKind.Key,
  deviation: SymbolKind.Constant,
};

export const documentSymbol: AuthoringFeature = {
  capabilities: { documentSymbolProvider: true },
  answer: ({ connection, guard, ask, context: { features } }) =>
    connection.onDocumentSymbol(
      guard<[DocumentSymbolParams], LspSymbol[] | SymbolInformation[] | null>(
        "Document symbols",
        null,
        (question) => {
          const asked = ask(question);
          if (asked === undefined) return null;
          const symbols = documentSymbols(asked.context.document, !features.ownHeadings);
          return features.nestedSymbols
            ? symbols.map((symbol) => toNested(symbol, asked))
            : symbols.flatMap((symbol) => toFlat(symbol, "", question.textDocument.uri, asked));
        },
      ),
    ),
};

function toNested(
  { name, detail, kind, range, selection, children }: DocumentSymbol,
  asked: Asked,
): LspSymbol {
  return {
    name,
    detail,
    kind: SYMBOL_KINDS[kind],
    range: toLspRange(range, asked.lines),
    selectionRange: toLspRange(selection, asked.lines),
    children: children.map((child) => toNested(child, asked)),
  };
}

/** For clients of the first versions of the protocol. */
function toFlat(
  { name, kind, range, children }: DocumentSymbol,
  containerName: string,
  uri: string,
  asked: Asked,
): SymbolInformation[] {
  const location = { uri, range: toLspRange(range, asked.lines) };
  const own = { name, kind: SYMBOL_KINDS[kind], containerName, location };
  return [own, ...children.flatMap((child) => toFlat(child, name, uri, asked))];
}
