/** Starting leaf blocks: each function begins one where the line says so, and tells whether it did. */
import {
  fenceLength,
  headingLevel,
  isBlank,
  isThematicBreak,
  skipBlanks,
  trimBlanks,
  underlineLevel,
} from "./block-starts";
import { makeRoom } from "./containers";
import { endsHtml, htmlKind } from "./html-starts";
import {
  addLeaf,
  beginLeaf,
  beginParagraph,
  closeLeaf,
  extendLeaf,
  extendParagraph,
  keepsText,
} from "./leaf-blocks";
import { isInParagraph, type Scan } from "./scan-state";
import { countCells, delimiterColumns } from "./table-starts";

export function startHeading(scan: Scan): boolean {
  const { text, next, lineEnd } = scan;
  const level = headingLevel(text, next, lineEnd);
  if (level === 0) return false;
  const start = skipBlanks(text, next + level, lineEnd);
  let end = trimBlanks(text, start, lineEnd);
  let closing = end;
  while (closing > start && text.charCodeAt(closing - 1) === 0x23 /* # */) closing--;
  if (closing === start || isBlank(text.charCodeAt(closing - 1))) end = trimBlanks(text, start, closing);
  makeRoom(scan);
  beginLeaf(scan, undefined);
  addHeading(scan, level, start, end);
  return true;
}

/** Makes the open paragraph a heading, unless it holds nothing but link reference definitions. */
function underlineHeading(scan: Scan): boolean {
  const level = underlineLevel(scan.text, scan.next, scan.lineEnd);
  if (level === 0 || !keepsText(scan)) return false;
  const end = trimBlanks(scan.text, scan.leafContent, scan.leafEnd);
  extendLeaf(scan);
  addHeading(scan, level, scan.leafContent, end);
  return true;
}

function addHeading(scan: Scan, level: number, start: number, end: number): void {
  const block = addLeaf(scan, "heading");
  block.level = level;
  block.text = { start, end };
}

export function startThematicBreak(scan: Scan): boolean {
  if (!isThematicBreak(scan.text, scan.next, scan.lineEnd)) return false;
  makeRoom(scan);
  beginLeaf(scan, undefined);
  addLeaf(scan, "thematic-break");
  return true;
}

export function startFence(scan: Scan): boolean {
  const { text, next, lineEnd } = scan;
  const length = fenceLength(text, next, lineEnd);
  if (length === 0) return false;
  makeRoom(scan);
  beginLeaf(scan, "fence");
  scan.mark = text.charCodeAt(next);
  scan.size = length;
  scan.infoStart = skipBlanks(text, next + length, lineEnd);
  scan.infoEnd = trimBlanks(text, scan.infoStart, lineEnd);
  scan.contentStart = -1;
  scan.contentEnd = lineEnd;
  return true;
}

export function startHtml(scan: Scan): boolean {
  const { text, next, lineEnd } = scan;
  const kind = htmlKind(text, next, lineEnd);
  if (kind === 0 || (kind === 7 && scan.leaf === "paragraph")) return false;
  makeRoom(scan);
  beginLeaf(scan, "html");
  scan.size = kind;
  if (endsHtml(text, kind, next, lineEnd)) closeLeaf(scan);
  return true;
}

/** Makes the last line of the open paragraph the head of a table whose delimiter row the current line is. */
function startTable(scan: Scan): boolean {
  const { text, next, lineEnd, lastStart, lastContent } = scan;
  if (lastContent < 0) return false;
  const columns = delimiterColumns(text, next, lineEnd);
  if (columns === 0 || columns !== countCells(text, lastContent, scan.leafEnd)) return false;
  if (scan.leafLine < scan.line - 1) {
    scan.leafEnd = scan.beforeLastEnd;
    scan.leafEndLine = scan.line - 1;
    if (scan.definitionLines.length > 0) scan.definitionLines.length -= 3;
    closeLeaf(scan);
  }
  scan.leaf = "table";
  scan.leafStart = lastStart;
  scan.leafLine = scan.line - 1;
  scan.leafContent = lastContent;
  extendLeaf(scan);
  return true;
}

/** Begins an indented code block or carries the open one on; false within a paragraph, which goes on instead. */
export function startIndentedCode(scan: Scan): boolean {
  if (scan.leaf === "paragraph") return false;
  if (scan.leaf === "indented-code") {
    extendLeaf(scan);
    return true;
  }
  makeRoom(scan);
  beginLeaf(scan, "indented-code");
  return true;
}

/** Takes a line that starts no other block: as a table's row, or as a paragraph's text. */
export function addText(scan: Scan): void {
  if (scan.leaf === "paragraph") extendParagraph(scan);
  else if (scan.leaf === "table") extendLeaf(scan);
  else {
    makeRoom(scan);
    beginParagraph(scan);
  }
}

/** Tries what only a line below the text of a paragraph can be. */
export function turnParagraph(scan: Scan): boolean {
  if (!isInParagraph(scan)) return false;
  const isUnderline = scan.text.charCodeAt(scan.next) !== 0x7c && scan.text.charCodeAt(scan.next) !== 0x3a;
  return startTable(scan) || (isUnderline && underlineHeading(scan));
}
