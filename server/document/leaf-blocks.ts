/** Opening, continuing and closing leaf blocks, which hold text and no other blocks. */
import type { BlockKind } from "./block";
import { closesFence, isBlank, trimBlanks } from "./block-starts";
import { endsHtml } from "./html-starts";
import { countDefinitionLines, mayDefine } from "./link-definitions";
import { type LeafKind, type OpenBlock, parentIndex, type Scan } from "./scan-state";

/** Adds the open leaf block to `blocks`; does nothing where none is open. */
export function closeLeaf(scan: Scan): void {
  const kind = scan.leaf;
  if (kind === undefined) return;
  if (kind === "fence") addFence(scan, false);
  else if (kind !== "paragraph") addLeaf(scan, kind);
  else if (keepsText(scan)) {
    markTask(scan);
    addLeaf(scan, kind);
  }
}

/** Begins a leaf block with the current line; one that stays open needs its `kind`. */
export function beginLeaf(scan: Scan, kind: LeafKind | undefined): void {
  scan.leaf = kind;
  scan.leafStart = scan.lineStart;
  scan.leafLine = scan.line;
  scan.leafContent = scan.next;
  extendLeaf(scan);
}

/** Makes the current line the open leaf's last one so far. */
export function extendLeaf(scan: Scan): void {
  scan.leafEnd = scan.lineEnd;
  scan.leafEndLine = scan.line + 1;
}

/** Adds a block that spans the lines of the open leaf, which it replaces. */
export function addLeaf(scan: Scan, kind: BlockKind): OpenBlock {
  const block: OpenBlock = {
    kind,
    range: { start: scan.leafStart, end: scan.leafEnd },
    line: scan.leafLine,
    endLine: scan.leafEndLine,
    parent: parentIndex(scan),
    contentStart: scan.leafContent,
  };
  scan.blocks.push(block);
  forgetLeaf(scan);
  return block;
}

function forgetLeaf(scan: Scan): void {
  scan.leaf = undefined;
  scan.end = scan.leafEnd;
  scan.endLine = scan.leafEndLine;
}

export function beginParagraph(scan: Scan): void {
  beginLeaf(scan, "paragraph");
  scan.lastStart = scan.lineStart;
  scan.lastContent = scan.next;
  const { definitionLines } = scan;
  if (definitionLines.length > 0) definitionLines.length = 0;
  if (mayDefine(scan.text, scan.next, scan.lineEnd)) {
    definitionLines.push(scan.lineStart, scan.next, scan.lineEnd);
  }
}

export function extendParagraph(scan: Scan): void {
  scan.beforeLastEnd = scan.leafEnd;
  extendLeaf(scan);
  scan.lastStart = scan.lineStart;
  const isLazy = scan.matched < scan.containers.length;
  scan.lastContent = isLazy || scan.nextColumn - scan.column >= 4 ? -1 : scan.next;
  if (scan.definitionLines.length > 0) scan.definitionLines.push(scan.lineStart, scan.next, scan.lineEnd);
}

/**
 * Takes link reference definitions off the start of the open paragraph. Gives false, and closes it without a
 * block, where nothing else is in it.
 */
export function keepsText(scan: Scan): boolean {
  const lines = scan.definitionLines;
  if (lines.length === 0) return true;
  const count = countDefinitionLines(scan.text, lines);
  const start = lines[count * 3];
  const content = lines[count * 3 + 1];
  if (start === undefined || content === undefined) {
    forgetLeaf(scan);
    return false;
  }
  scan.leafStart = start;
  scan.leafContent = content;
  scan.leafLine += count;
  return true;
}

/**
 * Notes on the list item the box that its first paragraph, which is about to be closed, begins with. GFM asks for
 * white space and other content behind the box: `- [ ]` alone is text.
 */
function markTask(scan: Scan): void {
  const { text, leafContent, leafEnd } = scan;
  const behind = leafContent + 3;
  if (text.charCodeAt(leafContent) !== 0x5b /* [ */ || text.charCodeAt(leafContent + 2) !== 0x5d /* ] */)
    return;
  const item = scan.containers[scan.containers.length - 1];
  if (item?.block.kind !== "list-item" || item.index !== scan.blocks.length - 1) return;
  const state = text.charCodeAt(leafContent + 1);
  if (!isBlank(state) && (state | 0x20) !== 0x78 /* x, X */) return;
  const next = text.charCodeAt(behind);
  const isSpaced = isBlank(next) || next === 0x0a || next === 0x0d;
  if (!isSpaced || trimBlanks(text, behind, leafEnd) === behind) return;
  item.block.task = { start: leafContent + 1, end: leafContent + 2 };
}

/** Carries an open fence on, or closes it. */
export function continueFence(scan: Scan): void {
  const { text, next, lineEnd } = scan;
  extendLeaf(scan);
  const mayClose = next < lineEnd && scan.nextColumn - scan.column < 4;
  if (mayClose && closesFence(text, next, lineEnd, scan.mark, scan.size)) {
    addFence(scan, true);
    return;
  }
  if (scan.contentStart < 0) scan.contentStart = scan.lineStart;
  scan.contentEnd = lineEnd;
}

function addFence(scan: Scan, closed: boolean): void {
  const { infoStart, infoEnd, contentStart, contentEnd } = scan;
  const block = addLeaf(scan, "fence");
  block.text = { start: infoStart, end: infoEnd };
  block.content = { start: contentStart < 0 ? contentEnd : contentStart, end: contentEnd };
  block.closed = closed;
}

/** Carries an open HTML block on to a line that is not blank or, for kinds 1 to 5, to any line; or closes it. */
export function continueHtml(scan: Scan, isBlankLine: boolean): void {
  if (scan.size >= 6) {
    if (isBlankLine) closeLeaf(scan);
    else extendLeaf(scan);
    return;
  }
  extendLeaf(scan);
  if (endsHtml(scan.text, scan.size, scan.next, scan.lineEnd)) closeLeaf(scan);
}
