/** A code block ends before its author meant it to. */
import type { Report, Rule } from "../rule";
import { brokenFencesOf } from "../style-fences";
import { firstLineOf } from "../style-fixes";
import { styleOf } from "../style-outline";

export const rule: Rule = {
  id: "style/broken-fence",
  summary: "A code block ends before its author meant it to.",
  why: "What follows of the code is read as text, and the fence that was meant to end it opens a block over the text behind.",
  guide: "Block element indentation",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    if (styleOf(document)?.indentBlocks !== true) return;
    return brokenFencesOf(document).map(({ fence, cause, edits }): Report => {
      const isNested = cause === "nested";
      return {
        at: firstLineOf(document.text, { start: fence.contentStart, end: fence.range.end }),
        message: isNested
          ? "This code block is ended by a fence within it. The outer fences need one mark more than the inner ones."
          : "A line that is not indented ends the list item of this code block, and the block with it. All of its lines belong below the item's text.",
        needsDecision: isNested,
        fixes: () => [
          {
            title: isNested ? "Lengthen the outer fences" : "Indent all of its lines",
            safe: !isNested,
            edits: edits(),
          },
        ],
      };
    });
  },
};
