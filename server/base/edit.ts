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

/** Without what both texts begin and end with; a surrogate pair and a line ending are never cut in two. */
export function trimEdit(before: string, edit: TextEdit): TextEdit {
  const { newText } = edit;
  let { start, end } = edit.range;
  let from = 0;
  let to = newText.length;
  while (start < end && from < to && before.charCodeAt(start) === newText.charCodeAt(from)) {
    start++;
    from++;
  }
  while (start > edit.range.start && (cuts(before, start) || cuts(newText, from))) {
    start--;
    from--;
  }
  while (end > start && to > from && before.charCodeAt(end - 1) === newText.charCodeAt(to - 1)) {
    end--;
    to--;
  }
  while (end < edit.range.end && (cuts(before, end) || cuts(newText, to))) {
    end++;
    to++;
  }
  return { range: { start, end }, newText: newText.slice(from, to) };
}

/** True when `offset` stands between two units that belong together. */
function cuts(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset - 1);
  const next = text.charCodeAt(offset);
  return (unit === 13 && next === 10) || (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000);
}
