/** A details block is not closed, or a closing tag closes none. */
import type { Report, Rule } from "../rule";
import { closeDetails, hidesClose, removeTag } from "../style-details";
import { brokenFencesOf } from "../style-fences";
import { outlineOf } from "../style-outline";

export const rule: Rule = {
  id: "style/unbalanced-details",
  summary: "A tag of a details block has no partner.",
  why: "A block that is never closed folds away all that follows it.",
  guide: "Details blocks: mandatory structure",
  since: "0.1.0",
  severity: "error",
  fixable: true,
  reads: "document",
  check({ document }) {
    const outline = outlineOf(document);
    if (outline?.style.details === undefined) return;
    const reports: Report[] = [];
    for (const tag of outline.tags) {
      if (tag.kind === "open" && outline.details[tag.details]?.close === undefined) {
        const isHidden = hidesClose(document, outline, tag.details);
        // then the code block is the cause
        if (isHidden && brokenFencesOf(document).length > 0) continue;
        reports.push({
          at: tag.range,
          message: `This details block is never closed, so that all below it is folded away. ${isHidden ? "The `</details>` below it stands in a code block, which is perhaps meant to end before." : "It needs a line `</details>`."}`,
          fixes: () => closeDetails(document, outline, tag.details),
        });
      } else if (tag.kind === "close" && tag.details < 0) {
        reports.push({
          at: tag.range,
          message: "`</details>` closes no block: no `<details>` above it is open.",
          needsDecision: true,
          fixes: () => removeTag(document, tag.range),
        });
      }
    }
    return reports;
  },
};
