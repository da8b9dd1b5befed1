/** Folding of keys and words, so that `Last_Updated`, `last updated` and `Last-Updated` are one name. */

const JOINERS = /[\s_\-‐‑]+/g;
const DECORATION = /\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|[*`]/gu;
/** Nothing to compose and no decoration: below U+0300, and the dashes and quotes from U+2013 on. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: the range begins with a combining character on purpose
const UNDECORATED = /^[^\u0300-\u2012\u2027-\uffff*`©®]*$/;
/** Nothing to fold but the case: most names are so, and the costly expressions above are not needed. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: the range begins with a combining character on purpose
const PLAIN = /^[^\u0300-\u2012\u2027-\uffff\s_\-*`©®]+(?: [^\u0300-\u2012\u2027-\uffff\s_\-*`©®]+)*$/;

/** A name for comparison: lower case, one space for any run of white space, `_` and `-`, without emphasis and emoji. */
export function foldKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  const words = UNDECORATED.test(name) ? name : name.normalize("NFC").replace(DECORATION, "");
  return words.replace(JOINERS, " ").trim().toLowerCase();
}
