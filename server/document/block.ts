/** The block structure of a Markdown document, as the scanner finds it: flat, in document order, with exact ranges. */
import type { Range } from "../base/range";

export type BlockKind =
  | "front-matter"
  | "heading"
  | "paragraph"
  | "fence"
  | "indented-code"
  | "table"
  | "list"
  | "list-item"
  | "block-quote"
  | "html"
  | "thematic-break";

/**
 * One block. `range` covers whole lines, from the start of its first line to the end of its last one without
 * that line's ending. A container (list, list item, block quote) comes before its children.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly range: Range;
  /** Zero-based line of the first line. */
  readonly line: number;
  /** Zero-based line behind the last line. */
  readonly endLine: number;
  /** Index of the enclosing container in the same array, or -1 at the top. */
  readonly parent: number;
  /** Where the block's own text begins on its first line, behind indentation and container markers. */
  readonly contentStart: number;
  /** heading: 1 to 6. */
  readonly level?: number;
  /** heading: its text without markers and surrounding white space. fence: the info string, trimmed. */
  readonly text?: Range;
  /** fence: the lines between the fences, without the last line's ending; empty range where there are none. */
  readonly content?: Range;
  /** fence: false when the document or its container ended before the closing fence. */
  readonly closed?: boolean;
  /** list: true for an ordered one. */
  readonly ordered?: boolean;
  /** list-item: the single character between the brackets of a task list item, as an offset range. */
  readonly task?: Range;
}
