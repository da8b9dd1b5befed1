/** Finds the ids and the paths of documents that a text mentions, in one pass over its units. */
import type { Range } from "../base/range";

export interface MentionFinder {
  /** An id: `A-S02`, `BLG-TECH-02`, `G1.3`; also a number `3.2` and a word in capitals, which may be others, too. */
  readonly id: (id: string, start: number) => void;
  /** A path or file name, from `start` to `end`; in a code span or link that has blanks, it may begin at `spaced`. */
  readonly path: (start: number, end: number, spaced: number | undefined) => void;
}

/** Letters behind capitals or digits: `A-S02`, `D2a`, `G1.3`, `R.1a`. */
const LETTERED = /^(?:[A-Z]+(?:-[A-Z]+)*-?\d+[a-z]?|[A-Z](?=\.\d))(?:\.\d+[a-z]?)*$/;
const NUMBERED = /^\d{1,3}(?:\.\d{1,3})+[a-z]?$/;
const CAPITALS = /^[A-Z]{2,}(?:-[A-Z]+)*$/;
/** How the names of documents end. */
const EXTENSIONS: ReadonlySet<string> = new Set(["md", "mdx", "markdown", "txt", "rst", "adoc"]);
/** What is longer is no id. */
const LONGEST_ID = 64;
/** What is longer is no path. */
const LONGEST_PATH = 240;

type IdShape = "lettered" | "numbered" | "capitals";

/** `3.2` is numbered, `QWB` all capitals; undefined for what is no id. */
export function shapeOfId(id: string): IdShape | undefined {
  if (id.length > LONGEST_ID) return undefined;
  if (LETTERED.test(id)) return "lettered";
  if (NUMBERED.test(id)) return "numbered";
  return CAPITALS.test(id) ? "capitals" : undefined;
}

/** `G1.3b`, `R.1a`: no id has more of them. */
const LOWER_UNITS = 3;

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const JOINER = 4;

const FIRST_LETTER = 0xc0;
const FIRST_PUNCTUATION = 0x2000;

/** By UTF-16 unit. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  if (unit >= 0x80) return unit >= FIRST_LETTER && unit < FIRST_PUNCTUATION ? LOWER : OTHER;
  const character = String.fromCharCode(unit);
  if (/[a-z]/.test(character)) return LOWER;
  if (/[A-Z]/.test(character)) return UPPER;
  if (/\d/.test(character)) return DIGIT;
  return /[._-]/.test(character) ? JOINER : OTHER;
});

const DOT = 0x2e;
const SLASH = 0x2f;

/** Time is linear in the range: of most words no more is looked at than what their units are. */
export function scanMentions(text: string, range: Range, finder: MentionFinder): void {
  for (let at = range.start; at < range.end; at++) {
    const kind = KINDS[text.charCodeAt(at)] ?? OTHER;
    if (kind > LOWER && opensMention(text, at, kind)) at = readWord(text, at, range, finder);
  }
}

/** True for a digit, a capital that no plain word goes on behind, and a dot within a word. */
function opensMention(text: string, at: number, kind: number): boolean {
  if (kind === DIGIT) return true;
  const next = KINDS[text.charCodeAt(at + 1)] ?? OTHER;
  return kind === UPPER ? next > LOWER : text.charCodeAt(at) === DOT && (next === LOWER || next === UPPER);
}

/** Reads the whole word, whatever stands at `at` within it; gives its end. */
function readWord(text: string, at: number, range: Range, finder: MentionFinder): number {
  let from = at;
  while (from > range.start && KINDS[text.charCodeAt(from - 1)] !== OTHER) from--;
  while (KINDS[text.charCodeAt(from)] === JOINER && from < range.end) from++;
  const first = KINDS[text.charCodeAt(from)];
  let lower = 0;
  let digits = 0;
  let dot = -1;
  let last = from;
  let end = from;
  for (; end < range.end; end++) {
    const kind = KINDS[text.charCodeAt(end)];
    if (kind === OTHER) break;
    if (kind === LOWER) lower++;
    else if (kind === DIGIT) digits++;
    if (kind === JOINER) continue;
    last = end + 1;
    // one at the end of a sentence is behind the word
    if (end > from && text.charCodeAt(end - 1) === DOT) dot = end - 1;
  }
  if (lower > 1 && dot > from && dot < last && EXTENSIONS.has(text.slice(dot + 1, last).toLowerCase()))
    reportPath(text, from, last, finder);
  else if (first === DIGIT ? dot > from : first === UPPER && (digits > 0 || lower === 0))
    if (lower < LOWER_UNITS) reportId(text, from, last, finder);
  return Math.max(end, at);
}

function reportId(text: string, start: number, end: number, finder: MentionFinder): void {
  if (end - start > LONGEST_ID) return;
  const id = text.slice(start, end);
  if (shapeOfId(id) !== undefined && !isInPath(text, start, end)) finder.id(id, start);
}

/** True for a folder's name or a part of an address; in `A-S01/A-S02` the slash stands between ids. */
function isInPath(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start - 1) !== SLASH && text.charCodeAt(end) !== SLASH) return false;
  const from = startOfPath(text, start);
  let to = end;
  while (to < text.length && !isPathEnd(text.charCodeAt(to))) to++;
  const run = text.slice(from, to);
  return run.startsWith("//") || run.startsWith("/") || /[a-z]/.test(run.replaceAll(/\d[a-z]/g, ""));
}

function reportPath(text: string, from: number, end: number, finder: MentionFinder): void {
  const start = startOfPath(text, from);
  const isAddress = text.startsWith("//", start) && text[start - 1] === ":";
  if (isAddress || end - start > LONGEST_PATH) return;
  finder.path(start, end, startOfSpan(text, start));
}

function startOfPath(text: string, from: number): number {
  let start = from;
  while (start > 0 && !isPathEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

const PATH_ENDS: ReadonlySet<number> = new Set(
  [...`\`<>()[]|"',;:*= \t\r\n\u00a0`].map((each) => each.charCodeAt(0)),
);

function isPathEnd(unit: number): boolean {
  return unit < 0x2010 ? PATH_ENDS.has(unit) : unit <= 0x2027;
}

const ANGLED_LINK = "](<";

/** Where the code span or the target of the link begins that holds `start` behind a blank; undefined in prose. */
function startOfSpan(text: string, start: number): number | undefined {
  if (text[start - 1] !== " " && text[start - 1] !== "(" && text[start - 1] !== ",") return undefined;
  let line = start;
  while (line > 0 && text[line - 1] !== "\n" && text[line - 1] !== "\r") line--;
  const before = text.slice(line, start);
  const tick = before.lastIndexOf("`");
  const angle = before.lastIndexOf(ANGLED_LINK);
  const inCode = tick >= 0 && before.split("`").length % 2 === 0;
  const inLink = angle >= 0 && !before.includes(">", angle);
  const opening = inCode ? tick + 1 : inLink ? angle + ANGLED_LINK.length : undefined;
  if (opening === undefined) return undefined;
  const blanks = /^\s*/.exec(before.slice(opening))?.[0].length ?? 0;
  const spaced = line + opening + blanks;
  return start - spaced > LONGEST_PATH ? undefined : spaced;
}
