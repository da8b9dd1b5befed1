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
 * One block. `range` covers whole lines, from the start of its first line (container markers included, a byte order
 * mark not) to the end of its last one without that line's ending. A container (list, list item, block quote) comes
 * before its children and ends with its last line that is not blank. Link reference definitions are no block: a
 * paragraph or heading begins behind those that stand before its text, and a paragraph of nothing else is absent.
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
  /**
   * Where the block's own text begins on its first line: the first character that is not blank behind indentation
   * and container markers, for a list item and a block quote behind their own; the line's end where there is none.
   */
  readonly contentStart: number;
  /** heading: 1 to 6. */
  readonly level?: number;
  /** heading: its text without markers and surrounding white space. fence: the info string, trimmed. */
  readonly text?: Range;
  /**
   * fence, front-matter: the lines between the fences, without the last line's ending and with their container
   * markers; where there are none, an empty range at the end of the opening line.
   */
  readonly content?: Range;
  /** fence: false when the document or its container ended before the closing fence. */
  readonly closed?: boolean;
  /** list: true for an ordered one. */
  readonly ordered?: boolean;
  /** list-item: the single character between the brackets of a task list item, as an offset range. */
  readonly task?: Range;
}
