/** Answers what an author may write at the cursor. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type TextDocumentPositionParams,
} from "vscode-languageserver/node";
import { completionsAt } from "../../features/authoring/complete";
import type { Completion, CompletionList as CompletionItems } from "../../features/authoring/completion-item";
import type { ClientFeatures } from "../client-features";
import { toLspRange } from "../convert";
import { toMarkup } from "../markup";
import type { Asked } from "./ask";
import type { AuthoringFeature } from "./feature";
import { withoutTabStops } from "./without-tab-stops";

const KINDS: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  state: CompletionItemKind.EnumMember,
  role: CompletionItemKind.Value,
  date: CompletionItemKind.Constant,
  version: CompletionItemKind.Constant,
  id: CompletionItemKind.Reference,
  document: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

export const completion: AuthoringFeature = {
  capabilities: {
    // emphasis and a colon of the header, code spans, table cells, folders of a path, and ids
    completionProvider: { triggerCharacters: ["*", ":", " ", "`", "|", "/", "-"] },
  },
  answer: ({ connection, guard, ask, context: { features } }) =>
    connection.onCompletion(
      guard<[TextDocumentPositionParams], CompletionList | null>("Completion", null, (question) => {
        const asked = ask(question);
        return asked === undefined ? null : complete(asked, features);
      }),
    ),
};

function complete({ context, lines }: Asked, features: ClientFeatures): CompletionList | null {
  const list = completionsAt(context);
  if (list === undefined) return null;
  const { text } = context.document;
  const lead = leadOf(list, text.slice(list.range.start, context.offset));
  const range = toLspRange({ ...list.range, start: list.range.start + lead }, lines);
  const written = text.slice(list.range.start, list.range.end);
  // a value that stands there is replaced by any other one, and filters none of them out
  const isWhole = list.items.some(({ label }) => label === written);
  const items = list.items.map((item, index): CompletionItem => {
    const { label, kind, detail, documentation } = item;
    const isSnippet = item.isSnippet && features.snippets;
    const newText = (item.isSnippet && !isSnippet ? withoutTabStops(item.text) : item.text).slice(lead);
    // before any marks are written, the words are looked for without them
    const unmarked = kind === "field" && lead === 0;
    const filter = isWhole ? written : unmarked ? label : item.filter;
    return {
      label,
      kind: KINDS[kind],
      ...(detail === ""
        ? {}
        : features.labelDetails
          ? { labelDetails: { description: detail } }
          : { detail }),
      ...(documentation === ""
        ? {}
        : { documentation: toMarkup(documentation, features.markdownDocumentation) }),
      // Neovim up to 0.9 heeds the range only where there is none
      ...(filter === label ? {} : { filterText: filter }),
      sortText: String(index).padStart(4, "0"),
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText },
    };
  });
  return { isIncomplete: list.isIncomplete, items };
}

/**
 * How many of the characters that are written stay as they are: marks, with which all items begin, too. Some editors
 * replace words alone, whatever the range says.
 */
function leadOf({ items }: CompletionItems, written: string): number {
  const lead = /^[^\p{L}\p{N}]*/u.exec(written)?.[0] ?? "";
  return items.every(({ text }) => text.startsWith(lead)) ? lead.length : 0;
}
