/** The sections of a document: its top-level headings and what each governs. */
import { foldKey } from "../base/fold";
import type { Range } from "../base/range";
import type { Block } from "./block";
import type { Section } from "./types";

/** `skipped` is a heading that belongs to the header: field lines over a `---`, which Markdown reads as a heading. */
export function findSections(
  text: string,
  blocks: readonly Block[],
  skipped: ReadonlySet<number>,
): Section[] {
  const headings: number[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind === "heading" && block.parent === -1 && !skipped.has(i)) headings.push(i);
  }
  return headings.map((index, order) => {
    const block = blocks[index] as Block;
    const level = block.level ?? 1;
    let next = blocks.length;
    for (let k = order + 1; k < headings.length; k++) {
      const candidate = headings[k] as number;
      if ((blocks[candidate]?.level ?? 1) <= level) {
        next = candidate;
        break;
      }
    }
    const titleRange = block.text ?? { start: block.contentStart, end: block.range.end };
    return {
      title: text.slice(titleRange.start, titleRange.end),
      level,
      titleRange,
      headingLine: block.line,
      heading: index,
      endBlock: next,
      range: { start: block.range.start, end: blocks[next]?.range.start ?? text.length },
    };
  });
}

/** The section without the blank lines at its end. */
export function writtenRange(text: string, { range: { start, end } }: Section): Range {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** A section's title for comparison: folded, without numbering such as `9.`, `3.2` or `Appendix D —`. */
export function foldTitle(title: string): string {
  const folded = foldKey(title);
  const bare = /^(?:appendix|§|\d)/.test(folded) ? withoutNumber(folded) : folded;
  return bare.endsWith(".") || bare.endsWith(":") ? bare.slice(0, -1) : bare;
}

function withoutNumber(title: string): string {
  const named = title.startsWith("appendix ") ? title.replace(/^appendix [a-z0-9]+\s*[—–:.]?\s*/, "") : title;
  return named.replace(/^(?:§ ?)?\d+(?:\.\d+)*[.):]?\s+(?:[—–] )?/, "");
}

/** The first level-1 heading, unless another section stands before it. */
export function findTitle(sections: readonly Section[]): Section | undefined {
  const first = sections[0];
  return first?.level === 1 ? first : undefined;
}
