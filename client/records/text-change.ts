/** The one stretch in which two texts differ, so that an editor keeps its cursor and its place. */

export interface TextChange {
  /** UTF-16 offsets in the text before. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Never parts a pair of surrogates or a line ending. */
export function findChange(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  while (start > 0 && isInside(before, start, after)) start -= 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  while (tail > 0 && isInside(before, before.length - tail, after, after.length - tail)) tail -= 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function isInside(before: string, offset: number, after: string, other = offset): boolean {
  return [[before, offset] as const, [after, other] as const].some(
    ([text, at]) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$|^\r\n$/.test(text.slice(at - 1, at + 1)) && at > 0,
  );
}

/** The text with each line ended as an editor does. */
export function withLineEnding(text: string, ending: "\n" | "\r\n"): string {
  return text.replaceAll(/\r\n|\r|\n/g, ending);
}

/** Whether two texts are the same but for their line endings and the mark at the beginning of a file. */
export function isSameText(one: string, other: string): boolean {
  const plain = (text: string) => withLineEnding(text.replace(/^\uFEFF/, ""), "\n");
  return plain(one) === plain(other);
}
