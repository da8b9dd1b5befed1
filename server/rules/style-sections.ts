/** What stands in a section: its details blocks, and what stands outside of them. */
import { rememberLast } from "../base/remember";
import type { Piece, StyleOutline, StyleSection } from "./style-outline";

/** What stands outside of details blocks under one heading. */
export interface LooseContent {
  readonly section: StyleSection;
  /** Runs of blocks that no details block parts, each from its first to its last piece, as indices in `pieces`. */
  readonly runs: readonly { readonly first: number; readonly last: number }[];
}

/** Per main section and subsection, as far as there is any; none where the house lets content stand where it likes. */
export const looseContentOf: (outline: StyleOutline) => readonly LooseContent[] = rememberLast((outline) => {
  if (outline.style.details?.holdContent !== true) return [];
  const footer = footerOf(outline);
  return outline.sections.flatMap((section) => {
    const end = footer >= 0 ? Math.min(section.end, footer) : section.end;
    const runs = section.role === undefined ? [] : findRuns(outline.pieces, section.heading, end);
    return runs.length === 0 ? [] : [{ section, runs }];
  });
});

function findRuns(pieces: readonly Piece[], heading: number, end: number): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  let isOpen = false;
  for (let i = heading + 1; i < end; i++) {
    const { kind, within } = pieces[i] as Piece;
    if (within >= 0 || kind === "separator") continue;
    if (kind !== "content" && kind !== "heading") {
      isOpen = false;
      continue;
    }
    const run = runs.at(-1);
    if (isOpen && run !== undefined) run.last = i;
    else runs.push({ first: i, last: i });
    isOpen = true;
  }
  return runs;
}

/** Index in `pieces` of a last paragraph behind a separator that is emphasised as a whole; -1 where there is none. */
export function footerOf({ text, pieces }: StyleOutline): number {
  const last = pieces.length - 1;
  const { range, kind, within } = pieces[last] ?? {
    kind: "heading",
    within: -1,
    range: { start: 0, end: 0 },
  };
  const isFooter = kind === "content" && within < 0 && pieces[last - 1]?.kind === "separator";
  return isFooter && /^([*_]+)[^*_]+\1$/.test(text.slice(range.start, range.end).trim()) ? last : -1;
}

/** The details blocks right under the section's heading, as indices in `pieces` of their opening tags. */
export function detailsOf({ pieces }: StyleOutline, { heading, end }: StyleSection): number[] {
  const found: number[] = [];
  for (let i = heading + 1; i < end; i++) {
    const { kind, within } = pieces[i] as Piece;
    if (kind === "open" && within === -1) found.push(i);
  }
  return found;
}

/** Index in `pieces` of the closing tag; -1 where there is none on the same level. */
export function closeOf({ pieces }: StyleOutline, open: number): number {
  const { details } = pieces[open] as Piece;
  for (let i = open + 1; i < pieces.length; i++) {
    if (pieces[i]?.kind === "close" && pieces[i]?.details === details) return i;
  }
  return -1;
}
