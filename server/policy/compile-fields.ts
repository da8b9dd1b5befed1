/** The fields of a class or kind: what it says of them over the shared ones. */
import { foldKey } from "../base/fold";
import { compileConditions } from "./compile-conditions";
import { originKey } from "./merge-layers";
import type { RawField } from "./schema";
import type { FieldPolicy } from "./types";

/** One map of fields, and the path of keys that leads to it. */
export interface FieldLevel {
  readonly fields: Readonly<Record<string, RawField | null>> | null | undefined;
  readonly path: readonly string[];
}

interface Gathered {
  readonly name: string;
  readonly field: RawField;
  /** Where the severity was set. */
  readonly severityAt: readonly string[] | undefined;
}

/**
 * `shared` only completes what the other levels name; each of `levels` changes the one before it, where `null`
 * takes a field away.
 */
export function compileFields(
  shared: FieldLevel,
  levels: readonly FieldLevel[],
  severityLayers: ReadonlyMap<string, number>,
): FieldPolicy[] {
  const bases = gather(new Map(), shared);
  const gathered = levels.reduce((lower, level) => gather(lower, level, bases), new Map<string, Gathered>());
  return [...gathered.values()].map(({ name, field, severityAt }): FieldPolicy => {
    const layer = severityAt === undefined ? undefined : severityLayers.get(originKey(severityAt));
    return {
      name,
      keys: foldAll([name, ...(field.aliases ?? []), ...(field.headings ?? [])]),
      type: field.type ?? "text",
      required: field.required ?? false,
      requiredWhile: compileConditions(field.requiredWhile),
      headings: foldAll(field.headings ?? []),
      list: field.list ?? false,
      longest: field.longest ?? undefined,
      longestWhile: compileConditions(field.longestWhile),
      fileName: field.fileName ?? undefined,
      severity: field.severity ? { value: field.severity, layer: layer ?? 0 } : undefined,
      values: field.values ?? [],
      default: field.default ?? undefined,
      why: field.why ?? undefined,
      placeholderWhile: compileConditions(field.placeholderWhile),
      future: field.future ?? false,
    };
  });
}

function gather(
  lower: ReadonlyMap<string, Gathered>,
  { fields, path }: FieldLevel,
  bases: ReadonlyMap<string, Gathered> = new Map(),
): Map<string, Gathered> {
  const gathered = new Map(lower);
  for (const [name, field] of Object.entries(fields ?? {})) {
    const key = foldKey(name);
    if (field === null) {
      gathered.delete(key);
      continue;
    }
    const base = gathered.get(key) ?? bases.get(key);
    const severityAt = field.severity === undefined ? base?.severityAt : [...path, name, "severity"];
    gathered.set(key, { name, field: { ...base?.field, ...field }, severityAt });
  }
  return gathered;
}

/** Folded, each once; what folds to nothing names nothing. */
export function foldAll(words: readonly string[]): string[] {
  return [...new Set(words.map(foldKey))].filter((word) => word !== "");
}
