/** The head of a table, read without the rows below it: most tables are of no interest here. */
import { foldKey } from "../base/fold";
import type { Block } from "../document/block";
import { parseTable } from "../document/table";
import { findLineEnd } from "./section-lines";

const NOTE = / ?\([^()]*\)$| ?:$/;
/** Head and delimiter row. */
const HEAD_LINES = 2;

/** The folded titles of the columns, without notes in brackets, or undefined where none of `words` is among them. */
export function readHead(text: string, block: Block, words: readonly string[]): string[] | undefined {
  const end = findLineEnd(text, block.contentStart, block.range.end);
  const line = text.slice(block.contentStart, end).toLowerCase();
  if (!words.some((word) => line.includes(word))) return undefined;
  const endLine = Math.min(block.line + HEAD_LINES, block.endLine);
  const { head } = parseTable(text, { ...block, endLine });
  return head.cells.map((cell) => foldKey(cell.text).replace(NOTE, ""));
}
