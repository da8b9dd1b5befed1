/** The terms in the first column of a table are not bold. */
import type { Block } from "../../document/block";
import { parseTable, type TableCell } from "../../document/table";
import { quoteRange } from "../fields";
import type { Report, Rule } from "../rule";
import { styleOf } from "../style-outline";

export const rule: Rule = {
  id: "style/plain-first-column",
  summary: "The terms in the first column of a table are not bold.",
  why: "Readers find a row by its term, which has to catch the eye.",
  guide: "Technical elements: tables",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    if (styleOf(document)?.boldFirstColumn !== true) return;
    const { text, parsed } = document;
    const reports: Report[] = [];
    for (const block of parsed.blocks) {
      if (block.kind !== "table") continue;
      const cells = plainTerms(text, block);
      const [first] = cells;
      if (first === undefined) continue;
      reports.push({
        at: first.range,
        message: `${quoteRange(text, first.range)}${cells.length > 1 ? ` and ${cells.length - 1} more in this column are` : " is"} not bold. Terms in the first column of a table are.`,
        fixes: () => [
          {
            title: "Make the terms bold",
            safe: true,
            edits: cells.map(({ range }) => ({
              range,
              newText: `**${text.slice(range.start, range.end)}**`,
            })),
          },
        ],
      });
    }
    return reports;
  },
};

/** First cells that hold words; numbers, dates and code are no terms, and what is emphasised stays as it is. */
function plainTerms(text: string, block: Block): TableCell[] {
  return parseTable(text, block).rows.flatMap(({ cells }) => {
    const [first, second] = cells;
    if (first === undefined || second === undefined) return [];
    return /\p{L}{2}/u.test(first.text) && !/[*_`<[]/.test(first.text) ? [first] : [];
  });
}
