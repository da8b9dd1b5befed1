/** Where it is told what a document as a whole lacks. */
import type { Range } from "../base/range";
import type { GovernedDocument } from "./types";

/** The title, or the first line that says anything; never the whole document. */
export function documentStart(document: GovernedDocument): Range {
  const title = document.parsed.title;
  if (title !== undefined) return title.titleRange;
  const text = document.text;
  let start = 0;
  while (start < text.length && /\s|\uFEFF/.test(text[start] as string)) start++;
  if (start === text.length) return { start: 0, end: 0 };
  let end = start;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  while (/\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}
