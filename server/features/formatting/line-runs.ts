/** Which lines of a header may change places with which: those of one paragraph, list, quote or table. */
import type { Range } from "../../base/range";
import type { Block } from "../../document/block";
import { findSuppressions } from "../../document/suppressions";
import type { HeaderField } from "../../document/types";
import { headerFields } from "../../rules/fields";
import type { GovernedDocument } from "../../workspace/types";
import type { Slot } from "./header-slot";

/** What ends a line and stays where it is when the field moves. */
const LINE_BREAK = /(?: {2,}|[ \t]*\\|[ \t]*<br\s*\/?>)?[ \t]*$/i;

/** Slots that may change places with each other; none where fields cannot move. */
interface Run {
  /** In document order. */
  readonly slots: readonly Slot[];
  /** Indices of the first and the last block, the comments right above included. */
  readonly first: number;
  readonly last: number;
  readonly firstLine: number;
  /** Behind the last line. */
  readonly endLine: number;
  readonly isParagraph: boolean;
  /** True when each field is a paragraph of its own. */
  readonly isSpaced: boolean;
}

export function lineRuns(document: GovernedDocument): readonly (readonly Slot[])[] {
  const { blocks } = document.parsed;
  const touching = merge(findRuns(document), (above, below) => above.endLine === below.firstLine);
  const spaced = merge(touching, (above, below) => above.isSpaced && below.slots.length === 1);
  const comments = findSuppressions(document.text, blocks).filter(({ kind }) => kind === "line");
  return spaced
    .map(({ slots }) => withoutHeadComment(slots, comments))
    .filter((slots) => comments.every(({ range, target }) => staysAbove(slots, range, target ?? range)));
}

/** Joins neighbours of paragraphs with nothing in between where `belong` says so. */
function merge(runs: readonly Run[], belong: (above: Run, below: Run) => boolean): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const above = merged.at(-1);
    const isNext = above?.isParagraph === true && run.isParagraph && above.last + 1 === run.first;
    const mayMove = above !== undefined && above.slots.length > 0 && run.slots.length > 0;
    if (isNext && mayMove && belong(above, run)) {
      const isSpaced = above.isSpaced && run.isSpaced && above.endLine < run.firstLine;
      merged[merged.length - 1] = {
        ...above,
        slots: [...above.slots, ...run.slots],
        last: run.last,
        endLine: run.endLine,
        isSpaced,
      };
    } else merged.push(run);
  }
  return merged;
}

/** A comment above all fields speaks of all of them, unless it accepts a finding on the line below it. */
function withoutHeadComment(
  slots: readonly Slot[],
  comments: readonly { readonly range: Range }[],
): readonly Slot[] {
  const [head, ...others] = slots;
  if (head === undefined) return slots;
  const { start } = head.field.lineRange;
  if (comments.some(({ range }) => range.start >= head.range.start && range.end <= start)) return slots;
  return [{ ...head, range: { start, end: head.range.end } }, ...others];
}

/** False where a comment on the line below it would come to stand above another line. */
function staysAbove(slots: readonly Slot[], comment: Range, target: Range): boolean {
  const holder = slots.find(({ range }) => range.start <= target.start && target.start < range.end);
  return holder === undefined || (holder.range.start <= comment.start && slots.length > 0);
}

/** Each block with fields on its own. */
function findRuns(document: GovernedDocument): Run[] {
  const { parsed, text } = document;
  const fields = headerFields(document).filter(({ form }) => form !== "front-matter");
  const runs: Run[] = [];
  parsed.blocks.forEach((block, index) => {
    const { kind, line, endLine, parent, range } = block;
    const own = fields.filter(
      ({ lineRange }) => lineRange.start >= range.start && lineRange.start <= range.end,
    );
    if (own.length === 0) return;
    const base = { first: index, last: index, firstLine: line, endLine, isParagraph: false, isSpaced: false };
    if (kind === "list" && parent === -1) runs.push({ ...base, slots: itemSlots(parsed.blocks, index, own) });
    else if (kind === "table" && parent === -1)
      runs.push({ ...base, slots: own.map((field) => ({ field, range: field.lineRange })) });
    else if (isOfLines(parsed.blocks, block)) {
      const first = firstComment(text, parsed.blocks, index);
      const lead = parsed.blocks[first] ?? block;
      const slots = lineSlots(text, block, own, lead.range.start);
      const isSpaced = slots.length === 1;
      runs.push({ ...base, slots, first, firstLine: lead.line, isParagraph: true, isSpaced });
    }
  });
  return runs;
}

/** A paragraph, or what a line of dashes below it makes a heading; in a quote, too. */
function isOfLines(blocks: readonly Block[], { kind, parent }: Block): boolean {
  const holder = blocks[parent];
  const isTop = parent === -1 || (holder?.kind === "block-quote" && holder.parent === -1);
  return isTop && (kind === "paragraph" || kind === "heading");
}

/** The index of the first of the comments right above a block; of the block itself where there are none. */
function firstComment(text: string, blocks: readonly Block[], index: number): number {
  const above = blocks[index - 1];
  const block = blocks[index];
  const isComment =
    above?.kind === "html" &&
    above.parent === block?.parent &&
    above.endLine === block.line &&
    text.startsWith("<!--", above.contentStart);
  return isComment ? firstComment(text, blocks, index - 1) : index;
}

/** Nothing moves where a line holds several fields, or where words follow that may be text and no value. */
function lineSlots(text: string, block: Block, own: readonly HeaderField[], start: number): Slot[] {
  const end = block.kind === "heading" ? (block.text?.end ?? block.range.end) : block.range.end;
  const last = own.at(-1);
  const behind = last?.lineRange.end ?? end;
  const isShared = own.some((each, index) => own[index + 1]?.lineRange.start === each.lineRange.start);
  if (isShared || behind > Math.max(end, block.range.end) || /[^\s>]/.test(text.slice(behind, end)))
    return [];
  // what a quote goes on with lazily, without its mark, would leave it as its first line
  if (block.parent >= 0 && /^(?![ \t]*>)/m.test(text.slice(block.range.start, block.range.end))) return [];
  if (last !== undefined && /[\r\n]/.test(text.slice(last.keyRange.end, last.valueRange.start))) return [];
  return own.map((field, index) => {
    const { lineRange } = field;
    const broken = LINE_BREAK.exec(text.slice(lineRange.start, lineRange.end))?.[0].length ?? 0;
    return {
      field,
      range: { start: index === 0 ? start : lineRange.start, end: lineRange.end - broken },
    };
  });
}

/** The items of a list up to the first task; none where one of them is no field, or where they are numbered. */
function itemSlots(blocks: readonly Block[], list: number, own: readonly HeaderField[]): Slot[] {
  const items = blocks.filter(({ kind, parent }) => kind === "list-item" && parent === list);
  const tasks = items.findIndex(({ task }) => task !== undefined);
  const heading = tasks < 0 ? items : items.slice(0, tasks);
  const slots = heading.flatMap(({ range }) => {
    const [field, ...others] = own.filter(
      ({ lineRange }) => lineRange.start >= range.start && lineRange.start <= range.end,
    );
    return field === undefined || others.length > 0 || field.lineRange.end > range.end
      ? []
      : [{ field, range }];
  });
  return slots.length === heading.length && blocks[list]?.ordered !== true ? slots : [];
}
