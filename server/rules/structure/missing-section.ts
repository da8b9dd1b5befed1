/** A document lacks a section that its class requires. */
import { sentence } from "../../base/sentence";
import { foldTitle } from "../../document/sections";
import { documentStart } from "../../workspace/document-start";
import { holds, valueLookup } from "../../workspace/field-values";
import { appendSection } from "../body-fixes";
import { classNoun, classOf, withArticle } from "../fields";
import type { Report, Rule } from "../rule";

export const rule: Rule = {
  id: "structure/missing-section",
  summary: "A document lacks a section that its class requires.",
  why: "A section that every document of a class has is where its readers look first.",
  guide: "Document Classes (§2), rules of the class",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document, policy }) {
    const documentClass = classOf(document);
    if (documentClass === undefined || documentClass.sections.length === 0) return;
    const lookUp = valueLookup(document.parsed.header.fields, documentClass);
    const { sections, title: documentTitle } = document.parsed;
    const titles = sections.filter((each) => each !== documentTitle).map((each) => foldTitle(each.title));
    const reports: Report[] = [];
    for (const section of documentClass.sections) {
      if (section.when.length > 0 && !section.when.some((condition) => holds(condition, lookUp, policy)))
        continue;
      if (titles.some((title) => section.keys.some((key) => title.includes(key)))) continue;
      reports.push({
        at: documentStart(document),
        message: `${sentence(withArticle(classNoun(documentClass)))} has a section \`${section.title}\`; this one lacks it.${section.why === undefined ? "" : ` ${section.why}`}`,
        needsDecision: true,
        fixes: () => [appendSection(document, section)],
      });
    }
    return reports;
  },
};
