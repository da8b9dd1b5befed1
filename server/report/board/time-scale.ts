/** Where days lie on the time line: as far apart as they are, but for long stretches in which nothing is due. */
import { daysBetween } from "../../base/date";

export interface Scale {
  /** In pixels, for one of the dates that the scale was made of. */
  readonly at: (date: string) => number;
  /** Each date once, in order. */
  readonly ticks: readonly { readonly date: string; readonly x: number }[];
  /** The middles of the stretches that are drawn shorter than they are. */
  readonly breaks: readonly { readonly x: number; readonly days: number }[];
}

/** A stretch without any date is drawn no longer than so many days. */
const LONGEST_GAP = 21;

/** `dates` are ISO dates; they lie from `left` over a width of `width`, in pixels. */
export function createScale(dates: readonly string[], left: number, width: number): Scale {
  const days = [...new Set(dates)].sort();
  const places = new Map<string, number>();
  const gaps: { readonly middle: number; readonly days: number }[] = [];
  let end = 0;
  for (const [index, date] of days.entries()) {
    const before = days[index - 1];
    const gap = before === undefined ? 0 : daysBetween(before, date);
    const drawn = Math.min(gap, LONGEST_GAP);
    if (drawn < gap) gaps.push({ middle: end + drawn / 2, days: gap });
    end += drawn;
    places.set(date, end);
  }
  const toPixels = (day: number) => Math.round(left + (end === 0 ? width / 2 : (day / end) * width));
  const at = (date: string) => toPixels(places.get(date) ?? 0);
  return {
    at,
    ticks: days.map((date) => ({ date, x: at(date) })),
    breaks: gaps.map(({ middle, days: length }) => ({ x: toPixels(middle), days: length })),
  };
}
