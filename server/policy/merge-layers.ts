/** Merges the layers of a policy: a later layer was written closer to the team and counts for more. */
import { foldKey } from "../base/fold";
import type { Data } from "./plain-data";
import type { RawPolicy } from "./schema";

export interface MergedPolicy {
  readonly policy: RawPolicy;
  /** The layer that set the severity of a field last, by the path of keys that lead to it: see `originKey`. */
  readonly severityLayers: ReadonlyMap<string, number>;
}

/**
 * Maps merge by key, everything else replaces. A `null` stays, because it also takes away what a class inherits
 * from the shared fields, and a kind from its class. Names compare folded; the later spelling wins.
 */
export function mergeLayers(layers: readonly RawPolicy[]): MergedPolicy {
  const severityLayers = new Map<string, number>();
  let merged: Data = {};
  layers.forEach((layer, index) => {
    merged = merge(merged, layer as Data, [], (path) => severityLayers.set(originKey(path), index));
  });
  return { policy: merged as RawPolicy, severityLayers };
}

export function originKey(path: readonly string[]): string {
  return path.map(foldKey).join("\n");
}

/** Two maps in one, by the same reading. */
export function mergeMaps<T extends object>(lower: T, higher: T): T {
  return merge(lower as Data, higher as Data, [], () => {}) as T;
}

type OnSeverity = (path: readonly string[]) => void;

function merge(lower: Data, higher: Data, path: readonly string[], onSeverity: OnSeverity): Data {
  if (!isMap(higher)) return higher;
  if (!isMap(lower)) {
    findSeverities(higher, path, onSeverity);
    return higher;
  }
  const entries = new Map(Object.entries(lower).map((entry) => [foldKey(entry[0]), entry]));
  for (const [key, value] of Object.entries(higher)) {
    if (value === undefined) continue;
    const inside = [...path, key];
    const folded = foldKey(key);
    entries.set(folded, [key, merge(entries.get(folded)?.[1] ?? null, value, inside, onSeverity)]);
    if (key === "severity" && typeof value === "string") onSeverity(inside);
  }
  return Object.fromEntries(entries.values());
}

function findSeverities(data: Data, path: readonly string[], onSeverity: OnSeverity): void {
  if (!isMap(data)) return;
  for (const [key, value] of Object.entries(data)) {
    if (key === "severity" && typeof value === "string") onSeverity([...path, key]);
    else findSeverities(value, [...path, key], onSeverity);
  }
}

function isMap(data: Data): data is { readonly [key: string]: Data } {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
