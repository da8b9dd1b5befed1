/** The gates of a document with their items, in every shape that phase gate documents have. */
import type { Block } from "../document/block";
import type { GovernedDocument } from "../workspace/types";
import { readGateSection } from "./gate-heading";
import { endBlock } from "./gate-item";
import { readItemLines } from "./gate-lines";
import { newReader, turnToItem } from "./gate-reader";
import { toGates } from "./gate-register";
import { readGateTable } from "./gate-table";
import { statePhases } from "./phase-history";
import type { Gate } from "./types";

/** One pass over the document's blocks. What block quotes hold is quoted, and no gate. */
export function readGates(document: GovernedDocument, workItem: string | undefined): Gate[] {
  const { blocks, sections } = document.parsed;
  const headings = new Map(sections.map((section) => [section.heading, section]));
  const reader = newReader(document);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const section = headings.get(i);
    if (block.parent !== -1) continue;
    if (section !== undefined) readGateSection(reader, section);
    else if (block.kind === "fence" || block.kind === "list" || block.kind === "paragraph")
      readItemLines(reader, block);
    else if (block.kind === "table") readGateTable(reader, block);
    if (reader.item !== undefined) endBlock(reader.item);
  }
  turnToItem(reader, undefined);
  statePhases(reader.register);
  return toGates(reader.register, workItem);
}
