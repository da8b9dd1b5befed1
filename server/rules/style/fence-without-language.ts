/** A code block names no language, or one that the house does not have. */
import { findClosest } from "../../base/closest";
import type { Block } from "../../document/block";
import { listWords, quoteValue } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";
import { brokenFencesOf, isSpilled } from "../style-fences";
import { styleOf } from "../style-outline";

export const rule: Rule = {
  id: "style/fence-without-language",
  summary: "A code block names no language, or one that the house does not use.",
  why: "The language decides how a block is coloured and drawn, and tells readers what they look at.",
  guide: "Technical elements: fenced code blocks",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const style = styleOf(document);
    if (style === undefined || (!style.fenceLanguage && style.fenceLanguages.length === 0)) return;
    const { text, parsed } = document;
    const known = new Set(style.fenceLanguages.map((each) => each.toLowerCase()));
    // what breaks a block is its finding
    const broken = new Set(brokenFencesOf(document).flatMap(({ fence, half }) => [fence, half]));
    const reports: Report[] = [];
    for (const block of parsed.blocks) {
      if (block.kind !== "fence" || broken.has(block) || isSpilled(document, block.range.start)) continue;
      const { text: info = block.range } = block;
      const language = /^\{?\.?([^\s{},]*)/.exec(text.slice(info.start, info.end))?.[1] ?? "";
      if (info.start === info.end) {
        if (!style.fenceLanguage) continue;
        const at = marksOf(text, block);
        reports.push({
          at,
          message: `This code block names no language. Write it behind the marks; \`${style.defaultLanguage}\` stands for none.`,
          fixes: () => [
            replace(
              `Write \`${style.defaultLanguage}\``,
              { start: at.end, end: at.end },
              style.defaultLanguage,
              true,
            ),
          ],
        });
      } else if (language !== "" && known.size > 0 && !known.has(language.toLowerCase())) {
        const start = text.indexOf(language, info.start);
        const at = { start, end: start + language.length };
        const closest = findClosest(language.toLowerCase(), [...known]);
        const words = listWords(
          style.fenceLanguages.map((each) => `\`${each}\``),
          "and",
        );
        reports.push({
          at,
          message: `${quoteValue(language)} is none of the languages of code blocks. ${closest === undefined ? `They are ${words}.` : `Did you mean \`${closest}\`?`}`,
          needsDecision: true,
          fixes: () =>
            closest === undefined ? [] : [replace(`Change to \`${closest}\``, at, closest, false)],
        });
      }
    }
    return reports;
  },
};

/** The backticks or tildes that open the block. */
function marksOf(text: string, { contentStart }: Block): { start: number; end: number } {
  let end = contentStart;
  while (text[end] === text[contentStart]) end++;
  return { start: contentStart, end };
}
