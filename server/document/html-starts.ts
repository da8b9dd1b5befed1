/** Where HTML blocks begin and end, by the seven kinds that CommonMark counts. */
import { isBlank, skipBlanks } from "./block-starts";

/** The kind, 1 to 7, of the HTML block that the line opens from its `<` at `offset` on, or 0. */
export function htmlKind(text: string, offset: number, end: number): number {
  const second = offset + 1 < end ? text.charCodeAt(offset + 1) : 0;
  if (second === 0x3f /* ? */) return 3;
  if (second === 0x21 /* ! */) {
    if (text.startsWith("--", offset + 2)) return 2;
    if (text.startsWith("[CDATA[", offset + 2)) return 5;
    return offset + 2 < end && isLetter(text.charCodeAt(offset + 2)) ? 4 : 0;
  }
  const isClosing = second === 0x2f; /* / */
  const name = isClosing ? offset + 2 : offset + 1;
  if (name >= end || !isLetter(text.charCodeAt(name))) return 0;
  let behind = name + 1;
  while (behind < end && isNameUnit(text.charCodeAt(behind))) behind++;
  // No listed name is longer: do not slice what cannot be one.
  if (behind - name <= 10) {
    const tag = text.slice(name, behind).toLowerCase();
    if (!isClosing && rawTags.has(tag) && endsName(text, behind, end)) return 1;
    if (blockTags.has(tag) && (endsName(text, behind, end) || text.startsWith("/>", behind))) return 6;
  }
  const tagEnd = isClosing ? closingTagEnd(text, behind, end) : openTagEnd(text, behind, end);
  return tagEnd >= 0 && skipBlanks(text, tagEnd, end) >= end ? 7 : 0;
}

/** True when a line, read from `offset` to `end`, ends a block of kind 1 to 5. */
export function endsHtml(text: string, kind: number, offset: number, end: number): boolean {
  for (let at = offset; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3e /* > */) {
      if (kind === 4) return true;
      if (kind === 3 && text.charCodeAt(at - 1) === 0x3f) return true;
      if (kind === 2 && text.startsWith("--", at - 2)) return true;
      if (kind === 5 && text.startsWith("]]", at - 2)) return true;
    } else if (kind === 1 && unit === 0x3c /* < */ && text.charCodeAt(at + 1) === 0x2f /* / */) {
      let behind = at + 2;
      while (behind < end && behind - at <= 11 && isLetter(text.charCodeAt(behind))) behind++;
      if (
        behind < end &&
        text.charCodeAt(behind) === 0x3e &&
        rawTags.has(text.slice(at + 2, behind).toLowerCase())
      )
        return true;
    }
  }
  return false;
}

function endsName(text: string, at: number, end: number): boolean {
  return at >= end || isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === 0x3e;
}

/** Behind the `>` of a closing tag whose name ends at `behind`, or -1. */
function closingTagEnd(text: string, behind: number, end: number): number {
  const at = skipBlanks(text, behind, end);
  return at < end && text.charCodeAt(at) === 0x3e ? at + 1 : -1;
}

/** Behind the `>` of an open tag whose name ends at `behind`, or -1. */
function openTagEnd(text: string, behind: number, end: number): number {
  let at = behind;
  for (;;) {
    const start = skipBlanks(text, at, end);
    if (start >= end) return -1;
    const unit = text.charCodeAt(start);
    if (unit === 0x3e /* > */) return start + 1;
    if (unit === 0x2f /* / */) return start + 1 < end && text.charCodeAt(start + 1) === 0x3e ? start + 2 : -1;
    if (start === at || !isAttributeStart(unit)) return -1;
    at = start + 1;
    while (at < end && isAttributeUnit(text.charCodeAt(at))) at++;
    const equals = skipBlanks(text, at, end);
    if (equals < end && text.charCodeAt(equals) === 0x3d /* = */) {
      at = attributeValueEnd(text, skipBlanks(text, equals + 1, end), end);
      if (at < 0) return -1;
    }
  }
}

function attributeValueEnd(text: string, start: number, end: number): number {
  if (start >= end) return -1;
  const quote = text.charCodeAt(start);
  let at = start;
  if (quote === 0x22 || quote === 0x27) {
    do at++;
    while (at < end && text.charCodeAt(at) !== quote);
    return at < end ? at + 1 : -1;
  }
  while (at < end && isUnquotedUnit(text.charCodeAt(at))) at++;
  return at > start ? at : -1;
}

function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isNameUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === 0x2d;
}

/** A letter, `_` or `:`. */
function isAttributeStart(unit: number): boolean {
  return isLetter(unit) || unit === 0x5f || unit === 0x3a;
}

function isAttributeUnit(unit: number): boolean {
  return isAttributeStart(unit) || isDigit(unit) || unit === 0x2e || unit === 0x2d;
}

/** Neither white space nor a control character nor one of `"'=<>` and the backtick; NUL stands for U+FFFD. */
function isUnquotedUnit(unit: number): boolean {
  if (unit <= 0x20) return unit === 0;
  return unit !== 0x22 && unit !== 0x27 && unit !== 0x3d && unit !== 0x3c && unit !== 0x3e && unit !== 0x60;
}

const rawTags: ReadonlySet<string> = new Set(["pre", "script", "style", "textarea"]);

const blockTags: ReadonlySet<string> = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li " +
    "link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th " +
    "thead title tr track ul"
  ).split(" "),
);
