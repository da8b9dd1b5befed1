/** What a parsed document is made of. Everything is derived from the text alone; no policy is known here. */
import type { Range } from "../base/range";
import type { Block } from "./block";

/** How a header field is written. */
export type FieldForm = "bold" | "plain" | "list" | "quote" | "table" | "front-matter" | "section";

export interface HeaderField {
  /** The key as written, without emphasis and colon. */
  readonly key: string;
  /** The key folded for comparison: see `foldKey`. */
  readonly folded: string;
  readonly keyRange: Range;
  /** The value as written, trimmed, without a hard line break; continuation lines joined by one space. */
  readonly value: string;
  /** From the first to the last unit of the value; empty, behind the colon, where there is none. */
  readonly valueRange: Range;
  /** The whole line or lines that carry the field, without the last line's ending. */
  readonly lineRange: Range;
  readonly form: FieldForm;
}

export interface Problem {
  readonly range: Range;
  readonly message: string;
  /** Which of its two lines of dashes is not there. */
  readonly missing?: "opening" | "closing";
}

export interface Header {
  readonly fields: readonly HeaderField[];
  /** From the start of the first field's line to the end of the last one's; undefined without any field. */
  readonly range: Range | undefined;
  /** The YAML front matter, fences included, where there is one. */
  readonly frontMatter: Range | undefined;
  /** Front matter that is no valid YAML mapping. */
  readonly problems: readonly Problem[];
}

/** A heading with what it governs, up to the next heading of its level or above. */
export interface Section {
  /** As written; `foldTitle` makes it comparable, which is not done in advance because few titles are compared. */
  readonly title: string;
  readonly level: number;
  /** The heading's text. */
  readonly titleRange: Range;
  readonly headingLine: number;
  /** Index of the heading in `blocks`. */
  readonly heading: number;
  /** Index behind the last block of the section, subsections included. */
  readonly endBlock: number;
  /** From the heading's line to the end of the section. */
  readonly range: Range;
}

export interface ParsedDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly header: Header;
  /** Top-level headings only, in document order. */
  readonly sections: readonly Section[];
  /** The first level-1 heading that stands before any other section, if there is one. */
  readonly title: Section | undefined;
}
