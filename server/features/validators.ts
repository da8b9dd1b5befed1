/** Who validates gates and declares transitions: the roles that a question offers, spelled as the document does. */
import { plainValue } from "../base/plain-value";
import { processOf } from "../process/read-process";
import { fieldOfType } from "../rules/fields";
import { isUnset } from "../workspace/field-values";
import type { GovernedDocument } from "../workspace/types";

/** `Pass — PMO Lead, 2026-02-20` */
const SIGNED = /[—–-]\s*([^—–]+?),\s*\d{4}-\d{2}-\d{2}/;

/** Who has validated the document's items and declared its transitions, the most frequent first; then its owner. */
export function knownValidators(document: GovernedDocument): readonly string[] {
  const { gates, transitions } = processOf(document);
  const roles = new Map<string, number>();
  const texts = gates.flatMap(({ items }) => items.flatMap(({ proofs }) => proofs.validation ?? []));
  for (const { text, verdict } of texts) {
    const role = verdict === "given" ? SIGNED.exec(text)?.[1] : undefined;
    if (role !== undefined) count(roles, plainValue(role));
  }
  for (const { cells } of transitions) {
    const role = plainValue(cells.declaredBy?.text ?? "");
    if (!isUnset(role, document.policy)) count(roles, role);
  }
  return [...new Set([...ranked(roles), ...ownerOf(document)])];
}

function ownerOf(document: GovernedDocument): string[] {
  const documentClass = document.classification?.class;
  const field = documentClass && fieldOfType(documentClass, "role");
  const written = field && document.fieldOf(field);
  return written === undefined || isUnset(written.value, document.policy) ? [] : [plainValue(written.value)];
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function ranked(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
}
