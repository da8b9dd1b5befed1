/** A list is numbered, where the house writes bullets. */
import type { TextEdit } from "../../base/edit";
import type { Range } from "../../base/range";
import type { Block } from "../../document/block";
import type { GovernedDocument } from "../../workspace/types";
import { quoteRange } from "../fields";
import { behindLine } from "../fixes";
import type { Report, Rule } from "../rule";
import { styleOf } from "../style-outline";

export const rule: Rule = {
  id: "style/numbered-list",
  summary: "A list is numbered.",
  why: "The house writes bullets: numbers grow wrong when items come and go, and promise an order that often is none.",
  guide: "Content format: no numbered elements",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    if (styleOf(document)?.numberedLists !== false) return;
    const { text, parsed } = document;
    const reports: Report[] = [];
    parsed.blocks.forEach((block, index) => {
      if (block.kind !== "list" || block.ordered !== true) return;
      const first = parsed.blocks[index + 1];
      const at = first && markerOf(text, first);
      if (at === undefined) return;
      reports.push({
        at,
        message: `${quoteRange(text, at)} numbers a list. The house writes lists with bullets.`,
        fixes: () => [{ title: "Write it with bullets", safe: true, edits: toBullets(document, index) }],
      });
    });
    return reports;
  },
};

/** The number and the sign behind it. */
function markerOf(text: string, item: Block): Range | undefined {
  let end = item.contentStart;
  while (text[end - 1] === " " || text[end - 1] === "\t") end--;
  let start = end - 1;
  while (/\d/.test(text[start - 1] ?? "")) start--;
  return start < end - 1 && /[.)]/.test(text[end - 1] ?? "") ? { start, end } : undefined;
}

/** A bullet in the place of each number, and what belongs to the item moved left by as much as the bullet is shorter. */
function toBullets({ text, parsed }: GovernedDocument, list: number): TextEdit[] {
  const items = parsed.blocks.filter((block) => block.kind === "list-item" && block.parent === list);
  // a bullet in front of nothing but dashes would make a line of it
  const bullet = items.some((item) => /^[-\s]*$/.test(lineFrom(text, item.contentStart))) ? "*" : "-";
  return items.flatMap((item): TextEdit[] => {
    const marker = markerOf(text, item);
    if (marker === undefined) return [];
    const edits: TextEdit[] = [{ range: marker, newText: bullet }];
    if (text[marker.end] === "\t") return edits;
    const shift = marker.end - marker.start - 1;
    for (let start = behindLine(text, marker.end); start < item.range.end; start = behindLine(text, start)) {
      const indented = /^ */.exec(text.slice(start, start + 200))?.[0].length ?? 0;
      if (indented >= shift + 2) edits.push({ range: { start, end: start + shift }, newText: "" });
    }
    return edits;
  });
}

function lineFrom(text: string, start: number): string {
  return /^[^\r\n]*/.exec(text.slice(start, start + 200))?.[0] ?? "";
}
