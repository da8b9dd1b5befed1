/** A document is filed with a template's mark in its text. */
import type { Range } from "../../base/range";
import { linesOf } from "../../process/section-lines";
import { fillableBlocks, findTemplateMark, withoutCode } from "../../process/template-marks";
import type { GovernedDocument } from "../../workspace/types";
import { quoteRange } from "../fields";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "record/unfilled-placeholder",
  summary: "A filed document holds a mark of its template that nobody has filled in.",
  why: "From its filing on nobody may write into a record, so what was left open stays open for ever.",
  guide: "Document Classes (§2): immutable once filed",
  since: "0.1.0",
  severity: "error",
  fixable: false,
  reads: "history",
  check({ document, history }) {
    // nobody can mend what has been a record before
    if (!document.filed || history?.record !== undefined) return;
    return findMarks(document).map(
      (at): Report => ({
        at,
        message: `${quoteRange(document.text, at)} is a placeholder. This document is filed: fill it in before you commit the record, because afterwards nobody may.`,
      }),
    );
  },
};

/** At most one a line, in prose and tables; the header's are told as values of their fields. */
function findMarks(document: GovernedDocument): readonly Range[] {
  const { text } = document;
  const marks: Range[] = [];
  let brace = text.indexOf("{");
  if (brace < 0) return marks;
  for (const block of fillableBlocks(document, false)) {
    // most blocks hold no brace, and their lines need not be read
    if (brace >= 0 && brace < block.range.start) brace = text.indexOf("{", block.range.start);
    if (brace < 0) break;
    if (brace >= block.range.end) continue;
    for (const line of linesOf(text, block)) {
      const mark = findTemplateMark(withoutCode(line.text));
      if (mark === undefined) continue;
      const start = line.start + mark.at;
      marks.push({ start, end: start + mark.written.length });
    }
  }
  return marks;
}
