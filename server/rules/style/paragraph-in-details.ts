/** A details block says something in a paragraph, where the house writes bullets. */
import type { TextEdit } from "../../base/edit";
import type { Block } from "../../document/block";
import type { GovernedDocument } from "../../workspace/types";
import { behindLine, lineEndingOf } from "../fixes";
import type { Fix, Report, Rule } from "../rule";
import { isSpilled } from "../style-fences";
import { firstLineOf, lineStartOf } from "../style-fixes";
import { outlineOf, type Piece, type StyleOutline } from "../style-outline";

export const rule: Rule = {
  id: "style/paragraph-in-details",
  summary: "A details block holds a paragraph instead of bullets.",
  why: "Readers of a folded block look for points; a paragraph hides them.",
  guide: "Content format: bullets",
  since: "0.1.0",
  severity: "warning",
  fixable: true,
  reads: "document",
  check({ document }) {
    const outline = outlineOf(document);
    if (outline?.style.details?.bulletsOnly !== true) return;
    const reports: Report[] = [];
    outline.pieces.forEach((piece, index) => {
      const block = document.parsed.blocks[piece.block];
      if (piece.kind !== "content" || piece.within < 0 || piece.raw || block?.kind !== "paragraph") return;
      // a block that is never closed, or code that is read as text, is the cause
      if (outline.unclosed.has(piece.within) || isSpilled(document, piece.range.start)) return;
      if (isLabel(document, outline, index)) return;
      reports.push({
        at: firstLineOf(document.text, piece.range),
        message: "This is a paragraph. What a details block says stands in bullets, one point each.",
        fixes: () => toBullet(document, piece.block),
      });
    });
    return reports;
  },
};

const EMPHASISED = /^(\*\*|__|\*|_)(?=\S)[^\r\n]*\S\1:?$/;
const IMAGE = /^(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?\s*)+$/;

/** What names or introduces the block below it: a line in bold, or one that ends in a colon. A picture is no text. */
function isLabel({ text, parsed }: GovernedDocument, { pieces }: StyleOutline, index: number): boolean {
  const { range, within, block } = pieces[index] as Piece;
  const words = text.slice(parsed.blocks[block]?.contentStart ?? range.start, range.end).trim();
  if (EMPHASISED.test(words) || IMAGE.test(words)) return true;
  const below = pieces[index + 1];
  return /[:：][*_]*$/.test(words) && below?.within === within && below.kind === "content";
}

/** A bullet in front, its other lines below the first one's text. */
function toBullet({ text, parsed }: GovernedDocument, index: number): readonly Fix[] {
  const block = parsed.blocks[index] as Block;
  const below = parsed.blocks[index + 1];
  if (isAboveIndentedCode(parsed.blocks, index)) return [];
  const edits: TextEdit[] = [];
  let indentation = "- ";
  for (
    let start = lineStartOf(text, block.contentStart);
    start < block.range.end;
    start = behindLine(text, start)
  ) {
    let end = start;
    while (text[end] === " " || text[end] === "\t") end++;
    edits.push({ range: { start, end }, newText: indentation });
    indentation = "  ";
  }
  if (below?.kind === "table" && below.line === block.endLine) {
    const at = below.range.start;
    edits.push({ range: { start: at, end: at }, newText: lineEndingOf(text) });
  }
  return [{ title: "Make it a bullet", safe: true, edits }];
}

/** What is indented by as much as the text of a bullet would come to belong to it, and the code would be none. */
function isAboveIndentedCode(blocks: readonly Block[], index: number): boolean {
  for (let i = index + 1; i < blocks.length; i++) {
    const { kind, parent, contentStart, range } = blocks[i] as Block;
    if (parent !== -1) continue;
    if (kind === "indented-code") return true;
    if (contentStart - range.start < 2) return false;
  }
  return false;
}
