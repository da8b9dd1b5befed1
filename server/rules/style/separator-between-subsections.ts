/** A separator stands between subsections, where the house wants none. */
import type { Report, Rule } from "../rule";
import { firstLineOf, removeSeparator } from "../style-fixes";
import { outlineOf, type Piece } from "../style-outline";
import { placeOf } from "../style-separators";

export const rule: Rule = {
  id: "style/separator-between-subsections",
  summary: "A separator stands between subsections.",
  why: "A separator marks the end of a main section; between its subsections it tells readers what is not so.",
  guide: "Document structure: subsections",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const outline = outlineOf(document);
    if (outline === undefined || outline.style.separators.sub !== "forbidden") return;
    const reports: Report[] = [];
    outline.pieces.forEach((piece: Piece, index) => {
      if (piece.kind !== "separator" || placeOf(outline, index) !== "sub") return;
      reports.push({
        at: firstLineOf(document.text, piece.range),
        message: "This separator stands above a subsection. Separators part main sections only.",
        fixes: () => removeSeparator(document, piece),
      });
    });
    return reports;
  },
};
