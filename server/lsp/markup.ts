/** What is told in Markdown, as the client shows it. */
import { type MarkupContent, MarkupKind } from "vscode-languageserver/node";

/** An escaped character, a code span, a line's end that breaks the line, marks of emphasis. */
const MARKS = /\\([!-/:-@[-`{-~])|(`+)(.*?[^`])\2(?!`)| +(?=\n)|\*\*?/gs;

/** `markdown` is our own: emphasis with `*`, code spans, and all words of documents escaped. */
export function toMarkup(markdown: string, showsMarkdown: boolean): MarkupContent {
  if (showsMarkdown) return { kind: MarkupKind.Markdown, value: markdown };
  const value = markdown.replaceAll(MARKS, (_, escaped = "", __, code = "") => escaped + code);
  return { kind: MarkupKind.PlainText, value };
}
