/** The tables of a document that a formatter may touch: those of its process, and its change log. */
import type { Block } from "../../document/block";
import { findProcessTables } from "../../process/process-tables";
import type { GovernedDocument } from "../../workspace/types";

/** Not those that a `<details>` folds away or a quote holds: what stands there is quoted. */
export function tablesToAlign(document: GovernedDocument): readonly Block[] {
  const { blocks } = document.parsed;
  const log = document.changeLog()?.table?.head.line;
  const process = findProcessTables(document);
  const found: Block[] = [];
  let folded = 0;
  for (const block of blocks) {
    if (block.kind === "html") folded = Math.max(0, folded + foldsIn(document.text, block));
    if (block.kind !== "table" || folded > 0) continue;
    if (process.has(block) || (block.line === log && block.parent === -1)) found.push(block);
  }
  return found;
}

/** How many more `<details>` open in the block than close. */
function foldsIn(text: string, { range }: Block): number {
  const html = text.slice(range.start, range.end);
  return (html.match(/<details\b/gi)?.length ?? 0) - (html.match(/<\/details\b/gi)?.length ?? 0);
}
