/** A heading that belongs in a details block stands outside of all. */

import type { Rule } from "../rule";
import { looseReports } from "../style-details";

export const rule: Rule = {
  id: "style/heading-outside-details",
  summary: "A heading below the subsections stands outside of a details block.",
  why: "Such headings order what a details block holds; outside of one they break the overview of the document.",
  guide: "Document structure: sub-subsections",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check: ({ document }) => looseReports(document, "heading"),
};
