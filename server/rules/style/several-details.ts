/** A section has more than one details block. */
import { quoteRange } from "../fields";
import type { Report, Rule } from "../rule";
import { joinDetails } from "../style-details";
import { outlineOf, type Piece } from "../style-outline";
import { detailsOf } from "../style-sections";

export const rule: Rule = {
  id: "style/several-details",
  summary: "A section has more than one details block.",
  why: "One block a section lets readers unfold a topic as a whole.",
  guide: "Document structure: subsections",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const outline = outlineOf(document);
    if (outline?.style.details?.onePerSection !== true) return;
    const reports: Report[] = [];
    for (const section of outline.sections) {
      const opens = detailsOf(outline, section);
      const second = outline.pieces[opens[1] ?? -1] as Piece | undefined;
      if (section.role === undefined || second === undefined) continue;
      reports.push({
        at: second.range,
        message: `${quoteRange(document.text, section.title)} has ${opens.length} details blocks. A section has at most one, which holds all of its content.`,
        fixes: () => joinDetails(document, outline, section),
      });
    }
    return reports;
  },
};
