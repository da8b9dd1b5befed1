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

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

const MONTH = "([A-Za-z]{3,9})\\.?";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const END = "(?![\\w/])";

type Reader = readonly [pattern: RegExp, year: number, month: number, day: number, exact: boolean];

const READERS: readonly Reader[] = [
  [/(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?(?![\w/-])/, 1, 2, 3, true],
  [/(\d{4})-(\d{1,2})-(\d{1,2})(?![\w/-])/, 1, 2, 3, false],
  [/(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?![\w/])/, 1, 2, 3, false],
  [new RegExp(`${MONTH} ${DAY},? (\\d{4})${END}`), 3, 1, 2, false],
  [new RegExp(`${DAY}(?: of)? ${MONTH},? (\\d{4})${END}`), 3, 2, 1, false],
];

/** True for a day that the calendar has. */
function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  const index = MONTHS.findIndex((month) => month === word || month.slice(0, 3) === word || (word === "sept" && month === "september"));
  return index + 1;
}

function read(value: string, anchored: boolean): ParsedDate | undefined {
  for (const [pattern, year, month, day, exact] of READERS) {
    const match = pattern.exec(value);
    if (match === null || (anchored && match.index !== 0)) continue;
    if (match.index > 0 && /[\w/-]/.test(value[match.index - 1] ?? "")) continue;
    const numbers = [Number(match[year]), monthNumber(match[month] ?? ""), Number(match[day])] as const;
    if (!exists(...numbers)) continue;
    const iso = `${String(numbers[0]).padStart(4, "0")}-${String(numbers[1]).padStart(2, "0")}-${String(numbers[2]).padStart(2, "0")}`;
    return { iso, exact, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** The date with which a value opens, or undefined. A note may follow it: `2026-02-20 (immutable)`. */
export function parseDate(value: string): ParsedDate | undefined {
  return read(value, true);
}

/** The first date anywhere in a text, or undefined. */
export function findDate(text: string): ParsedDate | undefined {
  return read(text, false);
}

/** The ISO date `days` after another one. */
export function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
