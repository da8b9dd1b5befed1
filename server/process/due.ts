/** The date that a deadline cell names. */
import { findDate, parseDate } from "../base/date";
import { plainValue } from "../base/plain-value";
import { withoutStruck } from "./words";

/** A date or time stamp and nothing else: the common case. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:T[\d:]+Z)?$/;
/** How many words may lead up to the date: `by`, `no later than`. */
const LEAD = 4;

/**
 * ISO date, or undefined where the cell holds words only (`ASAP`, `Before v1.6.1`). A date that is struck through
 * or that an arrow replaces by a later one does not count.
 */
export function readDue(cell: string): string | undefined {
  if (!/\d{4}/.test(cell)) return undefined;
  if (ISO.test(cell)) return parseDate(cell)?.iso;
  const plain = plainValue(withoutStruck(cell));
  const current = (plain.split(/→|->/).at(-1) ?? "").trim();
  const date = parseDate(current) ?? findDate(current);
  if (date === undefined) return undefined;
  const words = current.slice(0, date.start).trim().split(/\s+/);
  return words.length > LEAD ? undefined : date.iso;
}
