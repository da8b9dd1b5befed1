/** Fixes in the body: change-log entries, required sections, notices. */
import type { ChangeLog } from "../document/change-log";
import type { NoticePolicy, SectionPolicy } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";
import { behindLine, insertLines } from "./fixes";
import type { Fix } from "./rule";

/** A placeholder that the author replaces; the change itself is nothing a tool can know. */
const WHAT_CHANGED = "{what changed}";

/** A change log with one entry, behind the header. */
export function addChangeLog(document: GovernedDocument, version: string, today: string): Fix {
  const table = `## Change Log\n\n| Version | Date | Change |\n|---------|------|--------|\n| ${version} | ${today} | ${WHAT_CHANGED} |\n`;
  return { title: `Add a change log with an entry for ${version}`, safe: false, edits: [insertBehindHeader(document, table)] };
}

/** An entry for `version` at the end of the log where the newest stands; none for a log that is not a table or list. */
export function addChangeLogEntry(document: GovernedDocument, log: ChangeLog, version: string, today: string): readonly Fix[] {
  const title = `Add a change-log entry for ${version}`;
  const first = log.entries[0];
  const last = log.entries.at(-1);
  const newestFirst = first === undefined || last === undefined || first === last || isNewer(first.version.numbers, last.version.numbers);
  if (log.table !== undefined) {
    const { table } = log;
    const row = `${marginOf(document.text, table.delimiter.start)}| ${table.head.cells
      .map((cell, column) => (column === log.versionColumn ? version : /date|when/i.test(cell.text) ? today : /change|summary|description|what|notes?/i.test(cell.text) ? WHAT_CHANGED : "—"))
      .join(" | ")} |\n`;
    const anchor = newestFirst ? table.delimiter : (table.rows.at(-1)?.range ?? table.delimiter);
    return [{ title, safe: false, edits: [insertLines(document, behindLine(document.text, anchor.end), row)] }];
  }
  if (first === undefined || last === undefined) return [];
  const line = document.text.slice(first.lineRange.start, first.range.start);
  const marker = /^\s*[-*+]\s/.exec(line)?.[0];
  if (marker === undefined) return [];
  const item = `${line.slice(0, line.length)}${version}${line.includes("**") ? "**" : ""} — ${today} — ${WHAT_CHANGED}\n`;
  const offset = newestFirst ? first.lineRange.start : behindLine(document.text, last.lineRange.end);
  return [{ title, safe: false, edits: [insertLines(document, offset, item)] }];
}

function isNewer(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** Indentation and quote marks before a table's row. */
function marginOf(text: string, start: number): string {
  return /^[ \t>]*/.exec(text.slice(start, start + 200))?.[0] ?? "";
}

/** The section's heading and skeleton at the end of the document, before a footer behind a thematic break. */
export function appendSection(document: GovernedDocument, section: SectionPolicy): Fix {
  const { text } = document;
  const body = (section.body ?? "{content}\n").replace(/\n*$/, "\n");
  const lines = `${/(?:\r?\n|\r)[ \t]*(?:\r?\n|\r)$/.test(text) || text === "" ? "" : "\n"}## ${section.title}\n\n${body}`;
  return { title: `Add the section \`${section.title}\``, safe: false, edits: [insertLines(document, text.length, lines)] };
}

/** The class's notice as the policy words it, behind the header. */
export function insertNotice(document: GovernedDocument, notice: NoticePolicy): Fix {
  return { title: `Add the ${notice.name}`, safe: false, edits: [insertBehindHeader(document, `${notice.text.trim()}\n`)] };
}

/** As a block of its own behind the header, or the title, with a blank line around it. */
function insertBehindHeader(document: GovernedDocument, lines: string) {
  const { text, parsed } = document;
  const title = parsed.title;
  const headerEnd = parsed.header.range?.end ?? -1;
  const titleEnd = title === undefined ? -1 : (parsed.blocks[title.heading]?.range.end ?? -1);
  const fenceEnd = parsed.header.frontMatter?.end ?? -1;
  const end = Math.max(headerEnd, titleEnd, fenceEnd);
  if (end < 0) return insertLines(document, text.startsWith("\uFEFF") ? 1 : 0, `${lines}\n`);
  const offset = behindLine(text, end);
  const blankFollows = /^[ \t]*(?:\r?\n|\r|$)/.test(text.slice(offset, offset + 200));
  return insertLines(document, offset, `\n${lines}${blankFollows ? "" : "\n"}`);
}
