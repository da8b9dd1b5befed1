/** What the block scanner carries from line to line. */
import type { Block } from "./block";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A block whose end is still being moved. */
export type OpenBlock = Writable<Omit<Block, "range">> & { range: Writable<Block["range"]> };

export type LeafKind = "paragraph" | "fence" | "indented-code" | "html" | "table";

/** A block quote, list or list item that later lines may continue. */
export interface Container {
  readonly block: OpenBlock;
  /** Index of the block in `blocks`. */
  readonly index: number;
  /** list: the last character of its markers, which tells one list from another. */
  readonly mark: number;
  /** list-item: columns by which a line must be indented to continue it. */
  readonly indent: number;
  /** list-item: the line that must not be blank, because the marker's line holds nothing else; -1 for none. */
  readonly mustFill: number;
}

export interface Scan {
  readonly text: string;
  readonly blocks: Block[];
  /** The open containers, outermost first. */
  readonly containers: Container[];

  line: number;
  lineStart: number;
  /** Offset behind the line's last character, before its ending. */
  lineEnd: number;
  /** Offset of the first character that is not blank, behind the container markers read so far. */
  next: number;
  /** Column of `next`, tabs expanded. */
  nextColumn: number;
  /** Column behind the container markers read so far; `nextColumn - column` is the indentation. */
  column: number;
  /** How many of the open containers the line continues. */
  matched: number;
  /** True when the last line was blank. */
  blank: boolean;

  /** The leaf block that is open in the innermost container. */
  leaf: LeafKind | undefined;
  leafStart: number;
  leafLine: number;
  leafContent: number;
  leafEnd: number;
  leafEndLine: number;

  /** paragraph: its last line, and the end of the line before that. */
  lastStart: number;
  /** -1 where that line cannot be the head of a table. */
  lastContent: number;
  beforeLastEnd: number;
  /** paragraph: start, content start and end of every line, if it may hold link reference definitions. */
  readonly definitionLines: number[];
  /** fence: its character and its length. html: nothing and its kind, 1 to 7. */
  mark: number;
  size: number;
  infoStart: number;
  infoEnd: number;
  contentStart: number;
  contentEnd: number;

  /** End of the last line that belongs to any block. */
  end: number;
  endLine: number;
}

export function newScan(text: string): Scan {
  return {
    text,
    blocks: [],
    containers: [],
    line: 0,
    lineStart: 0,
    lineEnd: 0,
    next: 0,
    nextColumn: 0,
    column: 0,
    matched: 0,
    blank: false,
    leaf: undefined,
    leafStart: 0,
    leafLine: 0,
    leafContent: 0,
    leafEnd: 0,
    leafEndLine: 0,
    lastStart: 0,
    lastContent: -1,
    beforeLastEnd: 0,
    definitionLines: [],
    mark: 0,
    size: 0,
    infoStart: 0,
    infoEnd: 0,
    contentStart: 0,
    contentEnd: 0,
    end: 0,
    endLine: 0,
  };
}

/** Reads the white space from `offset`, which stands at `column`, up to the next character that is not blank. */
export function moveTo(scan: Scan, offset: number, column: number): void {
  const { text } = scan;
  let next = offset;
  let at = column;
  let unit = text.charCodeAt(next);
  while (unit === 0x20 || unit === 0x09) {
    at += unit === 0x20 ? 1 : 4 - (at & 3);
    unit = text.charCodeAt(++next);
  }
  scan.next = next;
  scan.nextColumn = at;
  scan.column = column;
}

/** Index of the innermost open container in `blocks`, or -1. */
export function parentIndex(scan: Scan): number {
  const { containers } = scan;
  return containers.length === 0 ? -1 : (containers[containers.length - 1]?.index ?? -1);
}

/** True when the line stands in the container of an open paragraph, so that it may end or turn that paragraph. */
export function isInParagraph(scan: Scan): boolean {
  return scan.leaf === "paragraph" && scan.matched === scan.containers.length;
}
