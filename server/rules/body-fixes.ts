/** Fixes in the body: blocks that stand behind the header, above the sections or at the end. */
import type { TextEdit } from "../base/edit";
import type { Block } from "../document/block";
import { fieldsOfParagraph } from "../document/parse-header";
import type { ParsedDocument } from "../document/types";
import type { NoticePolicy, SectionPolicy } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";
import { behindLine, insertLines } from "./fixes";
import type { Fix } from "./rule";

/** The section's heading and skeleton at the end of the document, before a footer behind a thematic break. */
export function appendSection(document: GovernedDocument, section: SectionPolicy): Fix {
  const body = (section.body ?? "{content}\n").replace(/\n*$/, "\n");
  return {
    title: `Add the section \`${section.title}\``,
    safe: false,
    edits: [insertBlock(document, "at-end", `## ${section.title}\n\n${body}`)],
  };
}

/** The class's notice as the policy words it, behind the header. */
export function insertNotice(document: GovernedDocument, notice: NoticePolicy): Fix {
  return {
    title: `Add the ${notice.name}`,
    safe: false,
    edits: [insertBlock(document, "behind-header", `${notice.text.trim()}\n`)],
  };
}

type Place = "behind-header" | "above-sections" | "at-end";

/** Whole lines as a block of their own, with a blank line on either side. */
export function insertBlock(document: GovernedDocument, place: Place, lines: string): TextEdit {
  return insertBlockAt(document, offsetOf(document, place), lines);
}

/** The same at the start of a line. */
export function insertBlockAt(document: GovernedDocument, offset: number, lines: string): TextEdit {
  const { text } = document;
  const before = offset > bodyStart(text) && !endsInBlankLine(text, offset) ? "\n" : "";
  const behind = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(offset, offset + 200)) ? "" : "\n";
  return insertLines(document, offset, `${before}${lines}${behind}`);
}

function offsetOf({ text, parsed }: GovernedDocument, place: Place): number {
  const behindHeader = endOfHeader(text, parsed);
  if (place === "behind-header") return behindHeader;
  const section = parsed.sections.find((each) => each !== parsed.title && each.range.start >= behindHeader);
  if (place === "above-sections" && section !== undefined) return section.range.start;
  return findFooter(text, parsed)?.range.start ?? text.length;
}

/** Behind a byte order mark. */
export function bodyStart(text: string): number {
  return text.startsWith("\uFEFF") ? 1 : 0;
}

/** Behind the line on which header, title or front matter ends, whichever comes last. */
function endOfHeader(text: string, { header, title, blocks }: ParsedDocument): number {
  const titleEnd = title === undefined ? -1 : (blocks[title.heading]?.range.end ?? -1);
  const end = Math.max(header.range?.end ?? -1, titleEnd, header.frontMatter?.end ?? -1);
  return end < 0 ? bodyStart(text) : behindLine(text, end);
}

/**
 * The thematic break above a footer: a last paragraph that repeats the header or is emphasised as a whole. Where no
 * section stands between the header and the break, the paragraph is the document's text.
 */
function findFooter(text: string, parsed: ParsedDocument): Block | undefined {
  const top = parsed.blocks.filter((block) => block.parent === -1);
  const last = top.at(-1);
  const above = top.at(-2);
  if (last?.kind !== "paragraph" || above?.kind !== "thematic-break") return undefined;
  const hasSection = parsed.sections.some(
    (section) => section !== parsed.title && section.range.start < above.range.start,
  );
  const emphasised = /^([*_]+)[^*_]+\1$/.test(text.slice(last.contentStart, last.range.end).trim());
  return hasSection && (emphasised || fieldsOfParagraph(text, last).length > 0) ? above : undefined;
}

/** True when the line above the one that starts at `offset` is blank. */
export function endsInBlankLine(text: string, offset: number): boolean {
  const above = text.slice(Math.max(0, offset - 200), offset).replace(/(?:\r\n|\n|\r)$/, "");
  return /[\r\n][ \t]*$/.test(above);
}
