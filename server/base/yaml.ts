/** YAML as a tree of values that know where they stand in the text; never throws. */
import { parseDocument, stringify } from "yaml";
import { type Range, range } from "./range";
import { findTooDeep } from "./yaml-depth";
import { describeYamlErrors } from "./yaml-errors";
import { buildYamlTree } from "./yaml-tree";

interface YamlScalar {
  readonly kind: "scalar";
  readonly range: Range;
  readonly value: string | number | boolean | null;
  /** As written where it is plain, such as `1.0` for the number 1; otherwise the string itself. */
  readonly source: string;
  /** True when nothing is written where a value could be. */
  readonly empty: boolean;
}

interface YamlList {
  readonly kind: "list";
  readonly range: Range;
  readonly items: readonly YamlNode[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: YamlNode;
}

/** Merge keys (`<<`) are resolved; of a key given twice the first one is kept. */
export interface YamlMap {
  readonly kind: "map";
  readonly range: Range;
  readonly entries: readonly YamlEntry[];
  readonly byKey: ReadonlyMap<string, YamlEntry>;
}

export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlProblem {
  readonly range: Range;
  readonly message: string;
  /** True when the text could not be read as a whole; otherwise only the part in question is left out. */
  readonly fatal: boolean;
}

export interface ParsedYaml {
  /** Undefined when there is nothing but comments, or after a fatal problem. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
  /** The number of values in it, aliases counted in full. */
  readonly size: number;
}

/**
 * Reads one YAML document; all ranges are counted from `offset` before `text`. An alias has the range at which
 * it stands, what is inside of it the ranges at which that was written.
 */
export function parseYaml(text: string, offset = 0): ParsedYaml {
  const refuse = (start: number, end: number, message: string): YamlProblem => ({
    range: range(offset + start, offset + end),
    message,
    fatal: true,
  });
  const tooDeep = findTooDeep(text);
  if (tooDeep !== undefined) return fail([refuse(tooDeep, tooDeep + 1, "This is nested too deeply.")]);
  const document = parseDocument(text, {
    schema: "core",
    resolveKnownTags: false,
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const errors = describeYamlErrors(text, document.errors);
  if (errors.length > 0) return fail(errors.map(({ start, end, message }) => refuse(start, end, message)));
  const problems: YamlProblem[] = document.warnings.map(({ pos: [start, end] }) => {
    const message = `\`${text.slice(start, end)}\` is a tag, and tags are not read here. Leave it out.`;
    return { range: range(offset + start, offset + end), message, fatal: false };
  });
  const tree = buildYamlTree(document.contents, text, offset, problems);
  if (tree === undefined || problems.some((problem) => problem.fatal)) return fail(problems);
  const { node, size } = tree;
  return { root: node.kind === "scalar" && node.empty ? undefined : node, problems, size };
}

function fail(problems: readonly YamlProblem[]): ParsedYaml {
  return { root: undefined, problems, size: 0 };
}

/** A text as it may stand as a key or a value, between braces too: in quotes only where it must be. */
export function writeYamlScalar(text: string): string {
  return writeYamlFlow([text]).slice(1, -1);
}

/** Plain data on one line. */
export function writeYamlFlow(data: unknown): string {
  return stringify(data, {
    schema: "core",
    collectionStyle: "flow",
    lineWidth: 0,
    flowCollectionPadding: false,
  }).trim();
}
