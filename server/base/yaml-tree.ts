/** Turns the nodes of the YAML library into a tree of values with ranges: aliases and merge keys resolved. */
import {
  type Alias,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import { type Range, range } from "./range";
import type { YamlEntry, YamlNode, YamlProblem } from "./yaml";

interface Building {
  readonly text: string;
  readonly offset: number;
  readonly problems: YamlProblem[];
  /** What each anchor stands for; undefined while its own value is being read. */
  readonly anchors: Map<string, Sized | undefined>;
  /** The values that aliases have added so far. */
  aliased: number;
  depth: number;
}

export interface Sized {
  readonly node: YamlNode;
  /** The number of values inside, aliases counted in full. */
  readonly size: number;
}

/** How many values aliases may add to a text: half a page of aliases can stand for billions. */
const MAX_ALIASED = 10_000;
const MAX_DEPTH = 200;

/** Ranges are shifted by `offset`; problems are added to `problems`. */
export function buildYamlTree(
  contents: Node | null,
  text: string,
  offset: number,
  problems: YamlProblem[],
): Sized | undefined {
  const building: Building = { text, offset, problems, anchors: new Map(), aliased: 0, depth: 0 };
  return build(contents, 0, building);
}

function build(node: unknown, emptyAt: number, building: Building): Sized | undefined {
  if (isAlias(node)) return buildAlias(node, building);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor !== undefined) building.anchors.set(anchor, undefined);
  building.depth++;
  const built =
    building.depth > MAX_DEPTH ? refuseDepth(node, building) : buildValue(node, emptyAt, building);
  building.depth--;
  if (anchor !== undefined && built !== undefined) building.anchors.set(anchor, built);
  return built;
}

function buildValue(node: unknown, emptyAt: number, building: Building): Sized | undefined {
  if (isMap(node)) return buildMap(node, building);
  if (isSeq(node)) {
    const items = node.items
      .map((item) => build(item, emptyAt, building))
      .filter((item) => item !== undefined);
    const size = items.reduce((sum, item) => sum + item.size, 1);
    return {
      node: { kind: "list", range: rangeOf(node, emptyAt, building), items: items.map((item) => item.node) },
      size,
    };
  }
  const at = rangeOf(node, emptyAt, building);
  if (!isScalar(node))
    return { node: { kind: "scalar", range: at, value: null, source: "", empty: true }, size: 1 };
  const { value } = node;
  const known = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  const source = typeof value === "string" ? value : (node.source ?? String(value));
  const empty = value === null && at.start === at.end;
  return { node: { kind: "scalar", range: at, value: known ? value : null, source, empty }, size: 1 };
}

function buildMap(map: YAMLMap, building: Building): Sized {
  const entries = new Map<string, YamlEntry>();
  const merged = new Map<string, YamlEntry>();
  let size = 1;
  for (const pair of map.items) {
    if (!isPair(pair)) continue;
    const { key, value } = pair as Pair<unknown, unknown>;
    const keyRange = rangeOf(key, 0, building);
    const built = build(value, keyRange.end - building.offset, building);
    if (!isScalar(key)) {
      const written = key === null ? "Nothing" : isAlias(key) ? "An alias" : isMap(key) ? "A map" : "A list";
      report(building, keyRange, `${written} cannot be a key.`);
      continue;
    }
    if (built === undefined) continue;
    size += built.size;
    const name = typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
    if (name === "<<" && key.type === "PLAIN") addMissing(merged, mergeEntries(built.node, building));
    else if (entries.has(name))
      report(building, keyRange, `\`${name}\` stands here twice; the first one counts.`);
    else entries.set(name, { key: name, keyRange, value: built.node });
  }
  addMissing(entries, merged.values());
  const at = rangeOf(map, 0, building);
  return { node: { kind: "map", range: at, entries: [...entries.values()], byKey: entries }, size };
}

function addMissing(entries: Map<string, YamlEntry>, others: Iterable<YamlEntry>): void {
  for (const entry of others) if (!entries.has(entry.key)) entries.set(entry.key, entry);
}

/** The entries that `<<` brings in: of a map, or of several in a list, where the first one with a key wins. */
function mergeEntries(node: YamlNode, building: Building): YamlEntry[] {
  const maps = node.kind === "list" ? node.items : [node];
  return maps.flatMap((each) => {
    if (each.kind === "map") return each.entries;
    report(building, each.range, "`<<` takes in the keys of a map, and this is none.");
    return [];
  });
}

function buildAlias(alias: Alias, building: Building): Sized | undefined {
  const at = rangeOf(alias, 0, building);
  const target = building.anchors.get(alias.source);
  if (target === undefined) {
    const known = building.anchors.has(alias.source);
    const message = known
      ? `\`*${alias.source}\` stands inside of what it refers to.`
      : `\`*${alias.source}\` refers to nothing: no \`&${alias.source}\` stands above it.`;
    report(building, at, message);
    return undefined;
  }
  const before = building.aliased;
  building.aliased += target.size;
  if (building.aliased > MAX_ALIASED) {
    const message = `With \`*${alias.source}\`, the aliases of this file stand for more than ${MAX_ALIASED} values. Write out what is meant.`;
    if (before <= MAX_ALIASED) building.problems.push({ range: at, message, fatal: true });
    return undefined;
  }
  return { node: { ...target.node, range: at }, size: target.size };
}

function refuseDepth(node: unknown, building: Building): undefined {
  const { start } = rangeOf(node, 0, building);
  if (building.problems.some((problem) => problem.fatal)) return;
  building.problems.push({
    range: range(start, start + 1),
    message: "This is nested too deeply.",
    fatal: true,
  });
}

function report(building: Building, at: Range, message: string): void {
  building.problems.push({ range: at, message, fatal: false });
}

/** The node itself, without the white space and comments behind it. */
function rangeOf(node: unknown, emptyAt: number, building: Building): Range {
  const found = typeof node === "object" && node !== null ? (node as Node).range : undefined;
  const start = building.offset + (found?.[0] ?? emptyAt);
  let end = building.offset + (found?.[1] ?? emptyAt);
  while (end > start && /\s/.test(building.text[end - building.offset - 1] ?? "")) end--;
  return range(start, end);
}
