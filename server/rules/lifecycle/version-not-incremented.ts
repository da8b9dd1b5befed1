/** A document's text was changed, its version was not. */

import { headOfValue } from "../../base/plain-value";
import { compareVersions, parseVersion, type Version } from "../../base/version";
import { findState } from "../../workspace/field-values";
import type { GovernedDocument } from "../../workspace/types";
import { changedSince, fieldBefore, sinceWhen } from "../body-changes";
import { readVersions } from "../change-log";
import { addChangeLogEntry } from "../change-log-fixes";
import { fieldOfType, headRange } from "../fields";
import type { Fix, Rule } from "../rule";

export const rule: Rule = {
  id: "lifecycle/version-not-incremented",
  summary: "A document was changed and its version was not incremented.",
  why: "Readers cite a version; two texts under one version are two truths. Only typos and formatting need none.",
  guide: "Versioning Rules (§5)",
  since: "0.1.0",
  severity: "information",
  fixable: true,
  reads: "history",
  check({ document, history, today }) {
    const before = changedSince(document, history);
    const versions = before && readVersions(document);
    if (before === undefined || versions?.written === undefined || versions.version === undefined)
      return undefined;
    const { documentClass, written, version, log } = versions;
    if (isBeingWritten(document)) return undefined;
    const field = fieldOfType(documentClass, "version");
    const earlier = field && fieldBefore(before, field.keys);
    const old = earlier && parseVersion(headOfValue(earlier.value));
    if (old === undefined || compareVersions(version, old) !== 0) return undefined;
    const at = headRange(document.text, written, version.text);
    return {
      at,
      message: `The text was changed since ${sinceWhen(history)}, and the version is still ${version.text}. A change of meaning needs a new version and a change-log entry; typos and formatting do not.`,
      field: written.key,
      needsDecision: true,
      fixes: () =>
        (["minor", "major"] as const).map((part): Fix => {
          const next = increment(version, part);
          const entry = log === undefined ? [] : addChangeLogEntry(document, log, next, today);
          return {
            title: `Increment to ${next}, a ${part} change`,
            safe: false,
            edits: [{ range: at, newText: next }, ...(entry[0]?.edits ?? [])],
          };
        }),
    };
  },
};

/** In its first state a document is a draft, of which nobody has a version yet. */
function isBeingWritten(document: GovernedDocument): boolean {
  const documentClass = document.classification?.class;
  const field = documentClass && fieldOfType(documentClass, "state");
  const written = field && document.fieldOf(field);
  const state = documentClass && written && findState(written.value, documentClass);
  return state !== undefined && state === documentClass?.states[0] && state.next.length > 0;
}

/** `1.2` becomes `1.3` or `2.0`, `1.2.3` becomes `1.3.0` or `2.0.0`. */
function increment({ numbers }: Version, part: "minor" | "major"): string {
  const [major = 0, minor = 0, ...rest] = numbers;
  const next = part === "minor" ? [major, minor + 1] : [major + 1, 0];
  return [...next, ...rest.map(() => 0)].join(".");
}
