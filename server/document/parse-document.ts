/** Markdown text to a parsed document. Never throws: broken input is input. */
import { parseHeader } from "./parse-header";
import { scanBlocks } from "./scan-blocks";
import { findSections, findTitle } from "./sections";
import type { ParsedDocument } from "./types";

/** `text` as it stands in the file or the editor; all ranges of the result are UTF-16 offsets into it. */
export function parseDocument(text: string): ParsedDocument {
  const blocks = scanBlocks(text);
  const { header, headings } = parseHeader(text, blocks);
  const sections = findSections(text, blocks, headings);
  return { text, blocks, header, sections, title: findTitle(sections) };
}
