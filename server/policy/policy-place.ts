/**
 * What stands, or could stand, at a place of a policy file that is being typed. Such a text is seldom valid YAML, so
 * that only the lines that the cursor's own line hangs on are read: those above it that are indented less.
 */
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
} from "yaml";
import type { Range } from "../base/range";
import type { Path } from "./locate";

export interface PolicyPlace {
  /** `value` also where nothing tells yet that what is written there is to become a key. */
  readonly part: "key" | "value";
  /** Of the map that holds the key, or of the value: keys and indexes, from the outermost inwards. */
  readonly path: Path;
  /** What is written there, without quotes. */
  readonly written: string;
  /** Of what is written, quotes left out, in the text. */
  readonly range: Range;
  /** The quote around it; empty without one. */
  readonly quote: string;
  /** Keys that the same map has besides this one. */
  readonly siblings: ReadonlySet<string>;
  /** Columns of white space in front of the map's keys. */
  readonly indent: number;
  /** True between brackets or braces. */
  readonly isFlow: boolean;
  /** True when it is the first thing on its line, marks of list items aside: a value that may become a key. */
  readonly isAlone: boolean;
}

/** A character that no policy holds: it marks the cursor. */
const MARK = "\uE000";

interface Line {
  readonly start: number;
  readonly text: string;
}

/** Undefined within comments, and where the lines around the cursor make no sense. */
export function policyPlaceAt(text: string, offset: number): PolicyPlace | undefined {
  const lines = splitLines(text);
  const at = lines.findLastIndex(({ start }) => start <= offset);
  const line = lines[at];
  if (line === undefined || text.includes(MARK)) return undefined;
  const column = Math.min(offset - line.start, line.text.length);
  const marked = `${line.text.slice(0, column)}${MARK}${line.text.slice(column)}`;
  const above = linesAbove(lines, at);
  const lead = above.length === 0 ? "" : `${above.join("\n")}\n`;
  const found = findMark(`${lead}${marked}`);
  if (found === undefined) return undefined;
  const { scalar, isKey, path, map, isFlow } = found;
  const quote = scalar.type === "QUOTE_SINGLE" ? "'" : scalar.type === "QUOTE_DOUBLE" ? '"' : "";
  const shift = line.start - lead.length;
  const [from = 0, to = 0] = scalar.range ?? [];
  // the mark itself, and the quotes
  const closed = quote !== "" && marked.charAt(to - lead.length - 1) === quote ? 1 : 0;
  const start = shift + from + quote.length;
  const end = Math.max(start, Math.min(shift + to - closed - 1, line.start + line.text.length));
  if (start < line.start) return undefined;
  const indent = contentColumn(line.text);
  const isAlone = start === line.start + indent + quote.length;
  return {
    part: isKey ? "key" : "value",
    path,
    written: text.slice(start, end),
    range: { start, end },
    quote,
    siblings: new Set(isFlow ? keysIn(map) : isAlone ? keysBeside(lines, at, indent) : []),
    indent,
    isFlow,
    isAlone,
  };
}

function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r|$/g)) {
    lines.push({ start, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  return lines;
}

/** Where the keys of a line's map begin: behind its white space and its marks of list items. */
function contentColumn(line: string): number {
  return /^ *(?:-(?: +|$))*/.exec(line)?.[0].length ?? 0;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isBlank(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

/** The lines that hold what the line is part of, outermost first. Of an item with it in one map only the mark is kept. */
function linesAbove(lines: readonly Line[], at: number): readonly string[] {
  const above: string[] = [];
  const first = lines[at]?.text ?? "";
  let limit = indentOf(first);
  let inItem = /^ *-(?: |$)/.test(first);
  for (let index = at - 1; index >= 0 && (limit > 0 || inItem); index--) {
    const text = lines[index]?.text ?? "";
    if (isBlank(text)) continue;
    const indent = indentOf(text);
    const isItem = /^ *-(?: |$)/.test(text);
    // the items of a list may stand below its key without being indented
    if (indent > limit || (indent === limit && (!inItem || isItem))) continue;
    const content = contentColumn(text);
    above.unshift(isItem && content === limit && !inItem ? text.slice(0, content) : text);
    limit = indent;
    inItem = isItem;
  }
  return above;
}

const KEY = /^ *(?:- +)*(?:"([^"]*)"|'([^']*)'|([^\s#"'[{][^#]*?)) *:(?: |$)/;

/** The keys of the lines around that are indented alike, with nothing less indented between. */
function keysBeside(lines: readonly Line[], at: number, column: number): readonly string[] {
  const keys: string[] = [];
  for (const step of [-1, 1]) {
    // a line that begins an item is the first one of its map
    if (step < 0 && /^ *-/.test(lines[at]?.text ?? "")) continue;
    for (let index = at + step; index >= 0 && index < lines.length; index += step) {
      const text = lines[index]?.text ?? "";
      if (isBlank(text)) continue;
      const content = contentColumn(text);
      const isFirst = /^ *-/.test(text);
      if (content < column || (isFirst && step > 0 && indentOf(text) < column)) break;
      const match = content === column ? KEY.exec(text) : null;
      if (match !== null) keys.push(match[1] ?? match[2] ?? match[3] ?? "");
      if (isFirst && content === column) break;
    }
  }
  return keys;
}

interface Marked {
  readonly scalar: Scalar;
  readonly isKey: boolean;
  readonly path: Path;
  /** The map that has the key; undefined for a value. */
  readonly map: Node | undefined;
  readonly isFlow: boolean;
}

function findMark(text: string): Marked | undefined {
  const document = parseDocument(text, {
    schema: "core",
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  let found: Marked | undefined;
  visit(document, {
    Scalar(key, scalar, ancestors) {
      const [start = 0, end = 0] = scalar.range ?? [];
      if (!text.slice(start, end).includes(MARK)) return undefined;
      const isKey = key === "key";
      const path = pathOf(scalar, ancestors);
      const maps = ancestors.filter((each) => isMap(each));
      const isFlow = ancestors.some((each) => (isMap(each) || isSeq(each)) && each.flow === true);
      // a word in braces that no colon follows becomes a key
      const pair = ancestors.at(-1);
      const isNew = isKey && isPair(pair) && pair.value === null;
      found = { scalar, isKey: isKey || isNew, path, map: isKey ? maps.at(-1) : undefined, isFlow };
      return visit.BREAK;
    },
  });
  return found;
}

/** Of a key the path of its map. */
function pathOf(scalar: Scalar, ancestors: readonly unknown[]): Path {
  const chain = [...ancestors, scalar];
  const path: (string | number)[] = [];
  chain.forEach((node, index) => {
    const inside = chain[index + 1];
    if (isPair(node) && inside !== node.key) path.push(keyText(node));
    else if (isSeq(node)) path.push(node.items.indexOf(inside));
  });
  return path;
}

function keyText({ key }: Pair): string {
  return isScalar(key) ? (typeof key.value === "string" ? key.value : (key.source ?? String(key.value))) : "";
}

function keysIn(map: Node | undefined): readonly string[] {
  return isMap(map) ? map.items.map(keyText).filter((key) => !key.includes(MARK)) : [];
}
