/** The `<details>` blocks of a document: which tags belong together, and which have no partner. */
import type { Range } from "../base/range";
import { once } from "../base/remember";
import type { Block } from "./block";
import { findCodeSpans } from "./code-spans";

export interface DetailsBlock {
  /** The opening tag. */
  readonly open: Range;
  readonly summary: Summary | undefined;
  /** The closing tag; undefined where there is none. */
  readonly close: Range | undefined;
}

/** The whole `<summary>` element, and what stands between its tags, trimmed. */
export interface Summary {
  readonly range: Range;
  readonly text: Range;
}

export interface DetailsTag {
  readonly kind: "open" | "summary" | "close";
  /** The tag; for a summary the whole element. */
  readonly range: Range;
  /** Index in `details`; -1 for a tag that belongs to none. */
  readonly details: number;
  /** Index in the document's blocks of the one in whose text the tag stands. */
  readonly block: number;
}

export interface DetailsTags {
  readonly details: readonly DetailsBlock[];
  /** All tags in the order of the text; those in code are none. */
  readonly tags: readonly DetailsTag[];
}

const TAG = /<(\/?)(details|summary)(?=[\s>/])[^<>]*>/gi;
const NONE: DetailsTags = { details: [], tags: [] };

export function findDetails(text: string, blocks: readonly Block[]): DetailsTags {
  const details: { open: Range; summary: Summary | undefined; close: Range | undefined }[] = [];
  const tags: DetailsTag[] = [];
  const open: number[] = [];
  let block = 0;
  let behind = 0;
  let isMarkup = (_offset: number): boolean => false;
  let asked = -1;
  for (const match of text.matchAll(TAG)) {
    const range = { start: match.index, end: match.index + match[0].length };
    while ((blocks[block + 1]?.range.start ?? Number.POSITIVE_INFINITY) <= range.start) block++;
    const holder = blocks[block];
    if (holder === undefined || range.start >= holder.range.end || range.start < behind) continue;
    if (asked !== block) {
      isMarkup = markupIn(text, holder);
      asked = block;
    }
    if (!isMarkup(range.start)) continue;
    const closes = match[1] === "/";
    if ((match[2] as string).toLowerCase() === "summary") {
      if (closes) continue;
      const summary = readSummary(text, range, holder.range.end);
      behind = summary.range.end;
      const index = open.at(-1) ?? -1;
      const owner = details[index];
      if (owner?.summary !== undefined || owner === undefined) continue;
      owner.summary = summary;
      tags.push({ kind: "summary", range: summary.range, details: index, block });
    } else if (closes) {
      const index = open.pop() ?? -1;
      const owner = details[index];
      if (owner !== undefined) owner.close = range;
      tags.push({ kind: "close", range, details: index, block });
    } else {
      open.push(details.length);
      tags.push({ kind: "open", range, details: details.length, block });
      details.push({ open: range, summary: undefined, close: undefined });
    }
  }
  return tags.length === 0 ? NONE : { details, tags };
}

/** Up to the closing tag, or to the line's end where none follows in the same block. */
function readSummary(text: string, tag: Range, blockEnd: number): Summary {
  const rest = text.slice(tag.end, blockEnd);
  const closing = /<\/summary\s*>/i.exec(rest);
  const next = /<\/?details(?=[\s>/])/i.exec(rest);
  const isClosed = closing !== null && (next === null || closing.index < next.index);
  const length = isClosed ? closing.index : Math.min(rest.search(/[\r\n]|$/), next?.index ?? rest.length);
  const written = rest.slice(0, length);
  const start = tag.end + (written.length - written.trimStart().length);
  return {
    range: { start: tag.start, end: tag.end + length + (isClosed ? closing[0].length : 0) },
    text: { start, end: start + written.trim().length },
  };
}

/** Tells whether a tag at an offset of the block is one, and no example. */
function markupIn(text: string, block: Block): (offset: number) => boolean {
  switch (block.kind) {
    case "html": {
      const isHidden = /^<(?:!--|(?:pre|script|style|textarea)\b)/i.test(
        text.slice(block.contentStart, block.contentStart + 10),
      );
      return () => !isHidden;
    }
    case "paragraph":
    case "heading":
    case "table": {
      const spans = once(() => findCodeSpans(text, block.contentStart, block.range.end));
      return (offset) => !spans().some((span) => span.start <= offset && offset < span.end);
    }
    default:
      return () => false;
  }
}
