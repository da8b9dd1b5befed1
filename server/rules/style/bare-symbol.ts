/** A symbol before a number stands outside of backticks. */
import type { Range } from "../../base/range";
import { once } from "../../base/remember";
import type { Block } from "../../document/block";
import { findCodeSpans } from "../../document/code-spans";
import { quoteRange } from "../fields";
import { replace } from "../fixes";
import type { Report, Rule } from "../rule";
import { isSpilled } from "../style-fences";
import { lineStartOf } from "../style-fixes";
import { styleOf } from "../style-outline";

/** Where a symbol belongs to markup: link targets, tags, addresses. */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*|<\/?[a-z][^<>]*>|https?:\/\/[^\s<>]+/gi;

export const rule: Rule = {
  id: "style/bare-symbol",
  summary: "A symbol and its number stand outside of backticks.",
  why: "Markdown may take `<`, `>` or `$` for marks of its own, and the number is lost or the page breaks.",
  guide: "Content format: symbols in backticks",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const symbol = styleOf(document)?.bareSymbol;
    if (symbol === undefined) return;
    const { text, parsed } = document;
    const { blocks } = parsed;
    const reports: Report[] = [];
    let index = 0;
    let asked = -1;
    let isMarkup = (_offset: number): boolean => false;
    for (const match of text.matchAll(symbol)) {
      const at = { start: match.index, end: match.index + match[0].length };
      while ((blocks[index + 1]?.range.start ?? Number.POSITIVE_INFINITY) <= at.start) index++;
      const block = blocks[index];
      if (
        block === undefined ||
        at.end > block.range.end ||
        (block.kind !== "paragraph" && block.kind !== "table")
      )
        continue;
      if (at.start < block.contentStart && !isLostSymbol(text, blocks, block, at)) continue;
      if (asked !== index) {
        isMarkup = markupIn(text, block);
        asked = index;
      }
      if (isMarkup(at.start) || isSpilled(document, at.start) || isQuoteMark(text, blocks, block, at))
        continue;
      reports.push({
        at,
        message: `${quoteRange(text, at)} stands outside of backticks, where Markdown may take its symbol for a mark.`,
        fixes: () => [replace("Put it in backticks", at, `\`${text.slice(at.start, at.end)}\``, true)],
      });
    }
    return reports;
  },
};

/** Tells whether an offset of the block lies in code, in a link's target, or in a tag. */
function markupIn(text: string, block: Block): (offset: number) => boolean {
  const ranges = once(() => {
    const { start, end } = { start: block.contentStart, end: block.range.end };
    const tags = [...text.slice(start, end).matchAll(MARKUP)].map(
      (tag): Range => ({
        start: start + tag.index,
        end: start + tag.index + tag[0].length,
      }),
    );
    return [...findCodeSpans(text, start, end), ...tags];
  });
  return (offset) => ranges().some((range) => range.start <= offset && offset < range.end);
}

/** `- >70 %` is an item that begins with a quotation to Markdown, and with a symbol to its author. */
function isLostSymbol(text: string, blocks: readonly Block[], block: Block, { start }: Range): boolean {
  const quote = blocks[block.parent];
  return (
    quote?.kind === "block-quote" &&
    quote.endLine - quote.line === 1 &&
    blocks[quote.parent]?.kind === "list-item" &&
    /\d/.test(text[start + 1] ?? "")
  );
}

/** The `>` with which a further line of a quotation begins. */
function isQuoteMark(text: string, blocks: readonly Block[], block: Block, { start }: Range): boolean {
  if (text[start] !== ">" || start < block.contentStart || blocks[block.parent]?.kind !== "block-quote")
    return false;
  return /^[ \t>]*$/.test(text.slice(lineStartOf(text, start), start));
}
