/** A line `Key: value`, with or without emphasis. */

export interface KeyLine {
  /** As written, without emphasis. */
  readonly key: string;
  /** As written, without the emphasis that encloses the whole line. */
  readonly value: string;
  /** Where the value begins in the line, or would. */
  readonly at: number;
}

const LONGEST_KEY = 48;
const MOST_WORDS = 6;
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}_()/.'’&-]*(?: +[\p{L}\p{N}_()/.'’&-]+)*$/u;
const OPENING = /^(?:\*\*|__|\*)/;
const CLOSING = /(?:\*\*|__|\*)$/;
const CLOSING_FIRST = /^(?:\*\*|__|\*)(?=\s|$)/;

/** Undefined for a line of prose, also where it holds a colon; a colon counts in front of white space only. */
export function readKeyLine(line: string): KeyLine | undefined {
  const colon = line.indexOf(":");
  if (colon <= 0 || colon > LONGEST_KEY) return undefined;
  const left = line.slice(0, colon).trimEnd();
  const isEmphasised = "*_".includes(line.charAt(0));
  const behind = line.charAt(colon + 1);
  if (!isEmphasised) {
    if (behind.trim() !== "" || !isKey(left)) return undefined;
    return { key: left, ...valueFrom(line, colon + 1) };
  }
  const closing = CLOSING_FIRST.exec(line.slice(colon + 1))?.[0] ?? "";
  const key = left.replace(OPENING, "").replace(CLOSING, "").trim();
  if ((closing === "" && behind.trim() !== "") || !isKey(key)) return undefined;
  const { value, at } = valueFrom(line, colon + 1 + closing.length);
  const isWholeLine = closing === "" && !CLOSING.test(left);
  return { key, value: isWholeLine ? value.replace(CLOSING, "").trim() : value, at };
}

function valueFrom(line: string, from: number): { value: string; at: number } {
  const written = line.slice(from);
  const value = written.trim();
  return { value, at: value === "" ? line.trimEnd().length : line.indexOf(value.charAt(0), from) };
}

/** A key is a few plain words. */
function isKey(text: string): boolean {
  let words = 1;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) words++;
  return words <= MOST_WORDS && KEY.test(text);
}
