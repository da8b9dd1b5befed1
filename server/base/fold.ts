/** Folding of keys and words, so that `Last_Updated`, `last updated` and `Last-Updated` are one name. */

const JOINERS = /[\s_\-‐‑]+/g;
const DECORATION = /\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|[*`]/gu;
/** Most names are plain words already; for them the costly expressions above are not needed. */
const PLAIN = /^[A-Za-z0-9.,:;/&()'"+#]+(?: [A-Za-z0-9.,:;/&()'"+#]+)*$/;

/** A name for comparison: lower case, one space for any run of white space, `_` and `-`, without emphasis and emoji. */
export function foldKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name.normalize("NFC").replace(DECORATION, "").replace(JOINERS, " ").trim().toLowerCase();
}
