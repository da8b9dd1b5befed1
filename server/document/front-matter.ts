/** YAML front matter as header fields with exact ranges. */
import matter from "gray-matter";
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import type { HeaderField, Problem } from "./types";

export interface FrontMatter {
  readonly fields: readonly HeaderField[];
  readonly problems: readonly Problem[];
}

/** `key: value` with a value that YAML reads as exactly these characters. */
const FLAT = /^([A-Za-z][\w -]*):(?:[ \t]+([^\s"'#&*!|>@`%{}[\],?:-][^\r\n#:{}[\],&*]*?))?[ \t]*$/;

/** Reads the front matter of `text`; `block` covers both `---` lines. */
export function parseFrontMatter(text: string, block: Range): FrontMatter {
  return parseFlat(text, block) ?? parseYaml(text, block);
}

/** Most front matter is flat; reading it by line costs a hundredth of a YAML parse. */
function parseFlat(text: string, block: Range): FrontMatter | undefined {
  const fields: HeaderField[] = [];
  for (const line of innerLines(text, block)) {
    const slice = text.slice(line.start, line.end);
    if (slice.trim() === "") continue;
    const match = FLAT.exec(slice);
    if (match === null) return undefined;
    const key = (match[1] as string).trimEnd();
    const value = match[2] ?? "";
    if (value.length > 0 && fields.some((field) => field.key === key)) return undefined;
    const valueStart = match[2] === undefined ? slice.trimEnd().length : slice.indexOf(value, key.length + 1);
    fields.push(makeField(key, line.start, line.start + key.length, value, line.start + valueStart, line.start + valueStart + value.length, line));
  }
  return new Set(fields.map((field) => field.key)).size === fields.length ? { fields, problems: [] } : undefined;
}

function parseYaml(text: string, block: Range): FrontMatter {
  const inner = innerRange(text, block);
  const source = text.slice(inner.start, inner.end);
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, strict: true, prettyErrors: false, logLevel: "silent" });
  const problems: Problem[] = document.errors.map((error) => ({
    range: lineOf(text, inner, Math.min(inner.start + error.pos[0], inner.end)),
    message: plainYamlMessage(error.code, error.message),
  }));
  if (problems.length > 0) return { fields: [], problems: problems.slice(0, 1) };
  const data = readData(text.slice(block.start, block.end), (yaml) => (yaml === source ? document : parseDocument(yaml)).toJS({ maxAliasCount: 100 }));
  if (data === undefined || !isMap(document.contents)) {
    const empty = source.trim() === "" || document.contents === null;
    return { fields: [], problems: empty ? [] : [{ range: lineOf(text, inner, inner.start), message: "it is no mapping of keys to values" }] };
  }
  const fields: HeaderField[] = [];
  for (const pair of document.contents.items) {
    const field = isPair(pair) ? readPair(text, inner.start, pair as Pair<Node, Node | null>) : undefined;
    if (field !== undefined) fields.push(field);
  }
  return { fields, problems };
}

/** The one guard around the front-matter library: it and its YAML engine throw on bad input. */
function readData(frontMatter: string, parse: (yaml: string) => unknown): unknown {
  const refuse = (): never => {
    throw new Error("front matter in a programming language is not run");
  };
  try {
    // options are always given: without them the library caches by content and keeps failed parses as empty
    return matter(`${frontMatter}\n`, {
      engines: { yaml: (yaml) => (parse(yaml) ?? {}) as object, javascript: refuse, js: refuse, coffee: refuse },
    }).data;
  } catch {
    return undefined;
  }
}

function readPair(text: string, offset: number, pair: Pair<Node, Node | null>): HeaderField | undefined {
  const key = pair.key;
  if (!isScalar(key) || key.range == null) return undefined;
  const name = String(key.value);
  const keyStart = offset + key.range[0];
  const keyEnd = offset + key.range[1];
  const value = pair.value;
  const range = value?.range;
  const hasValue = value != null && range != null && range[1] > range[0];
  const start = hasValue ? offset + range[0] : Math.min(text.indexOf(":", keyEnd) + 1 || keyEnd, offset + (range?.[0] ?? keyEnd - offset) || keyEnd);
  const end = hasValue ? offset + range[1] : start;
  const line = { start: lineStart(text, keyStart), end: lineEnd(text, Math.max(keyEnd, end - (end > start && text[end - 1] === "\n" ? 1 : 0))) };
  return makeField(name, keyStart, keyEnd, hasValue ? scalarText(value) : "", start, trimEnd(text, start, end), line);
}

function scalarText(node: Node): string {
  if (isScalar(node)) return node.value === null || node.value === undefined ? "" : String(node.source ?? node.value).trim();
  if (isSeq(node)) return node.items.map((item) => scalarText(item as Node)).join(", ");
  if (isAlias(node)) return node.source;
  return String(node);
}

function makeField(key: string, keyStart: number, keyEnd: number, value: string, valueStart: number, valueEnd: number, lineRange: Range): HeaderField {
  return {
    key,
    folded: foldKey(key),
    keyRange: { start: keyStart, end: keyEnd },
    value,
    valueRange: { start: valueStart, end: valueEnd },
    lineRange,
    form: "front-matter",
  };
}

function plainYamlMessage(code: string, message: string): string {
  if (code === "DUPLICATE_KEY") return "a key stands there twice";
  if (code === "TAB_AS_INDENT") return "a tab indents it, where YAML takes spaces only";
  if (code === "BLOCK_AS_IMPLICIT_KEY") return "a value that holds a colon stands there without quotes";
  if (code === "MISSING_CHAR") return "a quote or bracket is opened and not closed";
  const first = message.split("\n")[0] ?? message;
  return first.replace(/ at line \d+.*$/, "").replace(/[.:]$/, "");
}

function innerRange(text: string, block: Range): Range {
  const start = nextLine(text, block.start);
  const end = lineStart(text, block.end);
  return { start: Math.min(start, end), end };
}

function innerLines(text: string, block: Range): Range[] {
  const inner = innerRange(text, block);
  const lines: Range[] = [];
  let start = inner.start;
  while (start < inner.end) {
    lines.push({ start, end: lineEnd(text, start) });
    start = nextLine(text, start);
  }
  return lines;
}

function lineOf(text: string, inner: Range, offset: number): Range {
  const at = Math.max(inner.start, Math.min(offset, Math.max(inner.start, inner.end - 1)));
  const start = lineStart(text, at);
  return { start, end: Math.max(start, lineEnd(text, start)) };
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

function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && /\s/.test(text[to - 1] as string)) to--;
  return to;
}
