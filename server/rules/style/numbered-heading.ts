/** A heading begins with a number. */

import { foldKey } from "../../base/fold";
import { plainValue } from "../../base/plain-value";
import { rememberLast } from "../../base/remember";
import type { GovernedDocument } from "../../workspace/types";
import { quoteRange } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";
import { numberedHeadingsOf } from "../style-numbers";

export const rule: Rule = {
  id: "style/numbered-heading",
  summary: "A heading begins with a number.",
  why: "Numbers grow wrong when sections come and go; the words of the heading are what readers look for.",
  guide: "Content format: no numbered elements",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const { text } = document;
    const reports: Report[] = [];
    for (const { title, number } of numberedHeadingsOf(document)) {
      const at = { start: title.start, end: title.start + number.trimEnd().length };
      // a word such as `Section` is the author's to take away, and so is a number that the text cites
      const isAuthors =
        /\p{L}/u.test(number) || isReferredTo(document, text.slice(title.start, title.end), number);
      reports.push({
        at,
        message: `${quoteRange(text, at)} numbers this heading. The house tells sections by their words alone.`,
        needsDecision: isAuthors,
        fixes: () => [
          replace(
            "Remove the number",
            { start: title.start, end: title.start + number.length },
            "",
            !isAuthors,
          ),
        ],
      });
    }
    return reports;
  },
};

/** In lower case, once for all headings of a document. */
const lowerText = rememberLast(({ text }: GovernedDocument) => text.toLowerCase());

/** True where a link leads to the heading by its words, or the text cites it as it is numbered. */
function isReferredTo(document: GovernedDocument, title: string, number: string): boolean {
  const text = lowerText(document);
  const anchor = foldKey(plainValue(title))
    .replace(/[^\p{L}\p{N}\s]/gu, "")
    .replace(/\s+/g, "-");
  if (text.includes(`](#${anchor}`)) return true;
  const cited = number.replace(/[:.)–—\s-]+$/, "").toLowerCase();
  if (/^[\d(]/.test(cited)) return text.includes(`§${cited}`) || text.includes(`§ ${cited}`);
  return text.indexOf(cited) !== text.lastIndexOf(cited);
}
