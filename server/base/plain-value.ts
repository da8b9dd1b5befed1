/** The plain words of a header value: without Markdown's marks, decoration and trailing notes. */

/** Emoji with their joiners and colours, flags, and the ticks and dots that people set before a state. */
const EMOJI =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F}|\u{200D}|\u{20E3}|[✓✗✘●○■□◆◇]/gu;
/** Nothing to strip: most values are so, and the costly expressions are not needed. */
const PLAIN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: units, not characters, are told apart here
  /^[^\s[<`*~_©®\u200d\u203c-\u3299\ud800-\udfff\ufe0f]+(?: [^\s[<`*~_©®\u200d\u203c-\u3299\ud800-\udfff\ufe0f]+)*$/;
const MARKS = /[[<`*~_]/;
/** A link's target may hold one pair of brackets within another. */
const LINK = /!?\[([^[\]]*)\]\((?:[^()\\]|\\.|\([^()]*\))*\)/g;

/** Without emphasis, code span marks, link targets and emoji; white space folded. */
export function plainValue(value: string): string {
  if (PLAIN.test(value)) return value;
  const unmarked = MARKS.test(value) ? withoutMarks(value) : value;
  return unmarked.replace(EMOJI, "").replace(/\s+/g, " ").trim();
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
