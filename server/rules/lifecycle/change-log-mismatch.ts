/** The header's version and the change log's highest entry differ. */
import { compareVersions } from "../../base/version";
import { highestEntry, isInitial, readVersions } from "../change-log";
import { addChangeLogEntry } from "../change-log-fixes";
import { headRange } from "../fields";
import { replace } from "../fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "lifecycle/change-log-mismatch",
  summary: "The header's version is not the change log's highest one.",
  why: "Readers cite the header's version and read the log to learn what it means; when they differ, neither can be trusted.",
  guide: "Versioning Rules (§5)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, today }) {
    const versions = readVersions(document);
    if (versions?.written === undefined || versions.version === undefined || versions.log === undefined)
      return;
    const { written, version, log, policy } = versions;
    const highest = highestEntry(log);
    const order = highest === undefined ? 1 : compareVersions(version, highest.version);
    // the first version needs no entry, even where the log holds its drafts
    if (order === 0 || (order > 0 && isInitial(version, policy))) return;
    const at = headRange(document.text, written, version.text);
    if (highest === undefined) {
      return {
        at,
        message: `The header says version ${version.text}, but the change log has no entry for it. ${policy.why ?? "Readers need to see what changed."}`,
        field: written.key,
        fixes: () => addChangeLogEntry(document, log, version.text, today),
      };
    }
    const setVersion = replace(
      `Set ${written.key} to ${highest.version.text}`,
      at,
      highest.version.text,
      false,
    );
    return {
      at,
      message: `The header says version ${version.text}, the ${log.entries.length === 1 ? "only" : "highest"} change-log entry is ${highest.version.text}. Readers cannot tell which one they hold.`,
      field: written.key,
      related: [{ at: highest.range, message: `the change log says ${highest.version.text}` }],
      fixes: () =>
        order < 0 ? [setVersion] : [...addChangeLogEntry(document, log, version.text, today), setVersion],
    };
  },
};
