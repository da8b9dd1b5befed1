/** Says of judged changes where they are and what they did, for reports and messages. */

import type { Hunk, LineSpan } from "../base/line-diff";
import type { Range } from "../base/range";
import type { ChangeSet, JudgedChange } from "./judge-changes";
import { rangeOf, type Side } from "./side";
import type { ChangedRange } from "./types";

/** One-based first and last line after the change; for removed lines twice the line above, at least 1. */
export function linesOf({ hunk }: JudgedChange): readonly [number, number] {
  const { from, to } = hunk.after;
  return from === to ? [Math.max(1, from), Math.max(1, from)] : [from + 1, to];
}

/** `2 lines changed`, `1 line added`, `3 lines removed`, `line endings changed`. */
export function describeChange({ hunk, endings }: JudgedChange): string {
  if (endings) return "line endings changed";
  const removed = hunk.before.to - hunk.before.from;
  const added = hunk.after.to - hunk.after.from;
  if (removed === 0) return `${count(added)} added`;
  if (added === 0) return `${count(removed)} removed`;
  return `${count(Math.max(removed, added))} changed`;
}

function count(lines: number): string {
  return lines === 1 ? "1 line" : `${lines} lines`;
}

/** The smallest range of the later text that differs, with the filed lines that it replaces. */
export function changedRangeOf({ before, after }: ChangeSet, change: JudgedChange): ChangedRange {
  const { hunk, endings, region } = change;
  const whole = withLineAbove(before, after, hunk);
  const lines = rangeOf(after, whole.after);
  const old = rangeOf(before, whole.before);
  const filed = before.text.slice(old.start, old.end);
  const removed = hunk.after.from === hunk.after.to;
  const added = hunk.before.from === hunk.before.to;
  const kind = endings ? "endings" : removed ? "removed" : added ? "added" : "changed";
  const own = rangeOf(after, hunk.after);
  const range = removed
    ? endOfLineAbove(after.text, own.start)
    : smallest(textOf(before, hunk.before), after.text, own);
  return { range, lines, filed, filedLine: hunk.before.from + 1, kind, region };
}

/** At the end of a text the line above may have lost or got its ending with the change. */
function withLineAbove(before: Side, after: Side, hunk: Hunk): Hunk {
  const atEnd = hunk.before.to === before.lines.length && hunk.after.to === after.lines.length;
  const old = before.lines[hunk.before.from - 1];
  const now = after.lines[hunk.after.from - 1];
  const same = old === undefined || now === undefined || (old.ending === "") === (now.ending === "");
  if (!atEnd || same) return hunk;
  return {
    before: { from: hunk.before.from - 1, to: hunk.before.to },
    after: { from: hunk.after.from - 1, to: hunk.after.to },
  };
}

function textOf(side: Side, span: LineSpan): string {
  const { start, end } = rangeOf(side, span);
  return side.text.slice(start, end);
}

/** The last unit in front of the removed lines, so that there is something to see. */
function endOfLineAbove(text: string, offset: number): Range {
  let end = offset;
  while (end > 0 && /\s/.test(text[end - 1] ?? "")) end--;
  if (end > 0) return { start: end - 1, end };
  const first = /\S/.exec(text)?.index ?? 0;
  return { start: first, end: Math.min(first + 1, text.length) };
}

/** Without what the changed lines have in common with the filed ones at their beginning and end. */
function smallest(filed: string, text: string, lines: Range): Range {
  const now = text.slice(lines.start, lines.end);
  const trimmed = now.replace(/[\r\n]+$/, "");
  const old = filed.replace(/[\r\n]+$/, "");
  if (old === "") {
    // blank lines around what was added show nothing
    const blank = trimmed.length - trimmed.trimStart().length;
    return { start: lines.start + (blank < trimmed.length ? blank : 0), end: lines.start + trimmed.length };
  }
  let head = 0;
  const shorter = Math.min(old.length, trimmed.length);
  while (head < shorter && old[head] === trimmed[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === trimmed[trimmed.length - 1 - tail]) tail++;
  // words are changed, not letters
  while (head > 0 && isWord(trimmed[head - 1]) && isWord(trimmed[head] ?? old[head])) head--;
  while (tail > 0 && isWord(trimmed[trimmed.length - tail]) && isWord(trimmed[trimmed.length - tail - 1]))
    tail--;
  const start = lines.start + head;
  const end = lines.start + trimmed.length - tail;
  if (start < end) return { start, end };
  // something was taken out of a line: the unit beside the gap
  return start > lines.start
    ? { start: start - 1, end: start }
    : { start, end: Math.min(start + 1, lines.end) };
}

function isWord(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{N}\ud800-\udfff]/u.test(unit);
}
