/** A document past its first version has no change log. */

import { isInitial, readVersions } from "../change-log";
import { addChangeLog } from "../change-log-fixes";
import { headRange } from "../fields";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "lifecycle/missing-change-log",
  summary: "A document past its first version has no change log.",
  why: "A version number tells that something changed; only the log tells what.",
  guide: "Versioning Rules (§5)",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, today }) {
    if (document.changeLog() !== undefined) return;
    const versions = readVersions(document);
    if (versions?.written === undefined || versions.version === undefined) return;
    if (isInitial(versions.version, versions.policy)) return;
    const { written, version } = versions;
    return {
      at: headRange(document.text, written, version.text),
      message: `This document is at version ${version.text} and has no change log. ${versions.policy.why ?? "Readers need to see what changed."}`,
      field: written.key,
      needsDecision: true,
      fixes: () => [addChangeLog(document, version.text, today)],
    };
  },
};
