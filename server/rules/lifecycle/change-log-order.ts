/** The entries of a change log are neither newest first nor oldest first. */
import { compareVersions } from "../../base/version";
import type { ChangeLogEntry } from "../../document/change-log";
import { moveChangeLogEntry } from "../change-log-fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "lifecycle/change-log-order",
  summary: "The entries of a change log are out of order.",
  why: "A log is read from one end; an entry in the wrong place is taken for an older change than it is.",
  guide: "Versioning Rules (§5)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const log = document.changeLog();
    const entries = log?.entries ?? [];
    // two entries are in some order, whichever it is
    if (log === undefined || entries.length < 3) return;
    const newestFirst = isNewestFirst(entries);
    for (let i = 1; i < entries.length; i++) {
      const above = entries[i - 1] as ChangeLogEntry;
      const below = entries[i] as ChangeLogEntry;
      if (isOrdered(above, below, newestFirst)) continue;
      const next = entries[i + 1];
      const before = entries[i - 2];
      // which of the two is in the wrong place? the one without which the others are in order
      const aboveIsWrong =
        next !== undefined &&
        !isOrdered(above, next, newestFirst) &&
        (before === undefined || isOrdered(before, below, newestFirst));
      const wrong = aboveIsWrong ? i - 1 : i;
      return {
        at: (aboveIsWrong ? above : below).range,
        message: `${
          aboveIsWrong
            ? `${above.version.text} stands above ${below.version.text}`
            : `${below.version.text} stands below ${above.version.text}`
        }, while this change log runs ${newestFirst ? "newest" : "oldest"} first. Move the entry to its place.`,
        needsDecision: true,
        fixes: () => moveChangeLogEntry(document, log, wrong, placeOf(entries, wrong, newestFirst)),
      };
    }
  },
};

/** Before the first of the others that it may stand above; behind them all where there is none. */
function placeOf(entries: readonly ChangeLogEntry[], wrong: number, newestFirst: boolean): number {
  const moved = entries[wrong] as ChangeLogEntry;
  const others = entries.filter((_, index) => index !== wrong);
  const place = others.findIndex((other) => isOrdered(moved, other, newestFirst));
  return place < 0 ? others.length : place;
}

function isOrdered(above: ChangeLogEntry, below: ChangeLogEntry, newestFirst: boolean): boolean {
  const step = compareVersions(below.version, above.version);
  return newestFirst ? step <= 0 : step >= 0;
}

/** By the direction of most steps; where they are even, by the two ends. */
function isNewestFirst(entries: readonly ChangeLogEntry[]): boolean {
  let steps = 0;
  for (let i = 1; i < entries.length; i++) {
    const above = entries[i - 1] as ChangeLogEntry;
    steps += Math.sign(compareVersions((entries[i] as ChangeLogEntry).version, above.version));
  }
  if (steps !== 0) return steps < 0;
  return (
    compareVersions((entries.at(-1) as ChangeLogEntry).version, (entries[0] as ChangeLogEntry).version) <= 0
  );
}
