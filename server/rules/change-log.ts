/** What the change-log rules share: the header's version and the log that must agree with it. */
import { headOfValue } from "../base/plain-value";
import { compareVersions, isVersion, parseVersion, type Version } from "../base/version";
import type { ChangeLog, ChangeLogEntry } from "../document/change-log";
import type { HeaderField } from "../document/types";
import type { ChangeLogPolicy, DocumentClass } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";
import { classOf, fieldOfType } from "./fields";

export interface VersionedDocument {
  readonly documentClass: DocumentClass;
  readonly policy: ChangeLogPolicy;
  readonly log: ChangeLog | undefined;
  /** The header's version field, where it holds a version. */
  readonly written: HeaderField | undefined;
  readonly version: Version | undefined;
}

/** Undefined when the document's class keeps no change log. */
export function readVersions(document: GovernedDocument): VersionedDocument | undefined {
  const documentClass = classOf(document);
  const policy = documentClass?.changeLog;
  if (documentClass === undefined || policy === undefined) return undefined;
  const field = fieldOfType(documentClass, "version");
  const written = field && document.fieldOf(field);
  // a version of another form has its own finding
  const version =
    written && isVersion(headOfValue(written.value)) ? parseVersion(headOfValue(written.value)) : undefined;
  return { documentClass, policy, log: document.changeLog(), written, version };
}

/** True when the version needs no entry yet. */
export function isInitial(version: Version, policy: ChangeLogPolicy): boolean {
  const initial = parseVersion(policy.initialVersion);
  return initial !== undefined && compareVersions(version, initial) <= 0;
}

export function highestEntry(log: ChangeLog): ChangeLogEntry | undefined {
  let highest: ChangeLogEntry | undefined;
  for (const entry of log.entries) {
    if (highest === undefined || compareVersions(entry.version, highest.version) > 0) highest = entry;
  }
  return highest;
}
