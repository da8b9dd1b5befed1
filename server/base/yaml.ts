/** YAML as a tree of values that know where they stand in the text; never throws. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar, visit } from "yaml";
import { range, type Range } from "./range";
import { findTooDeep, MAX_DEPTH } from "./yaml-depth";
import { describeYamlError } from "./yaml-errors";

export interface YamlScalar {
  readonly kind: "scalar";
  readonly range: Range;
  readonly value: string | number | boolean | null;
  /** As written where it is plain, such as `1.0` for the number 1; otherwise the string itself. */
  readonly source: string;
  /** True when nothing is written where a value could be. */
  readonly empty: boolean;
}

export interface YamlList {
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
}

/** How many values aliases may add to a text: a page of aliases can stand for billions. */
const MAX_ALIASED = 20_000;

/**
 * Reads one YAML document; all ranges are counted from `offset` before `text`. An alias has the range at which
 * it stands, what is inside of it the ranges at which that was written.
 */
export function parseYaml(text: string, offset = 0): ParsedYaml {
  const shift = (from: number, to: number): Range => range(offset + from, offset + to);
  const tooDeep = findTooDeep(text);
  if (tooDeep !== undefined) {
    const message = "This is nested too deeply.";
    return { root: undefined, problems: [{ range: shift(tooDeep, tooDeep + 1), message, fatal: true }] };
  }
  const document = parseDocument(text, {
    schema: "core",
    resolveKnownTags: false,
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const problems: YamlProblem[] = describeYamlError(text, document.errors).map((error) => ({
    range: shift(error.start, error.end),
    message: error.message,
    fatal: true,
  }));
  if (problems.length > 0) return { root: undefined, problems };
  for (const warning of document.warnings) {
    const [start, end] = warning.pos;
    const message = `\`${text.slice(start, end)}\` is a tag, and tags are not read here. Leave it out.`;
    problems.push({ range: shift(start, end), message, fatal: false });
  }
  const root = document.contents === null ? undefined : new Converter(text, shift, problems).convert(document.contents, 0);
  const fatal = problems.some((problem) => problem.fatal);
  return { root: fatal || (root?.kind === "scalar" && root.empty) ? undefined : root, problems };
}
