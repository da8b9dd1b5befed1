/** Markdown text to a parsed document. Never throws: broken input is input. */
import { parseHeader } from "./parse-header";
import { scanBlocks } from "./scan-blocks";
import { sectionFields } from "./section-fields";
import { findSections, findTitle } from "./sections";
import type { ParsedDocument } from "./types";

const NONE: ReadonlySet<string> = new Set();

/**
 * `text` as it stands in the file or the editor; all ranges of the result are UTF-16 offsets into it. Sections under
 * one of the folded `fieldHeadings` are fields of the header.
 */
export function parseDocument(text: string, fieldHeadings: ReadonlySet<string> = NONE): ParsedDocument {
  const blocks = scanBlocks(text);
  const { header, headings } = parseHeader(text, blocks);
  const sections = findSections(text, blocks, headings);
  const parsed = { text, blocks, header, sections, title: findTitle(sections) };
  const more = sectionFields(parsed, fieldHeadings);
  return more.length === 0
    ? parsed
    : { ...parsed, header: { ...header, fields: [...header.fields, ...more] } };
}
