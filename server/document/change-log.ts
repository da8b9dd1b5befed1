/** The change log of a document: a table, a list or headings under a heading that announces it. */
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import { parseVersion, type Version } from "../base/version";
import type { Block } from "./block";
import { foldTitle } from "./sections";
import { parseTable, type Table } from "./table";
import type { ParsedDocument, Section } from "./types";

export interface ChangeLogEntry {
  readonly version: Version;
  /** The version's digits, without a leading `v` and emphasis. */
  readonly range: Range;
  /** The row, item or heading. */
  readonly lineRange: Range;
}

export interface ChangeLog {
  /** Undefined for a table that stands without a heading of its own. */
  readonly section: Section | undefined;
  readonly entries: readonly ChangeLogEntry[];
  readonly table: Table | undefined;
  readonly versionColumn: number;
}

/**
 * The change log under one of the folded `headings`. A section that only speaks of a change log, without any
 * entry, loses against one that has entries. Undefined when there is neither section nor table.
 */
export function findChangeLog(parsed: ParsedDocument, headings: readonly string[]): ChangeLog | undefined {
  let empty: ChangeLog | undefined;
  for (const section of parsed.sections) {
    const title = foldTitle(section.title);
    if (!headings.some((heading) => announces(title, heading))) continue;
    // the document's own title speaks of change logs; only as a plain `Change Log` it is one
    if (section === parsed.title && !headings.includes(title)) continue;
    const log = readSection(parsed, section);
    if (log.entries.length > 0) return log;
    if (headings.includes(title)) empty ??= log;
  }
  return findBareTable(parsed) ?? empty;
}

/** One word must be the whole title (`Planned changes` is no log of changes); more may stand within it. */
function announces(title: string, heading: string): boolean {
  return heading.includes(" ") ? containsWords(title, heading) : title.replace(/\s*\(.*\)$/, "") === heading;
}

function containsWords(title: string, words: string): boolean {
  if (!title.includes(words.slice(0, words.indexOf(" ")))) return false;
  return ` ${title.replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(
    ` ${words.replace(/[^\p{L}\p{N}]+/gu, " ")} `,
  );
}

function readSection(parsed: ParsedDocument, section: Section): ChangeLog {
  const { blocks, text } = parsed;
  for (let i = section.heading + 1; i < section.endBlock; i++) {
    const block = blocks[i] as Block;
    if (block.kind === "table") {
      const log = readTable(text, block, section);
      if (log.entries.length > 0 || log.versionColumn >= 0) return log;
    }
    if (block.kind === "list") {
      const entries = readItems(parsed, i);
      if (entries.length > 0) return { section, entries, table: undefined, versionColumn: -1 };
    }
  }
  const entries: ChangeLogEntry[] = [];
  for (let i = section.heading + 1; i < section.endBlock; i++) {
    const block = blocks[i] as Block;
    if (block.kind !== "heading" && block.kind !== "paragraph") continue;
    const start = block.kind === "heading" ? (block.text?.start ?? block.contentStart) : block.contentStart;
    const entry = leadingVersion(text, start, block, block.kind === "paragraph");
    if (entry !== undefined && !isNumbering(entry, block, section)) entries.push(entry);
  }
  return { section, entries, table: undefined, versionColumn: -1 };
}

/** `9.1` below `9. Change Log` counts the subsections. */
function isNumbering(entry: ChangeLogEntry, block: Block, section: Section): boolean {
  const number = /^\D{0,12}?(\d+)\b/.exec(section.title)?.[1];
  return block.kind === "heading" && number !== undefined && entry.version.text.startsWith(`${number}.`);
}

/** A table with a version and a change column is a change log wherever it stands at the top level. */
function findBareTable(parsed: ParsedDocument): ChangeLog | undefined {
  for (const block of parsed.blocks) {
    if (block.kind !== "table" || block.parent !== -1) continue;
    const head = parsed.text
      .slice(block.range.start, parsed.text.indexOf("\n", block.range.start))
      .toLowerCase();
    if (
      !head.includes("version") ||
      !/\|\s*(?:changes?|what changed|summary of changes)\s*(?:\||$)/.test(head)
    )
      continue;
    const log = readTable(parsed.text, block, undefined);
    if (log.entries.length > 0) return log;
  }
  return undefined;
}

function readTable(text: string, block: Block, section: Section | undefined): ChangeLog {
  const table = parseTable(text, block);
  const titles = table.head.cells.map((cell) => foldKey(cell.text));
  let column = titles.findIndex((title) => /^(?:version|ver|v|rev|revision|release)\b/.test(title));
  if (
    column < 0 &&
    table.rows.length > 0 &&
    table.rows.every((row) => parseVersion(row.cells[0]?.text ?? "") !== undefined)
  )
    column = 0;
  const entries: ChangeLogEntry[] = [];
  for (const row of column < 0 ? [] : table.rows) {
    const cell = row.cells[column];
    const version = cell === undefined ? undefined : parseVersion(cell.text);
    if (cell === undefined || version === undefined) continue;
    const start = text.indexOf(version.text, cell.range.start);
    entries.push({ version, range: { start, end: start + version.text.length }, lineRange: row.range });
  }
  return { section, entries, table, versionColumn: column };
}

function readItems(parsed: ParsedDocument, list: number): ChangeLogEntry[] {
  const entries: ChangeLogEntry[] = [];
  for (let i = list + 1; i < parsed.blocks.length && (parsed.blocks[i]?.parent ?? -1) >= list; i++) {
    const item = parsed.blocks[i] as Block;
    if (item.kind !== "list-item" || item.parent !== list) continue;
    const entry = leadingVersion(parsed.text, item.contentStart, item, false);
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
}

/** The version with which an entry opens; a date may stand in front of it. */
const LEADING =
  /(?:[*_`[(]*\d{4}-\d{2}-\d{2}[*_`\])]*[\s:,|—–-]*)?[*_`[(]*(?:version\s+|v\.?\s*)?(\d+\.\d+(?:\.\d+)?)(?!\w|\.\d)/iy;

function leadingVersion(
  text: string,
  start: number,
  block: Block,
  marked: boolean,
): ChangeLogEntry | undefined {
  LEADING.lastIndex = start;
  const match = LEADING.exec(text);
  if (match === null || match.index + match[0].length > block.range.end) return undefined;
  // a paragraph is an entry only when the version is set off, not when prose happens to open with a number
  if (marked && !/^[*_`[]/.test(match[0])) return undefined;
  const written = match[1] as string;
  const version = parseVersion(written);
  const at = match.index + match[0].length - written.length;
  return (
    version && {
      version,
      range: { start: at, end: at + written.length },
      lineRange: { start: block.range.start, end: block.range.end },
    }
  );
}
