/** Tells which class a header's value names, in whatever of the usual ways it is written. */
import { findClosest } from "../base/closest";
import { foldKey } from "../base/fold";
import { plainValue } from "../base/plain-value";
import type { DocumentClass, Policy } from "./types";

export type ResolvedClassName =
  | { readonly kind: "class"; readonly class: DocumentClass }
  /** `nearest` is the class that was probably meant. */
  | { readonly kind: "unknown"; readonly nearest: DocumentClass | undefined }
  /** The parts of the value name different classes. */
  | { readonly kind: "contradictory"; readonly classes: readonly DocumentClass[] };

/** What separates the parts of a value: brackets, dashes that stand for themselves, colons, commas. */
const SEPARATOR = /\s*[()[\]]\s*|\s*[—–]\s*|\s+-{1,3}\s+|\s*[,;:/|]\s+/;

/** The whole value or its head must name a class, and no other part of it may name another one. */
export function resolveClassName(value: string, policy: Pick<Policy, "classes">): ResolvedClassName {
  const plain = plainValue(value);
  const folded = foldKey(plain);
  const whole = policy.classes.find((each) => each.keys.includes(folded));
  if (whole !== undefined) return { kind: "class", class: whole };
  const byKey = new Map<string, DocumentClass>();
  for (const each of policy.classes) for (const key of each.keys) if (!byKey.has(key)) byKey.set(key, each);
  const parts = plain
    .split(SEPARATOR)
    .map(foldKey)
    .filter((part) => part !== "");
  const named = [...new Set(parts.flatMap((part) => byKey.get(part) ?? []))];
  const head = byKey.get(parts[0] ?? "");
  const unknownNumber = parts.some((part) => /^class \d+$/.test(part) && !byKey.has(part));
  if (head === undefined || unknownNumber)
    return { kind: "unknown", nearest: nearestClass([folded, ...parts], byKey) };
  return named.length > 1 ? { kind: "contradictory", classes: named } : { kind: "class", class: head };
}

/** By the whole value first, then by its head, and at last by a part that names a class exactly. */
function nearestClass(
  parts: readonly string[],
  byKey: ReadonlyMap<string, DocumentClass>,
): DocumentClass | undefined {
  for (const part of parts.slice(0, 2)) {
    const closest = findClosest(part, byKey.keys());
    if (closest !== undefined) return byKey.get(closest);
  }
  return parts.flatMap((part) => byKey.get(part) ?? [])[0];
}
