/** Ids that are written short: ranges `A-S01–A-S04` and lists `AP-06/07`, `BLG-FEAT-01, 02`. */

/** No register is longer; what claims to be is a slip of the pen. */
const LONGEST = 50;
const NUMBERED = /^(.*?)(\d+)$/;
const LISTED = /^\s*(?:,|\+|&|and)\s*$/;
const JOINED = /^(?:\/|–|…)$/;

/** The members of a range, both ends included; the two ends alone when they do not belong together. */
export function expandRange(first: string, last: string): string[] {
  const [, prefix, from] = NUMBERED.exec(first) ?? [];
  const [, lastPrefix, to] = NUMBERED.exec(last) ?? [];
  if (from === undefined || to === undefined || prefix !== lastPrefix) return [first, last];
  const count = Number(to) - Number(from);
  if (count < 1 || count > LONGEST) return [first, last];
  return Array.from({ length: count + 1 }, (_, step) => {
    return `${prefix}${String(Number(from) + step).padStart(from.length, "0")}`;
  });
}

/**
 * The id that `word` abbreviates behind `id`, with `between` standing between the two: `07` or `S04` for the last
 * part of an id. In a list only numbers of at least two digits and of the same width count: `A1, 2 days` is no list.
 */
export function shortForm(id: string, word: string, between: string): string | undefined {
  const [, prefix = "", digits = ""] = NUMBERED.exec(id) ?? [];
  const [, letters = "", number = ""] = NUMBERED.exec(word) ?? [];
  if (digits === "" || number === "" || !prefix.endsWith(letters) || number.length !== digits.length)
    return undefined;
  if (letters !== "" && prefix.charAt(prefix.length - letters.length - 1) !== "-") return undefined;
  const isShort = JOINED.test(between) || (LISTED.test(between) && digits.length > 1 && letters === "");
  return isShort ? `${prefix}${number}` : undefined;
}
