/** Folding of keys and words, so that `Last_Updated`, `last updated` and `Last-Updated` are one name. */

const JOINERS = /[\s_\-‐‑]+/g;
const DECORATION = /\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|[*`]/gu;
/**
 * Nothing to fold but the case: most names are so, and the costly expressions above are not needed. Characters below
 * U+0300 are composed already, as are the dashes and quotes from U+2013 on.
 */
const PLAIN =
  /^[^\s_\-*`©®\u0300-\u2012\u2027-\uffff]+(?: [^\s_\-*`©®\u0300-\u2012\u2027-\uffff]+)*$/;

/** A name for comparison: lower case, one space for any run of white space, `_` and `-`, without emphasis and emoji. */
export function foldKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name.normalize("NFC").replace(DECORATION, "").replace(JOINERS, " ").trim().toLowerCase();
}
