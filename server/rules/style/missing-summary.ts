/** A details block has no summary. */

import { lineEndingOf, replace } from "../fixes";
import type { Report, Rule } from "../rule";
import { headingAbove, summaryText } from "../style-details";
import { summaryOf } from "../style-fixes";
import { outlineOf } from "../style-outline";

export const rule: Rule = {
  id: "style/missing-summary",
  summary: "A details block has no summary.",
  why: "Folded, a block without a summary shows nothing of what it holds.",
  guide: "Details blocks: mandatory structure",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const outline = outlineOf(document);
    if (outline?.style.details === undefined) return;
    const { text } = document;
    const reports: Report[] = [];
    for (const { open, summary } of outline.details) {
      if (summary !== undefined && summaryText(text, summary) !== "") continue;
      reports.push({
        at: summary?.range ?? open,
        message: `This details block has ${summary === undefined ? "no" : "an empty"} summary, so that nobody can tell what it holds before they unfold it.`,
        fixes: () => {
          const heading = headingAbove(document, open);
          if (heading === undefined) return [];
          const element = `<summary>${summaryOf(heading)}</summary>`;
          const fix = "Take the heading for the summary";
          return summary === undefined
            ? [replace(fix, { start: open.end, end: open.end }, `${lineEndingOf(text)}${element}`, true)]
            : [replace(fix, summary.range, element, true)];
        },
      });
    }
    return reports;
  },
};
