/** Resolves the value of a class field, in the many ways in which it is written. */
import { findClosest } from "../base/closest";
import { foldKey } from "../base/fold";
import { plainValue } from "../base/plain-value";
import type { DocumentClass, Policy } from "./types";

export type ResolvedClassName =
  | { readonly kind: "class"; readonly class: DocumentClass }
  | { readonly kind: "unknown"; readonly nearest: DocumentClass | undefined }
  | { readonly kind: "contradictory"; readonly classes: readonly DocumentClass[] };

export function resolveClassName(value: string, policy: Policy): ResolvedClassName {
  const plain = plainValue(value);
  const find = (text: string): DocumentClass | undefined => policy.classes.find((each) => each.keys.includes(foldKey(text)));
  const whole = find(plain);
  if (whole !== undefined) return { kind: "class", class: whole };
  const parts = plain.split(/\s*[()[\]]\s*|\s+[—–-]+\s+|\s*[—–,;:]\s*/).filter((part) => part !== "");
  const head = find(parts[0] ?? "");
  if (head === undefined) {
    const closest = findClosest(foldKey(plain), policy.classes.flatMap((each) => each.keys)) ?? findClosest(foldKey(parts[0] ?? ""), policy.classes.flatMap((each) => each.keys));
    return { kind: "unknown", nearest: closest === undefined ? undefined : policy.classes.find((each) => each.keys.includes(closest)) };
  }
  const others = parts.slice(1).map(find).filter((each) => each !== undefined && each !== head) as DocumentClass[];
  return others.length === 0 ? { kind: "class", class: head } : { kind: "contradictory", classes: [head, ...new Set(others)] };
}
