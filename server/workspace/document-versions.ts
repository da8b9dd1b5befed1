/** The versions that a document is known to have had: its header's, and those of its change log. */
import { parseVersion, type Version } from "../base/version";
import type { GovernedDocument } from "./types";

export interface DocumentVersions {
  readonly current: Version;
  /** Of the change log, in its order; older ones may be missing. */
  readonly logged: readonly Version[];
}

/** Undefined for a document whose header states none. */
export function versionsIn(document: GovernedDocument): DocumentVersions | undefined {
  const documentClass = document.classification?.class;
  const field = documentClass?.fields.find(({ type }) => type === "version");
  const current = parseVersion((field && document.fieldOf(field)?.value) ?? "");
  if (current === undefined) return undefined;
  return { current, logged: document.changeLog()?.entries.map(({ version }) => version) ?? [] };
}
