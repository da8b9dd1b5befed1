/** Recognises header fields on one line: bold or plain keys, several on a line. */
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import type { FieldForm, HeaderField } from "./types";

/** `**Key:** value`, `**Key**: value`, `__Key__: value`; French sets a space before the colon, Chinese a wide one. */
const BOLD =
  /(\*\*|__)[ \t]*([^*_:：\s][^*:：\r\n]{0,60}?)[ \t\u00a0\u202f]*(?:[:：][ \t]*\1|\1[ \t\u00a0\u202f]*[:：])/y;
/** `**Key: value**` over the whole line */
const ALL_BOLD = /(\*\*|__)[ \t]*([^*_:\s][^*:\r\n]{0,60}?):[ \t]+([^*\r\n]+?)\1[ \t]*\\?[ \t]*$/y;
const PLAIN = /(\p{L}[\p{L}\p{M}\p{N} _\-/&().'’#]{0,48}?)[ \t\u00a0\u202f]*(?::(?=[ \t]|$)|：)/uy;
/** What stands between two fields of one line: a separator, or white space alone where the next key is bold. */
const NEXT_BOLD =
  /(?:[|·•;,/—–]{1,3}[ \t]*|(?:[ \t]-)?[ \t])(?=(?:\*\*|__)[ \t]*[^*_:：\s][^*:：\r\n]{0,60}?(?:[:：][ \t]*(?:\*\*|__)|(?:\*\*|__)[ \t]*[:：]))/g;
const NEXT_PLAIN = /[|·•]{1,3}[ \t]*(?=\p{L}[\p{L}\p{M}\p{N} _\-/&().'’]{0,40}:(?:[ \t]|$))/gu;

/**
 * The fields of the line `content` (offsets into `text`), or undefined when it is none.
 * `line` is the whole line, container marks included.
 */
export function parseFieldLine(
  text: string,
  content: Range,
  line: Range,
  form: FieldForm,
): HeaderField[] | undefined {
  const slice = text.slice(content.start, content.end);
  const bold = slice.startsWith("**") || slice.startsWith("__");
  const fields: HeaderField[] = [];
  let position = 0;
  while (position < slice.length) {
    const key = bold ? matchBold(slice, position) : matchPlain(slice, position);
    if (key === undefined) break;
    const next = key.valueEnd === undefined ? findNext(slice, key.valueStart, bold) : null;
    const end = key.valueEnd ?? next?.index ?? slice.length;
    let value = trimValue(slice, key.valueStart, end);
    // `**Filed:** — **Owner:** …`: the dash is the value, not what separates the fields
    if (value.start === value.end && next !== null && /^ ?[—–-]/.test(next[0])) {
      const dash = next.index + next[0].search(/[—–-]/);
      value = { start: dash, end: dash + 1 };
    }
    const written = slice.slice(key.keyStart, key.keyEnd);
    fields.push({
      key: written,
      folded: foldKey(written),
      keyRange: { start: content.start + key.keyStart, end: content.start + key.keyEnd },
      value: slice.slice(value.start, value.end),
      valueRange: { start: content.start + value.start, end: content.start + value.end },
      lineRange: line,
      form: form === "plain" && bold ? "bold" : form,
    });
    if (next === null) break;
    position = next.index + next[0].length;
  }
  return fields.length > 0 ? fields : undefined;
}

/** What stands between the field and the next one of the line; most lines have one field alone, which is soon told. */
function findNext(slice: string, at: number, bold: boolean): RegExpExecArray | null {
  if (bold && !slice.includes("**", at) && !slice.includes("__", at)) return null;
  const separator = bold ? NEXT_BOLD : NEXT_PLAIN;
  separator.lastIndex = at;
  return separator.exec(slice);
}

interface KeyMatch {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number | undefined;
}

function matchBold(slice: string, at: number): KeyMatch | undefined {
  BOLD.lastIndex = at;
  const match = BOLD.exec(slice);
  if (match !== null) {
    const keyStart = at + match[0].indexOf(match[2] as string, (match[1] as string).length);
    const valueStart = at + match[0].length;
    // `**Key**:value` without a space is still a field, `**bold**:` in a URL-like run is not seen in headers
    return { keyStart, keyEnd: keyStart + (match[2] as string).length, valueStart, valueEnd: undefined };
  }
  ALL_BOLD.lastIndex = at;
  const whole = ALL_BOLD.exec(slice);
  if (whole === null) return undefined;
  const marks = (whole[1] as string).length;
  const keyStart = at + whole[0].indexOf(whole[2] as string, marks);
  const colon = slice.indexOf(":", keyStart);
  const valueStart = slice.indexOf(whole[3] as string, colon + 1);
  return {
    keyStart,
    keyEnd: keyStart + (whole[2] as string).length,
    valueStart,
    valueEnd: valueStart + (whole[3] as string).length,
  };
}

function matchPlain(slice: string, at: number): KeyMatch | undefined {
  PLAIN.lastIndex = at;
  const match = PLAIN.exec(slice);
  if (match === null) return undefined;
  const key = match[1] as string;
  // a clause that ends in a colon is prose, not a key
  if (key.split(/\s+/).length > 5) return undefined;
  return { keyStart: at, keyEnd: at + key.length, valueStart: at + match[0].length, valueEnd: undefined };
}

/** What may stand behind a value without being part of it: hard line breaks and comments. */
const BEHIND = /(?:\\|<br\s*\/?>|<!--(?:(?!-->)[^\r\n])*-->)$/i;

/** Without surrounding white space, a hard line break and comments at the end; empty at `start` where nothing is left. */
export function trimValue(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  for (;;) {
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    const last = text.charCodeAt(to - 1);
    // only these characters can end what stands behind a value
    if (to === from) return { start, end: start };
    const behind = last === BACKSLASH || last === GREATER ? BEHIND.exec(text.slice(from, to)) : null;
    if (behind === null) return { start: from, end: to };
    to = from + behind.index;
  }
}

const BACKSLASH = 92;
const GREATER = 62;

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13 || unit === 10;
}
