/** Where the policy files of a workspace declare a class, a kind, a state or a field. */
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import { parseYaml, type YamlEntry, type YamlNode } from "../base/yaml";
import { resolvePath } from "./resolve-path";

export interface Declaration {
  /** Of the policy file, relative to the root. */
  readonly path: string;
  /** Of the key, in that file. */
  readonly range: Range;
}

/**
 * The keys at the end of `steps`, such as `["classes", "canonical", "fields", "Owner"]`: in the file at `path` first,
 * then in the files that it builds on. None for what only a built-in profile declares. Files with broken YAML are left out.
 */
export function findDeclarations(
  path: string,
  steps: readonly string[],
  readFile: (path: string) => string | undefined,
): readonly Declaration[] {
  const found: Declaration[] = [];
  const seen = new Set<string>();
  const look = (file: string): void => {
    const text = seen.has(file) ? undefined : readFile(file);
    seen.add(file);
    const root = text === undefined ? undefined : parseYaml(text).root;
    if (root === undefined) return;
    const entry = findEntry(root, steps);
    if (entry !== undefined) found.push({ path: file, range: entry.keyRange });
    for (const extended of extendedFiles(file, root).reverse()) look(extended);
  };
  look(path);
  return found;
}

/** Names compare by their words, as they do when layers are merged. */
function findEntry(root: YamlNode, steps: readonly string[]): YamlEntry | undefined {
  let entry: YamlEntry | undefined;
  for (const step of steps) {
    const node: YamlNode = entry?.value ?? root;
    if (node.kind !== "map") return undefined;
    entry = node.byKey.get(step) ?? node.entries.find(({ key }) => foldKey(key) === foldKey(step));
    if (entry === undefined) return undefined;
  }
  return entry;
}

function extendedFiles(file: string, root: YamlNode): string[] {
  const value = root.kind === "map" ? root.byKey.get("extends")?.value : undefined;
  const names = value === undefined ? [] : value.kind === "list" ? value.items : [value];
  return names.flatMap((name) => {
    const target = name.kind === "scalar" ? resolvePath(file, name.source) : undefined;
    return target?.kind === "path" ? [target.path] : [];
  });
}
