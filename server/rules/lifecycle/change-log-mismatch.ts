/** The header's version and the change log's highest entry differ. */
import { compareVersions } from "../../base/version";
import { highestEntry, isInitial, readVersions } from "../change-log";
import { addChangeLogEntry } from "../body-fixes";
import { replace } from "../fixes";
import type { Fix, Rule } from "../rule";

export const rule: Rule = {
  id: "lifecycle/change-log-mismatch",
  summary: "The header's version is not the change log's highest one.",
  why: "Readers cite the header's version and read the log to learn what it means; when they differ, neither can be trusted.",
  guide: "Versioning Rules (§5)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  *check({ document, today }) {
    const versions = readVersions(document);
    if (versions?.written === undefined || versions.version === undefined || versions.log === undefined) return;
    const { written, version, log } = versions;
    const highest = highestEntry(log);
    if (highest === undefined) {
      if (isInitial(version, versions.policy)) return;
      yield {
        at: written.valueRange,
        message: `The header says version ${version.text}, the change log has no entry. ${versions.policy.why ?? "Readers need to see what changed."}`,
        field: written.key,
        fixes: () => addChangeLogEntry(document, log, version.text, today),
      };
      return;
    }
    const order = compareVersions(version, highest.version);
    if (order === 0) return;
    yield {
      at: written.valueRange,
      message: `The header says version ${version.text}, the ${log.entries.length === 1 ? "only" : "highest"} change-log entry is ${highest.version.text}. Readers cannot tell which one they hold.`,
      field: written.key,
      related: [{ at: highest.range, message: `the change log says ${highest.version.text}` }],
      fixes: () => {
        const setVersion: Fix = replace(`Set ${written.key} to ${highest.version.text}`, written.valueRange, prefixed(written.value, highest.version.text), false);
        return order < 0 ? [setVersion] : [...addChangeLogEntry(document, log, version.text, today), setVersion];
      },
    };
  },
};

/** Keeps a leading `v` where the header writes one. */
function prefixed(value: string, version: string): string {
  return /^v/i.test(value) ? `${value[0]}${version}` : version;
}
