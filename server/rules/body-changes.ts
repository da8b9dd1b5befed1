/** What the rules on versions and dates share: whether a document says something else than the last commit has. */
import { parseDocument } from "../document/parse-document";
import type { HeaderField, ParsedDocument } from "../document/types";
import type { DocumentHistory } from "../records/types";
import type { GovernedDocument } from "../workspace/types";

/** The document as the last commit has it, when its text behind the header has other words now. */
export function changedSince(
  document: GovernedDocument,
  history: DocumentHistory | undefined,
): ParsedDocument | undefined {
  const committed = history?.committed;
  if (committed === undefined || history?.record !== undefined || document.filed) return undefined;
  if (committed === document.text) return undefined;
  const before = parseDocument(committed, document.policy.fieldHeadings);
  return wordsOf(before) === wordsOf(document.parsed) ? undefined : before;
}

/** Without header fields; white space is no word. */
function wordsOf({ text, header }: ParsedDocument): string {
  let words = "";
  let from = 0;
  for (const { lineRange } of header.fields) {
    words += text.slice(from, Math.max(from, lineRange.start));
    from = Math.max(from, lineRange.end);
  }
  return `${words}${text.slice(from)}`.replace(/\s+/g, " ").trim();
}

/** The field of the earlier document that goes by one of the keys. */
export function fieldBefore(before: ParsedDocument, keys: readonly string[]): HeaderField | undefined {
  return before.header.fields.find((field) => keys.includes(field.folded));
}

/** Since when a document is held against what it was, for messages. */
export function sinceWhen(history: DocumentHistory | undefined): string {
  return history?.isAgainstBase === true ? "this branch began" : "the last commit";
}
