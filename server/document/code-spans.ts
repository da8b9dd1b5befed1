/** The code spans of a piece of text: what stands between two runs of backticks of one length. */
import type { Range } from "../base/range";

export interface CodeSpan extends Range {
  /** What stands between the backticks. */
  readonly content: Range;
}

/** In order, backticks included; takes time linear in the length for each length of run. An escaped backtick opens none. */
export function findCodeSpans(text: string, start: number, end: number): CodeSpan[] {
  const spans: CodeSpan[] = [];
  const unmatched = new Set<number>();
  for (let at = nextBacktick(text, start, end); at < end; ) {
    const inside = endOfRun(text, at, end);
    const from = at > start && text.charCodeAt(at - 1) === 0x5c /* \ */ ? at + 1 : at;
    const length = inside - from;
    const closing = length === 0 || unmatched.has(length) ? -1 : findRun(text, inside, end, length);
    if (closing < 0) {
      unmatched.add(length);
      at = nextBacktick(text, inside, end);
      continue;
    }
    spans.push({ start: from, end: closing + length, content: { start: inside, end: closing } });
    at = nextBacktick(text, closing + length, end);
  }
  return spans;
}

function nextBacktick(text: string, from: number, end: number): number {
  // not by `indexOf`, which would read on to the end of the document for every paragraph without one
  let at = from;
  while (at < end && text.charCodeAt(at) !== 0x60) at++;
  return at;
}

function endOfRun(text: string, at: number, end: number): number {
  let behind = at;
  while (behind < end && text.charCodeAt(behind) === 0x60) behind++;
  return behind;
}

/** Where the next run of exactly `length` backticks begins, or -1. */
function findRun(text: string, from: number, end: number, length: number): number {
  for (let at = nextBacktick(text, from, end); at < end; ) {
    const behind = endOfRun(text, at, end);
    if (behind - at === length) return at;
    at = nextBacktick(text, behind, end);
  }
  return -1;
}
