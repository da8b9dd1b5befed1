/** A heading lacks the separator that sets its section off. */
import type { SectionRole } from "../../policy/style-policy";
import { insertBlockAt } from "../body-fixes";
import { quoteRange } from "../fields";
import type { Report, Rule } from "../rule";
import { lineStartOf } from "../style-fixes";
import { outlineOf, type Piece, type StyleOutline } from "../style-outline";
import { PLACES, roleOf } from "../style-separators";

export const rule: Rule = {
  id: "style/missing-separator",
  summary: "A section is not set off by a separator.",
  why: "The separator shows where one section ends and the next one begins, also where the blocks between are folded.",
  guide: "Document structure: main sections, sections of details blocks",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const outline = outlineOf(document);
    if (outline === undefined) return;
    const reports: Report[] = [];
    for (const { piece, role } of headingsInNeed(outline)) {
      const at = document.parsed.blocks[piece.block]?.text ?? piece.range;
      reports.push({
        at,
        message: `${quoteRange(document.text, at)} is not set off from what stands above it. A line \`---\` belongs between ${PLACES[role]}.`,
        fixes: () => [
          {
            title: "Insert `---` above the heading",
            safe: true,
            edits: [insertBlockAt(document, lineStartOf(document.text, piece.range.start), "---\n")],
          },
        ],
      });
    }
    return reports;
  },
};

/** The first of its part has nothing to be set off from, unless it is a main section. */
function* headingsInNeed(outline: StyleOutline): Generator<{ piece: Piece; role: SectionRole }> {
  const { pieces, style, unclosed } = outline;
  /** Details blocks, or -1, in which a heading of the role stands above. */
  const begun = new Set<number>();
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    if (piece.kind !== "heading") continue;
    const role = roleOf(piece, outline);
    const isFirst = !begun.has(piece.within);
    // a heading above begins what this one goes on with
    if (role === undefined || role === "main") begun.delete(piece.within);
    else begun.add(piece.within);
    if (role === undefined || style.separators[role] !== "required" || unclosed.has(piece.within)) continue;
    const above = pieces[i - 1];
    if (above === undefined || above.kind === "separator" || isSubtitle(above, piece, pieces[i + 1]))
      continue;
    if (role !== "main" && (isFirst || (above.kind === "heading" && above.level < piece.level))) continue;
    yield { piece, role };
  }
}

/** A heading right below the title with nothing under it goes on with the title. */
function isSubtitle(above: Piece, { level }: Piece, below: Piece | undefined): boolean {
  const isEmpty =
    below === undefined || below.kind === "separator" || (below.kind === "heading" && below.level <= level);
  return above.kind === "heading" && above.level < level && isEmpty;
}
