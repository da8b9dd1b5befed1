/** A code block or a table of a list item does not stand right below the item's text. */
import type { TextEdit } from "../../base/edit";
import type { Block } from "../../document/block";
import type { GovernedDocument } from "../../workspace/types";
import { behindLine } from "../fixes";
import type { Report, Rule } from "../rule";
import { firstLineOf, lineStartOf } from "../style-fixes";
import { styleOf } from "../style-outline";

export const rule: Rule = {
  id: "style/unindented-block",
  summary: "A code block or a table of a list item is not indented to the item's text.",
  why: "A block that is not indented ends the list: it belongs to no item, and the items below it begin a new list.",
  guide: "Block element indentation",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    if (styleOf(document)?.indentBlocks !== true) return;
    const { text, parsed } = document;
    const reports: Report[] = [];
    parsed.blocks.forEach((block, index) => {
      if (block.kind !== "fence" && block.kind !== "table") return;
      const wanted = wantedColumn(document, index);
      const written = columnOf(text, block);
      if (wanted === undefined || written === undefined || wanted === written) return;
      reports.push({
        at: firstLineOf(text, { start: block.contentStart, end: block.range.end }),
        message: `This ${block.kind === "fence" ? "code block" : "table"} belongs to a list item and is ${written === 0 ? "not indented" : `indented by ${spaces(written)}`}. It stands right below the item's text, at ${spaces(wanted)}.`,
        fixes: () => [
          {
            title: `Indent it by ${spaces(wanted)}`,
            safe: true,
            edits: indent(text, block, wanted - written),
          },
        ],
      });
    });
    return reports;
  },
};

function spaces(count: number): string {
  return count === 1 ? "1 space" : `${count} spaces`;
}

/** The column of the text of the item to which the block belongs; undefined where it belongs to none. */
function wantedColumn({ text, parsed }: GovernedDocument, index: number): number | undefined {
  const { blocks } = parsed;
  const block = blocks[index] as Block;
  const parent = blocks[block.parent];
  if (parent?.kind === "list-item") {
    const isFirst = blocks[index - 1] === parent;
    return isFirst || hasQuote(blocks, block) ? undefined : columnOf(text, parent);
  }
  if (parent !== undefined) return undefined;
  const above = blocks[index - 1];
  const item = itemOf(blocks, above);
  if (above === undefined || item === undefined || hasQuote(blocks, item)) return undefined;
  // right below an item, or announced by it
  const isAttached = block.line === above.endLine;
  const isAnnounced =
    above.kind === "paragraph" &&
    /[:：][*_]*$/.test(text.slice(above.range.start, above.range.end).trimEnd());
  return isAttached || isAnnounced ? columnOf(text, item) : undefined;
}

/** The item in which the block stands that ends right above. */
function itemOf(blocks: readonly Block[], above: Block | undefined): Block | undefined {
  if (above?.kind === "list-item") return above;
  const parent = above === undefined ? undefined : blocks[above.parent];
  return parent?.kind === "list-item" ? parent : undefined;
}

function hasQuote(blocks: readonly Block[], block: Block): boolean {
  for (let at = block.parent; at >= 0; at = blocks[at]?.parent ?? -1)
    if (blocks[at]?.kind === "block-quote") return true;
  return false;
}

/** Where the block's text begins on its line; undefined where tabs decide it. */
function columnOf(text: string, { contentStart }: Block): number | undefined {
  const start = lineStartOf(text, contentStart);
  return text.slice(start, contentStart).includes("\t") ? undefined : contentStart - start;
}

function indent(text: string, block: Block, by: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let start = block.range.start; start < block.range.end; start = behindLine(text, start)) {
    const indented = /^ */.exec(text.slice(start, start + 200))?.[0].length ?? 0;
    const isBlank = /^\s*$/.test(text.slice(start + indented, behindLine(text, start)));
    if (by < 0) edits.push({ range: { start, end: start + Math.min(indented, -by) }, newText: "" });
    else if (!isBlank) edits.push({ range: { start, end: start }, newText: " ".repeat(by) });
  }
  return edits.filter(({ range, newText }) => range.end > range.start || newText !== "");
}
