/** The entries of a change log are neither newest first nor oldest first. */
import { compareVersions } from "../../base/version";
import type { ChangeLogEntry } from "../../document/change-log";
import { readVersions } from "../change-log";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "lifecycle/change-log-order",
  summary: "The entries of a change log are out of order.",
  why: "A log is read from one end; an entry in the wrong place is taken for an older change than it is.",
  guide: "Versioning Rules (§5)",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  *check({ document }) {
    const entries = readVersions(document)?.log?.entries ?? [];
    const first = entries[0];
    const last = entries.at(-1);
    if (first === undefined || last === undefined || entries.length < 3) return;
    const newestFirst = countSteps(entries, -1) >= countSteps(entries, 1);
    for (let i = 1; i < entries.length; i++) {
      const before = entries[i - 1] as ChangeLogEntry;
      const entry = entries[i] as ChangeLogEntry;
      const step = compareVersions(entry.version, before.version);
      if (newestFirst ? step <= 0 : step >= 0) continue;
      yield {
        at: entry.range,
        message: `${entry.version.text} stands below ${before.version.text}, while this change log runs ${newestFirst ? "newest" : "oldest"} first. Move the entry to its place.`,
      };
      return;
    }
  },
};

function countSteps(entries: readonly ChangeLogEntry[], direction: 1 | -1): number {
  let count = 0;
  for (let i = 1; i < entries.length; i++) {
    const step = compareVersions((entries[i] as ChangeLogEntry).version, (entries[i - 1] as ChangeLogEntry).version);
    if (Math.sign(step) === direction) count++;
  }
  return count;
}
