/** Text edits and their application. */
import type { Range } from "./range";

/** Replaces `range` by `newText`; an insertion has an empty range. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * Applies edits that all refer to the original text. Insertions at one offset keep their given order;
 * an edit that overlaps an earlier one is left out, so that the result never mixes two replacements.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort(
      (a, b) =>
        a.edit.range.start - b.edit.range.start || a.edit.range.end - b.edit.range.end || a.order - b.order,
    );
  const parts: string[] = [];
  let position = 0;
  for (const { edit } of sorted) {
    if (edit.range.start < position) continue;
    parts.push(text.slice(position, edit.range.start), edit.newText);
    position = edit.range.end;
  }
  parts.push(text.slice(position));
  return parts.join("");
}
