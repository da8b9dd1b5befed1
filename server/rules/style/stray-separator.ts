/** A separator stands where the house has none. */
import type { Report, Rule } from "../rule";
import { firstLineOf, removeSeparator } from "../style-fixes";
import { outlineOf, type Piece } from "../style-outline";
import { placeOf } from "../style-separators";

export const rule: Rule = {
  id: "style/stray-separator",
  summary: "A separator stands where it parts nothing.",
  why: "Readers take every separator for the end of a part; one that stands anywhere else misleads them.",
  guide: "Document structure: separators",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const outline = outlineOf(document);
    if (outline === undefined) return;
    const { separators } = outline.style;
    const reports: Report[] = [];
    outline.pieces.forEach((piece: Piece, index) => {
      if (piece.kind !== "separator") return;
      const place = placeOf(outline, index);
      // between subsections it has a rule of its own
      if (place === undefined || place === "sub" || separators[place] !== "forbidden") return;
      reports.push({
        at: firstLineOf(document.text, piece.range),
        message: `This separator parts nothing. ${
          place === "elsewhere"
            ? "Separators stand only where sections and details blocks begin and end."
            : "The house style has none here."
        }`,
        fixes: () => removeSeparator(document, piece),
      });
    });
    return reports;
  },
};
