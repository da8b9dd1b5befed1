/** Conversion between UTF-16 offsets and zero-based line and character positions. */
import { lastAtOrBelow } from "./last-at-or-below";

export interface Position {
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, in UTF-16 code units. */
  readonly character: number;
}

/** Line starts of one text; LF, CRLF and lone CR end a line. */
export class LineIndex {
  readonly starts: readonly number[];
  readonly length: number;

  constructor(text: string) {
    this.starts = text.includes("\r") ? startsBehindAny(text) : startsBehindFeeds(text);
    this.length = text.length;
  }

  /** The line that holds `offset`, which is clamped into the text. */
  lineAt(offset: number): number {
    return lastAtOrBelow(this.starts, offset);
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - (this.starts[line] ?? 0) };
  }

  /** The offset of a position; a character behind the line's end is clamped to the next line's start. */
  offsetAt(position: Position): number {
    if (position.line >= this.starts.length) return this.length;
    const start = this.starts[Math.max(0, position.line)] ?? 0;
    const next = this.starts[position.line + 1] ?? this.length;
    return Math.max(start, Math.min(start + position.character, next));
  }
}

/** To look for line feeds is several times faster than to read every unit, and most texts have no other ends. */
function startsBehindFeeds(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function startsBehindAny(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
