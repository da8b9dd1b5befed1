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
const OPENING = /^(?:\*\*|__|\*)/;
const CLOSING = /(?:\*\*|__|\*)$/;

/** Undefined for a line of prose, also where it holds a colon; a colon counts in front of white space only. */
export function readKeyLine(line: string): KeyLine | undefined {
  const colon = line.indexOf(":");
  if (colon <= 0 || colon > LONGEST_KEY) return undefined;
  const left = line.slice(0, colon).trimEnd();
  const behind = line.slice(colon + 1);
  const closing = /^(?:\*\*|__|\*)(?=\s|$)/.exec(behind)?.[0] ?? "";
  if (behind !== "" && closing === "" && !/^\s/.test(behind)) return undefined;
  const isEmphasised = OPENING.test(left);
  const key = isEmphasised ? left.replace(OPENING, "").replace(CLOSING, "").trim() : left;
  if (!KEY.test(key) || key.split(" ").length > MOST_WORDS) return undefined;
  const value = behind.slice(closing.length).trim();
  const isWholeLine = isEmphasised && closing === "" && !CLOSING.test(left);
  return { key, value: isWholeLine ? value.replace(CLOSING, "").trim() : value };
}
