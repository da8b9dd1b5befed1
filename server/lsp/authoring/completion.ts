/** Answers what an author may write at the cursor. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type TextDocumentPositionParams,
} from "vscode-languageserver/node";
import type { LineIndex } from "../../base/lines";
import { completionsAt } from "../../features/authoring/complete";
import type { Completion, CompletionList as Offered } from "../../features/authoring/completion-item";
import { completePolicy } from "../../features/authoring/policy-file/complete";
import type { ClientFeatures } from "../client-features";
import { toLspRange } from "../convert";
import { toMarkup } from "../markup";
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
  class: CompletionItemKind.Class,
  key: CompletionItemKind.Property,
  rule: CompletionItemKind.Property,
  profile: CompletionItemKind.Module,
  document: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

export const completion: AuthoringFeature = {
  capabilities: {
    // emphasis and a colon of the header, code spans, table cells, folders of a path, and ids
    completionProvider: { triggerCharacters: ["*", ":", " ", "`", "|", "/", "-"] },
  },
  answer: ({ connection, guard, ask, askPolicy, context: { features } }) =>
    connection.onCompletion(
      guard<[TextDocumentPositionParams], CompletionList | null>("Completion", null, (question) => {
        const policy = askPolicy(question);
        if (policy !== undefined)
          return toLsp(completePolicy(policy.context), { ...policy.context, lines: policy.lines }, features);
        const asked = ask(question);
        if (asked === undefined) return null;
        const { document, offset } = asked.context;
        return toLsp(
          completionsAt(asked.context),
          { text: document.text, offset, lines: asked.lines },
          features,
        );
      }),
    ),
};

interface Place {
  readonly text: string;
  /** Of the cursor. */
  readonly offset: number;
  readonly lines: LineIndex;
}

function toLsp(
  list: Offered | undefined,
  { text, offset, lines }: Place,
  features: ClientFeatures,
): CompletionList | null {
  if (list === undefined) return null;
  const lead = leadOf(list, text.slice(list.range.start, offset));
  const range = toLspRange({ ...list.range, start: list.range.start + lead }, lines);
  // the protocol takes no others
  if (range.start.line !== range.end.line) return null;
  const written = text.slice(list.range.start, list.range.end);
  // a value that stands there is replaced by any other one, and filters none of them out
  const isWhole = list.replaces === true || list.items.some(({ label }) => label === written);
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
      // lines of a snippet are indented as they are
      ...(isSnippet ? { insertTextMode: InsertTextMode.asIs } : {}),
      textEdit: { range, newText },
    };
  });
  return { isIncomplete: list.isIncomplete, items };
}

/**
 * How many of the characters that are written stay as they are: marks, with which all items begin, too. Some editors
 * replace words alone, whatever the range says.
 */
function leadOf({ items }: Offered, written: string): number {
  const lead = /^[^\p{L}\p{N}]*/u.exec(written)?.[0] ?? "";
  return items.every(({ text }) => text.startsWith(lead)) ? lead.length : 0;
}
