/** The plain words of a header value: without Markdown's marks, decoration and trailing notes. */

/** Emoji with their joiners and colours, flags, and the ticks and dots that people set before a state. */
const EMOJI =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F}|\u{200D}|\u{20E3}|[✓✗✘●○■□◆◇]/gu;
const MARKS = /[[<`*~_]/;
/** A link's target may hold one pair of brackets within another. */
const LINK = /!?\[([^[\]]*)\]\((?:[^()\\]|\\.|\([^()]*\))*\)/g;

/** Without emphasis, code span marks, link targets and emoji; white space folded. */
export function plainValue(value: string): string {
  if (isPlain(value)) return value;
  const unmarked = MARKS.test(value) ? withoutMarks(value) : value;
  return unmarked.replace(EMOJI, "").replace(/\s+/g, " ").trim();
}

/**
 * True where nothing has to be stripped, which is so of most values. Told unit by unit, because an expression that
 * names as many ranges costs a call for each unit.
 */
function isPlain(value: string): boolean {
  let isBehindSpace = true;
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (unit === SPACE) {
      if (isBehindSpace) return false;
    } else if (unit < 0x80 ? SPECIAL[unit] === 1 : !isPlainUnit(unit)) return false;
    isBehindSpace = unit === SPACE;
  }
  return !isBehindSpace;
}

const SPACE = 0x20;
/** White space and the marks of ASCII. */
const SPECIAL = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  Number(/[\s[<`*~_]/.test(String.fromCharCode(unit))),
);

/** False for white space, and for what may be a part of an emoji. */
function isPlainUnit(unit: number): boolean {
  if (unit < 0x2000) return unit !== 0xa0 && unit !== 0xa9 && unit !== 0xae && unit !== 0x1680;
  if (unit < 0x2010) return unit > 0x200a && unit !== 0x200d;
  if (unit < 0x203c) return unit !== 0x2028 && unit !== 0x2029 && unit !== 0x202f;
  if (unit <= 0x3299) return false;
  return (unit < 0xd800 || unit > 0xdfff) && unit !== 0xfe0f && unit !== 0xfeff;
}

function withoutMarks(value: string): string {
  return value
    .replace(LINK, "$1")
    .replace(/<(https?:[^>\s]+)>/g, "$1")
    .replace(/<br\s*\/?>|<!--.*?-->/gi, " ")
    .replace(/`+/g, "")
    .replace(/\*+|~~/g, "")
    .replace(/(^|\s)_+(?=\S)|(\S)_+(?=\s|$)/g, "$1$2");
}

const NOTE = /\s+(?:[—–]|-{1,3})\s+|\s*[—–]\s*|\s*\(|\s+\[|\s*[;]\s*|\s+\/\/\s+/;

/** What every note begins with, or with a space before it: most values have none. */
const NOTE_MARK = /[-—–([;/]/;

/** The value proper, without a note in brackets or behind a dash: `Canonical (terminology)` gives `Canonical`. */
export function headOfValue(value: string): string {
  const plain = plainValue(value);
  if (!NOTE_MARK.test(plain)) return plain;
  const note = NOTE.exec(plain);
  return note === null || note.index === 0 ? plain : plain.slice(0, note.index).trim();
}
