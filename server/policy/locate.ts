/** Finds the place in a policy file at which a key or a value stands. */
import { type Range, range } from "../base/range";
import type { YamlNode } from "../base/yaml";

/** Keys of maps and indexes of lists, from the outermost value inwards. */
export type Path = readonly (string | number)[];

interface Place {
  /** The last key on the way; undefined when there is none, as for a list at the top. */
  readonly key: Range | undefined;
  readonly node: YamlNode;
}

/** The key at the end of `path`; for an item of a list, the item. */
export function locateKey(root: YamlNode, path: Path, text: string): Range {
  const { key, node } = find(root, path);
  const inList = typeof path.at(-1) === "number";
  return inList || key === undefined ? firstLine(node, text) : key;
}

/** The value at the end of `path`, or its key where the value takes several lines. */
export function locateValue(root: YamlNode, path: Path, text: string): Range {
  const { key, node } = find(root, path);
  const inList = typeof path.at(-1) === "number";
  const spread =
    node.range.start === node.range.end || /[\r\n]/.test(text.slice(node.range.start, node.range.end));
  return spread && !inList && key !== undefined ? key : firstLine(node, text);
}

/** The value at the end of `path`, or undefined where nothing is written. */
export function findNode(root: YamlNode, path: Path): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of path) {
    if (node?.kind === "list") node = typeof step === "number" ? node.items[step] : undefined;
    else if (node?.kind === "map") node = node.byKey.get(String(step))?.value;
    else return undefined;
  }
  return node;
}

/** As far along the path as there is something: of a single value that stands for a list, the value. */
function find(root: YamlNode, path: Path): Place {
  let place: Place = { key: undefined, node: root };
  for (const step of path) {
    const { node } = place;
    if (node.kind === "list") {
      const item = typeof step === "number" ? node.items[step] : undefined;
      if (item === undefined) return place;
      place = { key: place.key, node: item };
    } else if (node.kind === "map" && typeof step === "string") {
      const entry = node.byKey.get(step);
      if (entry === undefined) return place;
      place = { key: entry.keyRange, node: entry.value };
    }
  }
  return place;
}

/** Of a map in several lines its first key, of any other value the part on its first line. */
function firstLine(node: YamlNode, text: string): Range {
  const { start, end } = node.range;
  const lineEnd = text.slice(start, end).search(/[\r\n]/);
  if (lineEnd < 0) return node.range;
  const first = node.kind === "map" ? node.entries[0] : undefined;
  return first?.keyRange ?? range(start, start + lineEnd);
}
