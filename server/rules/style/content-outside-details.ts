/** What a section says stands outside of its details block. */

import type { Rule } from "../rule";
import { looseReports } from "../style-details";

export const rule: Rule = {
  id: "style/content-outside-details",
  summary: "Content stands under a heading outside of a details block.",
  why: "Readers unfold what they need; what stands outside of the blocks breaks the overview that the headings give.",
  guide: "Document structure: main sections are topic dividers, subsections hold one details block",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check: ({ document }) => looseReports(document, "content"),
};
