/** A details block does not begin and end with a separator. */
import type { Range } from "../../base/range";
import { insertBlockAt } from "../body-fixes";
import { behindLine } from "../fixes";
import type { Report, Rule } from "../rule";
import { lineStartOf } from "../style-fixes";
import { outlineOf, type Piece, type StyleOutline } from "../style-outline";
import { closeOf } from "../style-sections";

export const rule: Rule = {
  id: "style/details-without-separators",
  summary: "A details block does not begin or end with a separator.",
  why: "The lines show where an unfolded block begins and ends in a long page.",
  guide: "Details blocks: mandatory structure",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const outline = outlineOf(document);
    if (outline?.style.separators.details !== "required") return;
    const { text } = document;
    const reports: Report[] = [];
    for (let i = 0; i < outline.pieces.length; i++) {
      const gaps = findGaps(outline, i);
      const [first] = gaps;
      if (first === undefined) continue;
      const where = gaps.length === 2 ? "begins and ends" : first.opens ? "begins" : "ends";
      reports.push({
        at: first.at,
        message: `This details block ${where} without a separator. A line \`---\` stands right below the summary and right above \`</details>\`.`,
        fixes: () => [
          {
            title: "Insert the separators",
            safe: true,
            edits: gaps.map(({ opens, at }) =>
              insertBlockAt(
                document,
                opens ? behindLine(text, at.end) : lineStartOf(text, at.start),
                "---\n",
              ),
            ),
          },
        ],
      });
    }
    return reports;
  },
};

/** What lacks its separator of the block that opens at `index`: its summary, its closing tag. */
function findGaps(outline: StyleOutline, index: number): { opens: boolean; at: Range }[] {
  const { pieces, unclosed } = outline;
  const open = pieces[index] as Piece;
  // where it ends, its own finding says first
  if (open.kind !== "open" || unclosed.has(open.details)) return [];
  const close = closeOf(outline, index);
  const isOwn = (piece: Piece | undefined): boolean =>
    piece?.within === open.details && piece.kind === "separator";
  const top = pieces[index + 1]?.kind === "summary" ? index + 1 : index;
  const gaps: { opens: boolean; at: Range }[] = [];
  if (!isOwn(pieces[top + 1])) gaps.push({ opens: true, at: (pieces[top] as Piece).range });
  // one separator is enough for a block that holds nothing
  if (close > top + 1 && !isOwn(pieces[close - 1]))
    gaps.push({ opens: false, at: (pieces[close] as Piece).range });
  return gaps;
}
