/** What a line begins with: pure functions over one line, read from its first character that is not blank. */

/** The offset of the first character from `offset` on that is neither space nor tab, at most `end`. */
export function skipBlanks(text: string, offset: number, end: number): number {
  let at = offset;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The offset behind the last character before `end` that is neither space nor tab, at least `start`. */
export function trimBlanks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

/** How often the character at `offset` is repeated there. */
function runLength(text: string, offset: number, end: number): number {
  const mark = text.charCodeAt(offset);
  let at = offset + 1;
  while (at < end && text.charCodeAt(at) === mark) at++;
  return at - offset;
}

/** Level of the ATX heading, 1 to 6, or 0. */
export function headingLevel(text: string, offset: number, end: number): number {
  const level = runLength(text, offset, end);
  const behind = offset + level;
  return level <= 6 && (behind >= end || isBlank(text.charCodeAt(behind))) ? level : 0;
}

/** Level of the heading that the line underlines, 1 or 2, or 0. */
export function underlineLevel(text: string, offset: number, end: number): number {
  const behind = offset + runLength(text, offset, end);
  if (skipBlanks(text, behind, end) < end) return 0;
  return text.charCodeAt(offset) === 0x3d /* = */ ? 1 : 2;
}

/** True for three or more of the character at `offset`, one of `-`, `*`, `_`, with nothing but blanks between. */
export function isThematicBreak(text: string, offset: number, end: number): boolean {
  const mark = text.charCodeAt(offset);
  let count = 1;
  for (let at = offset + 1; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === mark) count++;
    else if (!isBlank(unit)) return false;
  }
  return count >= 3;
}

/** Length of the opening fence, or 0. The info string of a backtick fence holds no backtick. */
export function fenceLength(text: string, offset: number, end: number): number {
  const length = runLength(text, offset, end);
  if (length < 3) return 0;
  if (text.charCodeAt(offset) === 0x60 /* ` */) {
    for (let at = offset + length; at < end; at++) if (text.charCodeAt(at) === 0x60) return 0;
  }
  return length;
}

/** True for a line that closes a fence of `length` times `mark`. */
export function closesFence(
  text: string,
  offset: number,
  end: number,
  mark: number,
  length: number,
): boolean {
  if (text.charCodeAt(offset) !== mark) return false;
  const run = runLength(text, offset, end);
  return run >= length && skipBlanks(text, offset + run, end) >= end;
}

/** Length of the list marker (1 for a bullet, at least 2 for a number), or 0. */
export function listMarkerLength(text: string, offset: number, end: number): number {
  let at = offset;
  let unit = text.charCodeAt(at);
  while (at < end && unit >= 0x30 && unit <= 0x39 && at - offset < 9) unit = text.charCodeAt(++at);
  const isNumber = at > offset;
  const closes = isNumber ? unit === 0x2e || unit === 0x29 : unit === 0x2d || unit === 0x2b || unit === 0x2a;
  if (at >= end || !closes) return 0;
  at++;
  return at >= end || isBlank(text.charCodeAt(at)) ? at - offset : 0;
}

/** True when the digits from `offset` to `end` give 1, however many zeros lead. */
export function isOne(text: string, offset: number, end: number): boolean {
  for (let at = offset; at < end - 1; at++) if (text.charCodeAt(at) !== 0x30) return false;
  return text.charCodeAt(end - 1) === 0x31;
}
