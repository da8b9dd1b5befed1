/** Whether two lines open a pipe table: counting the columns of a delimiter row and of the head above it. */
import { isBlank, skipBlanks, trimBlanks } from "./block-starts";

/** How many columns the delimiter row from `offset` on has; 0 where it is none. */
export function delimiterColumns(text: string, offset: number, end: number): number {
  // `-` and a blank are a list item.
  if (text.charCodeAt(offset) === 0x2d && (offset + 1 >= end || isBlank(text.charCodeAt(offset + 1))))
    return 0;
  let columns = 0;
  let at = text.charCodeAt(offset) === 0x7c ? offset + 1 : offset;
  for (;;) {
    at = skipBlanks(text, at, end);
    if (at >= end) return columns;
    if (text.charCodeAt(at) === 0x3a /* : */) at++;
    const dashes = at;
    while (at < end && text.charCodeAt(at) === 0x2d /* - */) at++;
    if (at === dashes) return 0;
    if (at < end && text.charCodeAt(at) === 0x3a) at++;
    columns++;
    at = skipBlanks(text, at, end);
    if (at >= end) return columns;
    if (text.charCodeAt(at) !== 0x7c /* | */) return 0;
    at++;
  }
}

/** How many cells the row from `offset` on has; 0 without any pipe, which would make a paragraph a head. */
export function countCells(text: string, offset: number, lineEnd: number): number {
  const end = trimBlanks(text, offset, lineEnd);
  let hasPipe = false;
  let lastPipe = -1;
  let cells = 1;
  for (let at = offset; at < end; at++) {
    if (text.charCodeAt(at) !== 0x7c /* | */) continue;
    hasPipe = true;
    if (at > offset && text.charCodeAt(at - 1) === 0x5c /* \ */) continue;
    lastPipe = at;
    if (at > offset) cells++;
  }
  if (!hasPipe) return 0;
  return lastPipe === end - 1 ? cells - 1 : cells;
}
