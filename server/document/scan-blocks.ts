/** The block scanner: one pass over the lines of a document gives its CommonMark and GFM block structure. */
import type { Block } from "./block";
import { closeContainers, matchContainers, openItem, openQuote } from "./containers";
import { findFrontMatter } from "./front-matter-block";
import { closeLeaf, continueFence, continueHtml, extendLeaf } from "./leaf-blocks";
import {
  addText,
  startFence,
  startHeading,
  startHtml,
  startIndentedCode,
  startThematicBreak,
  turnParagraph,
} from "./leaf-starts";
import { moveTo, newScan, type Scan } from "./scan-state";

/**
 * The blocks of `text` in document order. Never throws; takes time linear in the length of the text. A byte order
 * mark belongs to no line. Link reference definitions make no block.
 */
export function scanBlocks(text: string): Block[] {
  const scan = newScan(text);
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const frontMatter = findFrontMatter(text, start);
  if (frontMatter !== undefined) {
    scan.blocks.push(frontMatter.block);
    scan.line = frontMatter.block.endLine;
    start = frontMatter.next;
  }
  scanLines(scan, start);
  closeLeaf(scan);
  closeContainers(scan, 0);
  return scan.blocks;
}

/** LF, CRLF and a lone CR end a line; each is searched for only when the last one found is behind. */
function scanLines(scan: Scan, start: number): void {
  const { text } = scan;
  const { length } = text;
  let lineStart = start;
  let newline = -1;
  let carriage = text.includes("\r") ? -1 : length;
  while (lineStart < length) {
    if (newline < lineStart) {
      newline = text.indexOf("\n", lineStart);
      if (newline < 0) newline = length;
    }
    let lineEnd = newline;
    let nextStart = newline + 1;
    if (carriage < lineStart) {
      carriage = text.indexOf("\r", lineStart);
      if (carriage < 0) carriage = length;
    }
    if (carriage < newline) {
      lineEnd = carriage;
      nextStart = carriage + 1 === newline ? newline + 1 : carriage + 1;
    }
    scan.lineStart = lineStart;
    scan.lineEnd = lineEnd;
    scanLine(scan);
    scan.line++;
    lineStart = nextStart;
  }
}

function scanLine(scan: Scan): void {
  moveTo(scan, scan.lineStart, 0);
  const { lineEnd } = scan;
  const wasBlank = scan.blank;
  scan.blank = scan.next >= lineEnd;
  // A second blank line changes nothing that the first did not, except that it may lie in a fence or in HTML.
  if (scan.blank && wasBlank) {
    if (scan.leaf === "fence") continueFence(scan);
    else if (scan.leaf === "html") extendLeaf(scan);
    return;
  }
  const open = scan.containers.length;
  scan.matched = open === 0 ? 0 : matchContainers(scan);
  const isBlankLine = scan.next >= lineEnd;
  if (scan.matched < open) {
    // Only a paragraph goes on without its containers' markers.
    if (scan.leaf !== "paragraph" || isBlankLine) {
      closeLeaf(scan);
      closeContainers(scan, scan.matched);
    }
  } else if (scan.leaf === "fence") {
    continueFence(scan);
    return;
  } else if (scan.leaf === "html") {
    continueHtml(scan, isBlankLine);
    return;
  }
  if (!isBlankLine) startBlocks(scan);
  else if (scan.leaf !== "indented-code") closeLeaf(scan);
}

/** Opens the containers and the leaf that the rest of the line starts, or adds it to the open leaf. */
function startBlocks(scan: Scan): void {
  const { text, lineEnd } = scan;
  for (;;) {
    if (scan.nextColumn - scan.column >= 4) {
      if (startIndentedCode(scan)) return;
      break;
    }
    let isContainer = false;
    switch (text.charCodeAt(scan.next)) {
      case 0x23: // #
        if (startHeading(scan)) return;
        break;
      case 0x60: // `
      case 0x7e: // ~
        if (startFence(scan)) return;
        break;
      case 0x3c: // <
        if (startHtml(scan)) return;
        break;
      case 0x3e: // >
        isContainer = openQuote(scan);
        break;
      case 0x2d: // -
        if (turnParagraph(scan) || startThematicBreak(scan)) return;
        isContainer = openItem(scan);
        break;
      case 0x2a: // *
        if (startThematicBreak(scan)) return;
        isContainer = openItem(scan);
        break;
      case 0x5f: // _
        if (startThematicBreak(scan)) return;
        break;
      case 0x3d: // =
      case 0x7c: // |
      case 0x3a: // :
        if (turnParagraph(scan)) return;
        break;
      case 0x2b: // +
      case 0x30:
      case 0x31:
      case 0x32:
      case 0x33:
      case 0x34:
      case 0x35:
      case 0x36:
      case 0x37:
      case 0x38:
      case 0x39: // digits
        isContainer = openItem(scan);
        break;
    }
    if (!isContainer) break;
    if (scan.next >= lineEnd) return;
  }
  addText(scan);
}
