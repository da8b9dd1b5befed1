/** Fixes of a change log: a new one, or a new entry in the style of the others. */
import type { TextEdit } from "../base/edit";
import { compareVersions } from "../base/version";
import type { ChangeLog, ChangeLogEntry } from "../document/change-log";
import type { Section } from "../document/types";
import type { GovernedDocument } from "../workspace/types";
import { insertBlock } from "./body-fixes";
import { behindLine, insertLines } from "./fixes";
import type { Fix } from "./rule";

/** A placeholder that the author replaces; the change itself is nothing a tool can know. */
const WHAT_CHANGED = "{what changed}";

/** A change log with one entry, above the first section, so that it takes in no text of the others. */
export function addChangeLog(document: GovernedDocument, version: string, today: string): Fix {
  return {
    title: `Add a change log with an entry for ${version}`,
    safe: false,
    edits: [insertBlock(document, "above-sections", `## Change Log\n\n${tableOf(version, today)}`)],
  };
}

/** An entry for `version` where the newest one stands; none where the log's way of writing offers no place for it. */
export function addChangeLogEntry(
  document: GovernedDocument,
  log: ChangeLog,
  version: string,
  today: string,
): readonly Fix[] {
  const edit =
    log.table !== undefined
      ? tableRow(document, log, version, today)
      : log.entries.length > 0
        ? likeEntries(document, log, version, today)
        : firstEntry(document, log.section, version, today);
  return edit === undefined
    ? []
    : [{ title: `Add a change-log entry for ${version}`, safe: false, edits: [edit] }];
}

/**
 * The entry at `from` in the place of the one at `to`, those between moved up or down by one; indices into the log's
 * entries. Rows and items of a list only, and only where each has a version.
 */
export function moveChangeLogEntry(
  { text, parsed }: GovernedDocument,
  { entries, table }: ChangeLog,
  from: number,
  to: number,
): readonly Fix[] {
  const moved = entries[from];
  const first = parsed.blocks.find(
    ({ kind, range }) => kind === "list-item" && range.start === entries[0]?.lineRange.start,
  );
  const items = parsed.blocks.filter(({ kind, parent }) => kind === "list-item" && parent === first?.parent);
  // what stands between two entries without a version belongs to the one above
  const isComplete =
    table === undefined
      ? first !== undefined && items.length === entries.length && /^[-*+]/.test(text.slice(first.range.start))
      : table.rows.length === entries.length;
  if (moved === undefined || !isComplete) return [];
  const order = [...entries.keys()];
  order.splice(to, 0, ...order.splice(from, 1));
  const edits = order.flatMap((source, place): TextEdit[] => {
    const [old, other] = [entries[place]?.lineRange, entries[source]?.lineRange];
    return old === undefined || other === undefined || source === place
      ? []
      : [{ range: old, newText: text.slice(other.start, other.end) }];
  });
  return [{ title: `Move the entry for ${moved.version.text} to its place`, safe: false, edits }];
}

function tableOf(version: string, today: string): string {
  return `| Version | Date | Change |\n|---------|------|--------|\n| ${version} | ${today} | ${WHAT_CHANGED} |\n`;
}

function isNewestFirst(entries: readonly ChangeLogEntry[]): boolean {
  const first = entries[0];
  const last = entries.at(-1);
  return first === undefined || last === undefined || compareVersions(first.version, last.version) >= 0;
}

function tableRow(
  document: GovernedDocument,
  log: ChangeLog,
  version: string,
  today: string,
): TextEdit | undefined {
  const { table, versionColumn } = log;
  if (table === undefined || versionColumn < 0) return undefined;
  const cells = table.head.cells.map((cell, column) => {
    if (column === versionColumn) return likeVersion(document.text, log, version);
    if (/date|when/i.test(cell.text)) return today;
    return /change|summary|description|what|notes?/i.test(cell.text) ? WHAT_CHANGED : "—";
  });
  const anchor = isNewestFirst(log.entries) ? table.delimiter : (table.rows.at(-1)?.range ?? table.delimiter);
  const margin = /^[ \t>]*/.exec(document.text.slice(table.delimiter.start, table.delimiter.end))?.[0] ?? "";
  return insertLines(document, behindLine(document.text, anchor.end), `${margin}| ${cells.join(" | ")} |\n`);
}

/** The version with the `v` and the emphasis of the cell above or below it. */
function likeVersion(text: string, log: ChangeLog, version: string): string {
  const row = log.table?.rows.find((each) => each.range.start === log.entries[0]?.lineRange.start);
  const cell = row?.cells[log.versionColumn];
  const entry = log.entries[0];
  if (cell === undefined || entry === undefined) return version;
  const before = text.slice(cell.range.start, entry.range.start);
  const behind = text.slice(entry.range.end, cell.range.end);
  return /^[*_`v.\s]*$/i.test(before) && /^[*_`]*$/.test(behind) ? `${before}${version}${behind}` : version;
}

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "(": ")" };

/** A list item, heading or paragraph with the marks of the newest entry. */
function likeEntries(
  document: GovernedDocument,
  log: ChangeLog,
  version: string,
  today: string,
): TextEdit | undefined {
  const { text } = document;
  const newestFirst = isNewestFirst(log.entries);
  const first = log.entries[0];
  const last = log.entries.at(-1);
  const newest = newestFirst ? first : last;
  if (first === undefined || last === undefined || newest === undefined) return undefined;
  const lead = text.slice(newest.lineRange.start, newest.range.start);
  const marks = /([*_`[(]*)(?:v\.?\s*|version\s+)?$/i.exec(lead)?.[1] ?? "";
  const dated = /\d{4}-\d{2}-\d{2}/.test(lead);
  const open = lead.replace(/\d{4}-\d{2}-\d{2}/, today);
  const close = [...marks].reverse().map((mark) => CLOSING[mark] ?? mark);
  const line = `${open}${version}${close.join("")}${dated ? "" : ` — ${today}`}`;
  if (/^[ \t>]*[-*+]\s/.test(lead)) {
    const offset = newestFirst ? first.lineRange.start : behindLine(text, last.lineRange.end);
    return insertLines(document, offset, `${line} — ${WHAT_CHANGED}\n`);
  }
  // headings and paragraphs have text of their own below them: only in front is the place certain
  if (!newestFirst || /^[ \t>]*\d+[.)]\s/.test(lead)) return undefined;
  const entry = /^ {0,3}#/.test(lead) ? `${line}\n\n${WHAT_CHANGED}\n\n` : `${line} — ${WHAT_CHANGED}\n\n`;
  return insertLines(document, first.lineRange.start, entry);
}

/** Below the heading of a log that holds nothing but prose. */
function firstEntry(
  document: GovernedDocument,
  section: Section | undefined,
  version: string,
  today: string,
): TextEdit | undefined {
  const { blocks } = document.parsed;
  if (section === undefined) return undefined;
  const content = blocks.slice(section.heading + 1, section.endBlock);
  if (content.some((block) => block.kind !== "paragraph" && block.kind !== "thematic-break"))
    return undefined;
  const heading = blocks[section.heading];
  if (heading === undefined) return undefined;
  const offset = behindLine(document.text, heading.range.end);
  const blankFollows = /^[ \t]*(?:[\r\n]|$)/.test(document.text.slice(offset, offset + 200));
  return insertLines(document, offset, `\n${tableOf(version, today)}${blankFollows ? "" : "\n"}`);
}
