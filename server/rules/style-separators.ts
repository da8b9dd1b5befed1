/** At what sort of place a separator stands. */
import type { SectionRole } from "../policy/style-policy";
import type { Piece, StyleOutline } from "./style-outline";
import { footerOf } from "./style-sections";

export type Place = SectionRole | "details" | "elsewhere";

/** How messages call what a separator stands between. */
export const PLACES: Readonly<Record<SectionRole, string>> = {
  main: "main sections",
  sub: "subsections",
  inner: "the sections of a details block",
};

/** The part that a heading opens; a subsection's heading within a details block opens none. */
export function roleOf({ kind, level, within }: Piece, { style }: StyleOutline): SectionRole | undefined {
  if (kind !== "heading") return undefined;
  const { main, sub, inner } = style.levels;
  if (within >= 0) return level === inner ? "inner" : undefined;
  return level === main ? "main" : level === sub ? "sub" : undefined;
}

/**
 * Where the separator at `index` stands. The guide draws it above the heading of a main section in one example and
 * right below it in another, so that both count. Undefined for one between headings that should stand in a details
 * block, which is their finding.
 */
export function placeOf(outline: StyleOutline, index: number): Place | undefined {
  const { pieces, style, unclosed } = outline;
  const { within } = pieces[index] as Piece;
  const above = pieces[index - 1];
  const below = pieces[index + 1];
  if (above?.kind === "separator") return "elsewhere";
  if (index + 1 === footerOf(outline)) return "main";
  // what stands in a block that is never closed is that block's finding
  if (unclosed.has(within) && unclosed.get(within) !== index + 1) return undefined;
  if (below?.kind === "close" && unclosed.has(below.details)) return undefined;
  if (within >= 0) {
    const opens = (above?.kind === "open" || above?.kind === "summary") && above.details === within;
    const closes = below?.kind === "close" && below.details === within;
    if (opens || closes || unclosed.get(within) === index + 1) return "details";
    return below?.kind === "heading" ? "inner" : "elsewhere";
  }
  if (above === undefined) return "elsewhere";
  const main = style.levels.main ?? 1;
  if (below === undefined || (above.kind === "heading" && above.level <= main)) return "main";
  if (below.kind !== "heading") return "elsewhere";
  if (below.level <= main) return "main";
  if (below.level === style.levels.sub) return "sub";
  return style.details?.holdContent === true ? undefined : "elsewhere";
}
