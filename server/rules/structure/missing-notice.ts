/** A document lacks the standing text that its class requires. */

import type { Range } from "../../base/range";
import { sentence } from "../../base/sentence";
import type { NoticePolicy } from "../../policy/types";
import { documentStart } from "../../workspace/document-start";
import type { GovernedDocument } from "../../workspace/types";
import { insertNotice } from "../body-fixes";
import { classNoun, classOf, quoteRange, withArticle } from "../fields";
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
  check({ document }) {
    const documentClass = classOf(document);
    const notice = documentClass?.notice;
    if (documentClass === undefined || notice === undefined || isIn(notice, document)) return;
    const mark = findMark(notice, document.text);
    if (mark !== undefined) {
      const written = quoteRange(document.text, mark);
      return {
        at: mark,
        message: `${written} is a placeholder.${notice.why === undefined ? "" : ` ${notice.why}`}`,
      };
    }
    return {
      at: documentStart(document),
      message: `${sentence(withArticle(classNoun(documentClass)))} carries ${withArticle(notice.name)}; this one has none.${notice.why === undefined ? "" : ` ${notice.why}`}`,
      needsDecision: true,
      fixes: () => [insertNotice(document, notice)],
    };
  },
};

/** The mark in a notice that a fix or a template wrote, and that still waits for its author. */
function findMark(notice: NoticePolicy, text: string): Range | undefined {
  const wording = notice.text.trim();
  const mark = /\{[^{}\n]+\}/.exec(wording);
  const at = text.indexOf(wording);
  if (mark === null || at < 0) return undefined;
  return { start: at + mark.index, end: at + mark.index + mark[0].length };
}

/** In the words for readers: an example in a code block or a comment is not the document's notice. */
function isIn(notice: NoticePolicy, { text, parsed }: GovernedDocument): boolean {
  if (!notice.isIn(text)) return false;
  const hidden = parsed.blocks.filter(
    (block) =>
      block.kind === "fence" ||
      block.kind === "indented-code" ||
      block.kind === "front-matter" ||
      (block.kind === "html" && text.startsWith("<!--", block.contentStart)),
  );
  if (hidden.length === 0) return true;
  const starts = [0, ...hidden.map((block) => block.range.end)];
  return notice.isIn(starts.map((start, i) => text.slice(start, hidden[i]?.range.start)).join("\n"));
}
