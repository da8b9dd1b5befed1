/** Opening, continuing and closing the containers: block quotes, lists and list items. */
import { isBlank, isOne, listMarkerLength, skipBlanks } from "./block-starts";
import { closeLeaf } from "./leaf-blocks";
import { type Container, isInParagraph, moveTo, type OpenBlock, parentIndex, type Scan } from "./scan-state";

/** Containers nested deeper than this are read as text, so that time stays linear on hostile input. */
const maxDepth = 100;

/** Reads the markers and the indentation of the open containers; gives how many of them the line continues. */
export function matchContainers(scan: Scan): number {
  const { containers, lineEnd } = scan;
  let matched = 0;
  for (const container of containers) {
    const { block } = container;
    if (block.kind === "list-item") {
      if (scan.next >= lineEnd) {
        if (container.mustFill === scan.line) break;
      } else if (scan.nextColumn - scan.column >= container.indent) scan.column += container.indent;
      else break;
    } else if (block.kind === "block-quote") {
      const isMarked = scan.text.charCodeAt(scan.next) === 0x3e && scan.nextColumn - scan.column < 4;
      if (!isMarked) break;
      passQuoteMarker(scan);
      block.range.end = lineEnd;
      block.endLine = scan.line + 1;
    }
    matched++;
  }
  return matched;
}

export function closeContainers(scan: Scan, keep: number): void {
  const { containers } = scan;
  while (containers.length > keep) {
    const block = containers.pop()?.block;
    if (block === undefined) return;
    if (scan.end > block.range.end) {
      block.range.end = scan.end;
      block.endLine = scan.endLine;
    } else {
      scan.end = block.range.end;
      scan.endLine = block.endLine;
    }
  }
}

/** Closes all that the line does not continue, so that a block other than a list item can begin. */
export function makeRoom(scan: Scan): void {
  closeLeaf(scan);
  const { containers } = scan;
  if (containers.length === 0) return;
  closeContainers(scan, scan.matched);
  if (containers[containers.length - 1]?.block.kind === "list") closeContainers(scan, containers.length - 1);
  scan.matched = containers.length;
}

/** Opens the block quote whose marker stands at `next`; false where containers are nested too deeply. */
export function openQuote(scan: Scan): boolean {
  if (scan.matched >= maxDepth) return false;
  makeRoom(scan);
  const block = pushContainer(scan, "block-quote", 0, 0, -1);
  passQuoteMarker(scan);
  block.contentStart = scan.next;
  return true;
}

/** Opens the list item whose marker stands at `next`, if one does, and its list unless it continues one. */
export function openItem(scan: Scan): boolean {
  const { text, next, nextColumn, lineEnd, containers } = scan;
  const length = listMarkerLength(text, next, lineEnd);
  if (length === 0 || scan.matched + 2 > maxDepth) return false;
  const behind = next + length;
  if (isInParagraph(scan)) {
    if (skipBlanks(text, behind, lineEnd) >= lineEnd) return false;
    if (length > 1 && !isOne(text, next, behind - 1)) return false;
  }
  closeLeaf(scan);
  closeContainers(scan, scan.matched);
  const mark = text.charCodeAt(behind - 1);
  const list = containers[containers.length - 1];
  if (list?.block.kind !== "list" || list.mark !== mark) {
    makeRoom(scan);
    pushContainer(scan, "list", mark, 0, -1).ordered = length > 1;
  }
  const indentation = nextColumn - scan.column;
  moveTo(scan, behind, nextColumn + length);
  const isEmpty = scan.next >= lineEnd;
  const padding = scan.nextColumn - scan.column;
  // Five columns or more are one and an indented code block.
  const width = isEmpty || padding > 4 ? 1 : padding;
  const block = pushContainer(
    scan,
    "list-item",
    mark,
    indentation + length + width,
    isEmpty ? scan.line + 1 : -1,
  );
  block.contentStart = scan.next;
  scan.column += width;
  return true;
}

function pushContainer(
  scan: Scan,
  kind: Container["block"]["kind"],
  mark: number,
  indent: number,
  mustFill: number,
): OpenBlock {
  const block: OpenBlock = {
    kind,
    range: { start: scan.lineStart, end: scan.lineEnd },
    line: scan.line,
    endLine: scan.line + 1,
    parent: parentIndex(scan),
    contentStart: scan.next,
  };
  scan.containers.push({ block, index: scan.blocks.length, mark, indent, mustFill });
  scan.blocks.push(block);
  scan.matched = scan.containers.length;
  return block;
}

/** Moves behind the `>` at `next` and the column of white space that belongs to it. */
function passQuoteMarker(scan: Scan): void {
  const behind = scan.next + 1;
  const column = scan.nextColumn + 1;
  moveTo(scan, behind, column);
  if (isBlank(scan.text.charCodeAt(behind))) scan.column = column + 1;
}
