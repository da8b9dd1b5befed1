/** The date that a deadline cell names. */
import { findDate, parseDate } from "../base/date";
import { plainText } from "./plain-text";
import { withoutStruck } from "./words";

/** A date or time stamp and nothing else: the common case. */
const ISO = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[\d:]+Z)?$/;
/** Every month has this day; whether it has a later one, the calendar knows. */
const EVERY_MONTH = 28;
/** What is longer is prose. */
const LONGEST = 200;
/** How many words may lead up to the date: `by`, `no later than`. */
const LEAD = 4;

/**
 * ISO date, or undefined where the cell holds words only (`ASAP`, `Before v1.6.1`). A date that is struck through
 * or that an arrow replaces by a later one does not count.
 */
export function readDue(cell: string): string | undefined {
  if (!/\d{4}/.test(cell)) return undefined;
  if (ISO.test(cell))
    return Number(cell.slice(8, 10)) <= EVERY_MONTH ? cell.slice(0, 10) : parseDate(cell)?.iso;
  const plain = plainText(withoutStruck(cell.slice(0, LONGEST)));
  const current = (plain.split(/→|->/).at(-1) ?? "").trim();
  const date = parseDate(current) ?? findDate(current);
  if (date === undefined) return undefined;
  const words = current.slice(0, date.start).trim().split(/\s+/);
  return words.length > LEAD ? undefined : date.iso;
}
