/** The edits that lead from one text to another, line by line: an editor keeps cursors and marks outside of them. */
import { diffArrays } from "diff";
import { type TextEdit, trimEdit } from "../base/edit";

/** In document order, not overlapping; ranges refer to `before`. */
export function minimalEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const edits: TextEdit[] = [];
  let offset = 0;
  let open: { start: number; end: number; text: string } | undefined;
  const close = () => {
    if (open !== undefined)
      edits.push(trimEdit(before, { range: { start: open.start, end: open.end }, newText: open.text }));
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

/** With their endings. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
