/** The front matter that a document may open with: `---` on the first line, closed by a line of `---` or `...`. */
import type { Block } from "./block";
import { skipBlanks } from "./block-starts";

interface FrontMatter {
  readonly block: Block;
  /** Offset of the line behind the closing one. */
  readonly next: number;
}

/** Undefined where the line at `start` opens none, or no line closes it. */
export function findFrontMatter(text: string, start: number): FrontMatter | undefined {
  if (!text.startsWith("---", start)) return undefined;
  const openEnd = lineEnd(text, start);
  if (skipBlanks(text, start + 3, openEnd) < openEnd) return undefined;
  let contentEnd = openEnd;
  let at = nextLine(text, openEnd);
  const contentStart = at;
  for (let line = 1; at < text.length; line++) {
    const end = lineEnd(text, at);
    const closes = text.startsWith("---", at) || text.startsWith("...", at);
    if (closes && skipBlanks(text, at + 3, end) >= end) {
      const block: Block = {
        kind: "front-matter",
        range: { start, end },
        line: 0,
        endLine: line + 1,
        parent: -1,
        contentStart: start,
        content: { start: line === 1 ? contentEnd : contentStart, end: contentEnd },
      };
      return { block, next: nextLine(text, end) };
    }
    contentEnd = end;
    at = nextLine(text, end);
  }
  return undefined;
}

function lineEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at++;
  return at;
}

/** Behind the line ending at `end`. */
function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
}
