/** The edits that lead from one text to another, line by line: an editor keeps cursors and marks outside of them. */
import { type ArrayChange, diffArrays } from "diff";
import { type TextEdit, trimEdit } from "../base/edit";

/** Beyond so many added and removed lines it takes longer to find the fewest edits than anybody would wait. */
const LARGEST_DIFF = 300;

/** In document order, not overlapping; ranges refer to `before`. */
export function minimalEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes = mayBeSmall(old, now) ? diffArrays(old, now, { maxEditLength: LARGEST_DIFF }) : undefined;
  if (changes !== undefined) return editsOf(changes, before);
  // tables that were aligned have as many lines as before
  if (old.length === now.length) return pairedEdits(old, now, before);
  return [trimEdit(before, { range: { start: 0, end: before.length }, newText: after })];
}

/** False when so many lines are on one side alone that no search will find few edits. */
function mayBeSmall(old: readonly string[], now: readonly string[]): boolean {
  const [inOld, inNow] = [new Set(old), new Set(now)];
  const removed = old.filter((line) => !inNow.has(line)).length;
  return removed + now.filter((line) => !inOld.has(line)).length <= LARGEST_DIFF;
}

function pairedEdits(old: readonly string[], now: readonly string[], before: string): readonly TextEdit[] {
  let start = 0;
  return old.flatMap((line, index) => {
    const range = { start, end: start + line.length };
    start = range.end;
    const newText = now[index] ?? "";
    return newText === line ? [] : [trimEdit(before, { range, newText })];
  });
}

function editsOf(changes: readonly ArrayChange<string>[], before: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let offset = 0;
  let open: { start: number; end: number; text: string } | undefined;
  const close = () => {
    if (open !== undefined)
      edits.push(trimEdit(before, { range: { start: open.start, end: open.end }, newText: open.text }));
    open = undefined;
  };
  for (const change of changes) {
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
