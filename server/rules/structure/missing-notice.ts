/** A document lacks the standing text that its class requires. */
import { classOf, documentStart, sentence, withArticle } from "../fields";
import { insertNotice } from "../body-fixes";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "structure/missing-notice",
  summary: "A document lacks the notice that its class requires.",
  why: "Without it, readers take the text for more than its class allows it to be.",
  guide: "Document Classes (§2), rules of the class",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  *check({ document }) {
    const documentClass = classOf(document);
    const notice = documentClass?.notice;
    if (documentClass === undefined || notice === undefined || notice.isIn(document.text)) return;
    yield {
      at: documentStart(document),
      message: `${sentence(withArticle(documentClass.title.toLowerCase()))} carries a ${notice.name}; this one has none.${notice.why === undefined ? "" : ` ${notice.why}`}`,
      fixes: () => [insertNotice(document, notice)],
    };
  },
};
