/** What differs between two texts, line by line; line endings are told apart from what the lines say. */
import { diffArrays } from "diff";
import type { Range } from "./range";

export interface TextLine {
  /** Without the line's ending. */
  readonly content: string;
  /** `\n`, `\r\n`, `\r`, or nothing at the end of the text. */
  readonly ending: string;
  /** Offset of its first unit. */
  readonly start: number;
}

/** Lines `from` up to, not including, `to`, counted from zero. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

export interface Hunk {
  readonly before: LineSpan;
  readonly after: LineSpan;
}

/** Beyond this many added and removed lines the rest of the text counts as one change. */
const LARGEST_DIFF = 4000;

/** A text that ends in a line ending has no empty line behind it. */
export function splitLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  while (start < text.length) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    const next = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length);
    lines.push({ content: text.slice(start, end), ending: text.slice(end, next), start });
    start = next;
  }
  return lines;
}

/** In order; whatever lies between two hunks is the same on both sides but for its line endings. */
export function diffLines(before: readonly TextLine[], after: readonly TextLine[]): readonly Hunk[] {
  const same = (b: number, a: number): boolean => before[b]?.content === after[a]?.content;
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && same(head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && same(before.length - 1 - tail, after.length - 1 - tail)) tail++;
  const old = contents(before, head, before.length - tail);
  const now = contents(after, head, after.length - tail);
  if (old.length === 0 && now.length === 0) return [];
  const changes =
    old.length === 0 || now.length === 0 ? undefined : diffArrays(old, now, { maxEditLength: LARGEST_DIFF });
  if (changes === undefined) return [toHunk(head, old.length, head, now.length)];
  const hunks: Hunk[] = [];
  let b = head;
  let a = head;
  let removed = 0;
  let added = 0;
  const close = () => {
    if (removed > 0 || added > 0) hunks.push(toHunk(b, removed, a, added));
    b += removed;
    a += added;
    removed = 0;
    added = 0;
  };
  for (const change of changes) {
    const count = change.value.length;
    if (change.added) added += count;
    else if (change.removed) removed += count;
    else {
      close();
      b += count;
      a += count;
    }
  }
  close();
  return hunks;
}

/**
 * The first and the last pair of lines that say the same and end differently, as one hunk; undefined without any. With
 * `missingOnly`, endings of different kinds are the same: then only one that is missing counts.
 */
export function diffEndings(
  before: readonly TextLine[],
  after: readonly TextLine[],
  hunks: readonly Hunk[],
  missingOnly: boolean,
): Hunk | undefined {
  let first: readonly [number, number] | undefined;
  let last: readonly [number, number] | undefined;
  let b = 0;
  let a = 0;
  for (const hunk of [...hunks, toHunk(before.length, 0, after.length, 0)]) {
    for (; b < hunk.before.from && a < hunk.after.from; b++, a++) {
      const old = before[b]?.ending;
      const now = after[a]?.ending;
      if (old === now || (missingOnly && old !== "" && now !== "")) continue;
      first ??= [b, a];
      last = [b, a];
    }
    b = hunk.before.to;
    a = hunk.after.to;
  }
  return (
    first &&
    last && { before: { from: first[0], to: last[0] + 1 }, after: { from: first[1], to: last[1] + 1 } }
  );
}

/** The offsets of whole lines with their endings; an empty span stands where its lines would begin. */
export function rangeOfLines(lines: readonly TextLine[], { from, to }: LineSpan): Range {
  return { start: startOfLine(lines, from), end: startOfLine(lines, to) };
}

function startOfLine(lines: readonly TextLine[], index: number): number {
  const line = lines[index];
  if (line !== undefined) return line.start;
  const last = lines.at(-1);
  return last === undefined ? 0 : last.start + last.content.length + last.ending.length;
}

function contents(lines: readonly TextLine[], from: number, to: number): string[] {
  return lines.slice(from, Math.max(from, to)).map((line) => line.content);
}

function toHunk(before: number, removed: number, after: number, added: number): Hunk {
  return { before: { from: before, to: before + removed }, after: { from: after, to: after + added } };
}
