/** YAML front matter as header fields with exact ranges. */
import matter from "gray-matter";
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import { parseYaml, type YamlEntry, type YamlNode } from "../base/yaml";
import type { HeaderField, Problem } from "./types";

export interface FrontMatter {
  readonly fields: readonly HeaderField[];
  readonly problems: readonly Problem[];
}

/** `key: value` with a value that YAML reads as exactly these characters. */
const FLAT = /^([A-Za-z][\w -]*):(?:[ \t]+([^\s"'#&*!|>@`%{}[\],?:-][^\r\n#:{}[\],&*]*?))?[ \t]*$/;
/** A line of a header is short; longer ones are read as YAML. */
const MAX_FLAT = 1000;
/** How YAML writes that there is no value. */
const NULL = /^(?:null|Null|NULL|~)$/;

/** Reads the front matter of `text`; `block` covers both lines of dashes. */
export function parseFrontMatter(text: string, block: Range): FrontMatter {
  const inner = innerRange(text, block);
  return parseFlat(text, inner) ?? parseTree(text, block, inner);
}

/** Most front matter is flat; reading it by line costs a hundredth of a YAML parse. */
function parseFlat(text: string, inner: Range): FrontMatter | undefined {
  const fields: HeaderField[] = [];
  const keys = new Set<string>();
  for (let start = inner.start; start < inner.end; start = nextLine(text, start)) {
    const line = { start, end: lineEnd(text, start) };
    const slice = text.slice(line.start, line.end);
    if (slice.trim() === "") continue;
    const match = slice.length > MAX_FLAT ? null : FLAT.exec(slice);
    const key = match?.[1]?.trimEnd();
    if (match === null || key === undefined || keys.has(key)) return undefined;
    keys.add(key);
    const value = match[2];
    const valueStart =
      start + (value === undefined ? slice.indexOf(":") + 1 : slice.indexOf(value, slice.indexOf(":") + 1));
    const written = { start: valueStart, end: valueStart + (value?.length ?? 0) };
    fields.push(
      makeField(
        text,
        { start, end: start + key.length },
        value === undefined || NULL.test(value) ? "" : value,
        written,
        line,
      ),
    );
  }
  return { fields, problems: [] };
}

function parseTree(text: string, block: Range, inner: Range): FrontMatter {
  // YAML knows no line that a lone carriage return ends; offsets stay as they are
  const source = text.slice(inner.start, inner.end).replace(/\r(?!\n)/g, "\n");
  const { root, problems } = parseYaml(source, inner.start);
  // a tag says of what type a value is, which does not matter to a header
  const faults = problems.filter((problem) => text[problem.range.start] !== "!");
  const first = faults.find((problem) => problem.fatal) ?? faults[0];
  const reported =
    first === undefined ? [] : [{ range: withinLine(text, inner, first.range), message: first.message }];
  if (root === undefined) return { fields: [], problems: reported };
  if (root.kind !== "map" || !isReadable(text.slice(block.start, block.end), root)) {
    const range = withinLine(text, inner, { start: inner.start, end: inner.end });
    return { fields: [], problems: [{ range, message: "It is no list of keys with values." }] };
  }
  return { fields: root.entries.map((entry) => readEntry(text, entry)), problems: reported };
}

/** The one guard around the front-matter library, which throws on bad input. */
function isReadable(frontMatter: string, data: object): boolean {
  const refuse = (): never => {
    throw new Error("front matter in a programming language is not run");
  };
  try {
    // options are always given: without them the library caches by content and keeps failed parses as empty
    matter(`${frontMatter}\n`, {
      engines: { yaml: () => data, javascript: refuse, js: refuse, coffee: refuse },
    });
    return true;
  } catch {
    return false;
  }
}

function readEntry(text: string, { key, keyRange, value }: YamlEntry): HeaderField {
  const quoted = /["']/.test(text[keyRange.start] ?? "") && keyRange.end - keyRange.start > 1;
  const name = trimRange(text, quoted ? { start: keyRange.start + 1, end: keyRange.end - 1 } : keyRange);
  const empty = value.range.end <= value.range.start;
  const end = lineEnd(text, keyRange.end);
  const colon = text.indexOf(":", keyRange.end);
  const at = colon < 0 || colon >= end ? keyRange.end : colon + 1;
  const written = empty ? { start: at, end: at } : value.range;
  const line = {
    start: lineStart(text, keyRange.start),
    end: lineEnd(text, Math.max(keyRange.end, written.end)),
  };
  const source =
    text[value.range.start] === "[" && isOwnName(value, key)
      ? text.slice(value.range.start, value.range.end)
      : sourceOf(text, value);
  return makeField(text, name, source, written, line, key);
}

/** `owner: [owner]` is a template's mark, which YAML takes for a list. */
function isOwnName(node: YamlNode, key: string): boolean {
  const [only, ...others] = node.kind === "list" ? node.items : [];
  return only?.kind === "scalar" && others.length === 0 && foldKey(only.source) === foldKey(key);
}

/** Without white space at its ends: YAML takes a no-break space before a key for a part of it. */
function trimRange(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? "")) from++;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  return { start: from, end: to };
}

function sourceOf(text: string, node: YamlNode): string {
  if (node.kind === "scalar") return node.value === null ? "" : node.source.trim();
  if (node.kind === "list") return node.items.map((item) => sourceOf(text, item)).join(", ");
  return text.slice(node.range.start, node.range.end).replace(/\s+/g, " ");
}

function makeField(
  text: string,
  keyRange: Range,
  value: string,
  valueRange: Range,
  lineRange: Range,
  name?: string,
): HeaderField {
  const key = text.slice(keyRange.start, keyRange.end);
  return { key, folded: foldKey(name ?? key), keyRange, value, valueRange, lineRange, form: "front-matter" };
}

/** Between the lines of dashes. */
function innerRange(text: string, block: Range): Range {
  const start = nextLine(text, block.start);
  return {
    start: Math.min(start, block.end),
    end: Math.max(Math.min(start, block.end), lineStart(text, block.end)),
  };
}

/** The first line of `range`, kept inside of `inner`. */
function withinLine(text: string, inner: Range, range: Range): Range {
  const start = Math.max(inner.start, Math.min(range.start, inner.end));
  return { start, end: Math.max(start, Math.min(range.end, lineEnd(text, start), inner.end)) };
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return at;
}

function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}

function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : Math.min(end + 1, text.length);
}
