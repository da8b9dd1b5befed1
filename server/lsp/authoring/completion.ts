/** Answers what an author may write at the cursor. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type TextDocumentPositionParams,
} from "vscode-languageserver/node";
import type { LineIndex } from "../../base/lines";
import { completionsAt } from "../../features/authoring/complete";
import type { Completion, CompletionList as Offered } from "../../features/authoring/completion-item";
import { completePolicy } from "../../features/authoring/policy-file/complete";
import { toLspRange } from "../convert";
import type { AuthoringFeature } from "./feature";

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
  answer: ({ connection, guard, ask, askPolicy }) =>
    connection.onCompletion(
      guard<[TextDocumentPositionParams], CompletionList | null>("Completion", null, (question) => {
        const policy = askPolicy(question);
        if (policy !== undefined)
          return toLsp(completePolicy(policy.context), policy.context.text, policy.lines);
        const asked = ask(question);
        return asked === undefined
          ? null
          : toLsp(completionsAt(asked.context), asked.context.document.text, asked.lines);
      }),
    ),
};

function toLsp(list: Offered | undefined, text: string, lines: LineIndex): CompletionList | null {
  if (list === undefined) return null;
  const range = toLspRange(list.range, lines);
  // the protocol takes no others
  if (range.start.line !== range.end.line) return null;
  const written = text.slice(list.range.start, list.range.end);
  // a value that stands there is replaced by any other one, and filters none of them out
  const isWhole = list.replaces === true || list.items.some(({ label }) => label === written);
  const items = list.items.map((item, index): CompletionItem => {
    const { label, kind, detail, documentation, text: newText, filter, isSnippet } = item;
    return {
      label,
      kind: KINDS[kind],
      ...(detail === "" ? {} : { labelDetails: { description: detail } }),
      ...(documentation === "" ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
      filterText: isWhole ? written : filter,
      sortText: String(index).padStart(4, "0"),
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      // lines of a snippet are indented as they are
      ...(isSnippet ? { insertTextMode: InsertTextMode.asIs } : {}),
      textEdit: { range, newText },
    };
  });
  return { isIncomplete: list.isIncomplete, items };
}
