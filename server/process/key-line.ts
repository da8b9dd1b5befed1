/** A line `Key: value`, with or without emphasis. */

export interface KeyLine {
  /** As written, without emphasis. */
  readonly key: string;
  /** As written, without the emphasis that encloses the whole line. */
  readonly value: string;
}

const LONGEST_KEY = 48;
const MOST_WORDS = 6;
const KEY = /^[\p{L}\p{N}][\p{L}\p{N} _()/.'’&-]*$/u;
const MARKS = /^(?:\*\*|__|\*)|(?:\*\*|__|\*)$/g;

/** Undefined for a line of prose, also where it holds a colon; a colon counts in front of white space only. */
export function readKeyLine(line: string): KeyLine | undefined {
  const colon = line.indexOf(":");
  if (colon <= 0 || colon > LONGEST_KEY) return undefined;
  const behind = line.slice(colon + 1);
  const closing = /^(?:\*\*|__|\*)(?=\s|$)/.exec(behind)?.[0] ?? "";
  if (behind !== "" && closing === "" && !/^\s/.test(behind)) return undefined;
  const key = line.slice(0, colon).trim().replace(MARKS, "").trim();
  if (!KEY.test(key) || key.split(" ").length > MOST_WORDS) return undefined;
  const isWholeBold =
    closing === "" && /^(?:\*\*|__)/.test(line) && !/(?:\*\*|__)\s*$/.test(line.slice(0, colon));
  const value = behind.slice(closing.length).trim();
  return { key, value: isWholeBold ? value.replace(/(?:\*\*|__)$/, "").trim() : value };
}
