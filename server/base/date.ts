/** Reads dates as people write them; the canonical form is ISO `YYYY-MM-DD`. */

export interface ParsedDate {
  /** `YYYY-MM-DD` */
  readonly iso: string;
  /** True when it was written in ISO form, with or without a time behind it. */
  readonly exact: boolean;
  /** The part of the value that is the date, counted from the value's start. */
  readonly start: number;
  readonly end: number;
}

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const MONTH = "([A-Za-z]{3,9})\\.?";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const END = "(?![\\w/]|\\.\\d)";

type Reader = readonly [pattern: RegExp, year: number, month: number, day: number, exact: boolean];

const TIME = "(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?)?";
/** What stands before a date is not a part of it. */
const START = "(?<![\\w/.-])";

const READERS: readonly Reader[] = [
  [new RegExp(`${START}(\\d{4})-(\\d{2})-(\\d{2})${TIME}(?![\\w/-])`, "g"), 1, 2, 3, true],
  [new RegExp(`${START}(\\d{4})-(\\d{1,2})-(\\d{1,2})(?![\\w/-])`, "g"), 1, 2, 3, false],
  [new RegExp(`${START}(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})${END}`, "g"), 1, 2, 3, false],
  [new RegExp(`${START}${MONTH} ${DAY},? (\\d{4})${END}`, "g"), 3, 1, 2, false],
  [new RegExp(`${START}${DAY}(?: of)? ${MONTH},? (\\d{4})${END}`, "g"), 3, 2, 1, false],
  // with points between them the day comes first everywhere; with strokes only a day above 12 tells
  [new RegExp(`${START}(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${END}`, "g"), 3, 2, 1, false],
  [new RegExp(`${START}(1[3-9]|2\\d|3[01])/(\\d{1,2})/(\\d{4})${END}`, "g"), 3, 2, 1, false],
  [new RegExp(`${START}(\\d{1,2})/(1[3-9]|2\\d|3[01])/(\\d{4})${END}`, "g"), 3, 1, 2, false],
  [new RegExp(`${START}(\\d{1,2})/\\1/(\\d{4})${END}`, "g"), 2, 1, 1, false],
];

/** No date with its time is longer. */
const LONGEST = 60;

const STROKES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\w/])/;

/** True for a day that the calendar has. */
function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  const index = MONTHS.findIndex(
    (month) => month === word || month.slice(0, 3) === word || (word === "sept" && month === "september"),
  );
  return index + 1;
}

function toIso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** True for `2026-02-20` and nothing around it, a day that the calendar has. Most dates are written so. */
function isIso(value: string): boolean {
  if (value.length !== 10 || value.charCodeAt(4) !== HYPHEN || value.charCodeAt(7) !== HYPHEN) return false;
  const year = numberIn(value, 0, 4);
  return year >= 0 && exists(year, numberIn(value, 5, 7), numberIn(value, 8, 10));
}

const HYPHEN = 0x2d;
const ZERO = 0x30;

/** Less than nothing where there is anything but digits. */
function numberIn(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The first date in `value`, or the one at its very start. */
function read(value: string, anchored: boolean): ParsedDate | undefined {
  if (isIso(value)) return { iso: value, exact: true, start: 0, end: value.length };
  // most other values have no year
  if (!/\d{4}/.test(value)) return undefined;
  let first: ParsedDate | undefined;
  const text = anchored ? value.slice(0, LONGEST) : value;
  for (const [pattern, year, month, day, exact] of READERS) {
    if (first?.start === 0) break;
    // matching all of them at once would make a copy of the expression
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match.index >= (first?.start ?? (anchored ? 1 : Number.POSITIVE_INFINITY))) break;
      const numbers = [Number(match[year]), monthNumber(match[month] ?? ""), Number(match[day])] as const;
      if (!exists(...numbers)) continue;
      first = { iso: toIso(...numbers), exact, start: match.index, end: match.index + match[0].length };
    }
  }
  return first;
}

/** The date with which a value opens, or undefined. A note may follow it: `2026-02-20 (immutable)`. */
export function parseDate(value: string): ParsedDate | undefined {
  return read(value, true);
}

/** The first date anywhere in a text, or undefined. */
export function findDate(text: string): ParsedDate | undefined {
  return read(text, false);
}

/**
 * The days that a value such as `02/03/2026` may stand for: in some countries the day comes first, in others the
 * month. Empty where it opens with no such date, or where there is no doubt.
 */
export function possibleDays(value: string): readonly string[] {
  const match = STROKES.exec(value);
  if (match === null || parseDate(value) !== undefined) return [];
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!exists(year, first, second) || !exists(year, second, first)) return [];
  return [toIso(year, first, second), toIso(year, second, first)];
}

/** The ISO date `days` after another one. */
export function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** How many days lie from one ISO date to another; negative where the other one is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / 86_400_000);
}

/** Milliseconds; a date is taken apart here because that is soon done, and parsing it is not. */
function timeOf(iso: string): number {
  const year = numberIn(iso, 0, 4);
  // these would be taken for years of the last century
  if (year < 100) return Date.parse(`${iso}T00:00:00Z`);
  return Date.UTC(year, numberIn(iso, 5, 7) - 1, numberIn(iso, 8, 10));
}
