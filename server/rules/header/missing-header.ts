/** A document that a class claims by its place has no header at all. */
import { sentence } from "../../base/sentence";
import { documentStart } from "../../workspace/document-start";
import { classNoun, classOf, listWords, withArticle } from "../fields";
import { insertHeader } from "../header-fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "header/missing-header",
  summary: "A governed document has no header block.",
  why: "Without a header nobody knows who answers for the document, whether it holds, and which version they read.",
  guide: "Universal Header Block (§4)",
  since: "0.1.0",
  severity: "error",
  fixable: true,
  reads: "document",
  check({ document, policy, workspace, today }) {
    const documentClass = classOf(document);
    if (documentClass === undefined || !document.headerless) return;
    const required = documentClass.fields
      .filter((field) => field.required)
      .map((field) => `\`${field.name}\``);
    return {
      at: documentStart(document),
      message: `This document has no header. ${sentence(withArticle(classNoun(documentClass)))} opens with ${listWords(required, "and")}${policy.guide === undefined ? "" : ` (${policy.guide})`}.`,
      needsDecision: true,
      fixes: () => [insertHeader(document, documentClass, workspace(), today)],
    };
  },
};
