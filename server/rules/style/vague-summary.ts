/** A summary says nothing of what the block holds. */
import { foldKey } from "../../base/fold";
import { quoteRange } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";
import { headingAbove, summaryText } from "../style-details";
import { summaryOf } from "../style-fixes";
import { outlineOf } from "../style-outline";

export const rule: Rule = {
  id: "style/vague-summary",
  summary: "A summary says nothing of what its details block holds.",
  why: "Readers decide by the summary whether to unfold a block; `Details` tells them nothing.",
  guide: "Details blocks: summary text",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const outline = outlineOf(document);
    const vague = outline?.style.details?.vagueSummaries ?? [];
    if (outline === undefined || vague.length === 0) return;
    const { text } = document;
    const isVague = (words: string): boolean => vague.includes(foldKey(words.replace(/[\s:.…!]+$/, "")));
    const reports: Report[] = [];
    for (const { open, summary } of outline.details) {
      if (summary === undefined || !isVague(summaryText(text, summary))) continue;
      reports.push({
        at: summary.text,
        message: `${quoteRange(text, summary.text)} does not say what the block holds. Name its content, such as \`Implementation strategies\`.`,
        needsDecision: true,
        fixes: () => {
          const heading = headingAbove(document, open);
          // other words are the author's to find; those of the heading may say enough
          return heading === undefined || isVague(heading)
            ? []
            : [replace("Take the heading for the summary", summary.text, summaryOf(heading), false)];
        },
      });
    }
    return reports;
  },
};
