/** The versions that a document is known to have had: its header's, and those of its change log. */
import { parseVersion, type Version } from "../base/version";
import { type ChangeLog, findChangeLog } from "../document/change-log";
import type { FieldPolicy } from "../policy/types";
import type { GovernedDocument } from "./types";

export interface DocumentVersions {
  readonly current: Version;
  /** Of the change log, in its order; older ones may be missing. */
  readonly logged: readonly Version[];
}

/** Undefined for a document whose header states none; of one that no class claims, by whatever name a class has for it. */
export function versionsIn(document: GovernedDocument): DocumentVersions | undefined {
  const current = parseVersion(writtenVersion(document) ?? "");
  if (current === undefined) return undefined;
  return { current, logged: logOf(document)?.entries.map(({ version }) => version) ?? [] };
}

function logOf(document: GovernedDocument): ChangeLog | undefined {
  if (document.classification !== undefined) return document.changeLog();
  const headings = document.policy.classes.flatMap(({ changeLog }) => changeLog?.keys ?? []);
  return findChangeLog(document.parsed, [...new Set(headings)]);
}

function writtenVersion(document: GovernedDocument): string | undefined {
  const { classification, parsed, policy } = document;
  if (classification !== undefined) {
    const field = classification.class.fields.find(isVersion);
    return field && document.fieldOf(field)?.value;
  }
  const keys = new Set(
    policy.classes.flatMap(({ fields }) => fields.filter(isVersion).flatMap((each) => each.keys)),
  );
  return parsed.header.fields.find(({ folded }) => keys.has(folded))?.value;
}

function isVersion({ type }: FieldPolicy): boolean {
  return type === "version";
}
