/** The edits that lead from one text to another, line by line: an editor keeps cursors and marks outside of them. */
import { diffArrays } from "diff";
import type { TextEdit } from "../base/edit";

/** In document order, not overlapping; ranges refer to `before`. */
export function minimalEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const edits: TextEdit[] = [];
  let offset = 0;
  let open: { start: number; end: number; text: string } | undefined;
  const close = () => {
    if (open !== undefined)
      edits.push(trimmed(before, { range: { start: open.start, end: open.end }, newText: open.text }));
    open = undefined;
  };
  for (const change of diffArrays(linesOf(before), linesOf(after))) {
    const text = change.value.join("");
    if (change.added || change.removed) {
      open ??= { start: offset, end: offset, text: "" };
      if (change.added) open.text += text;
      else open.end += text.length;
    } else close();
    if (!change.added) offset += text.length;
  }
  close();
  return edits;
}

/** Without what both texts begin and end with; a surrogate pair and a line ending are never cut in two. */
function trimmed(before: string, edit: TextEdit): TextEdit {
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

/** With their endings. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
