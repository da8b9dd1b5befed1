/** The gates of a document with their items, in every shape that phase gate documents have. */
import type { Block } from "../document/block";
import type { GovernedDocument } from "../workspace/types";
import type { ProcessTable } from "./action-table";
import { readGateSection } from "./gate-heading";
import { endBlock } from "./gate-item";
import { readItemLines } from "./gate-lines";
import { type GateReader, newReader, turnToItem } from "./gate-reader";
import { toGates } from "./gate-register";
import { readGateTable } from "./gate-table";
import { statePhases } from "./phase-history";
import type { GateRow } from "./types";

/** A colon, with emphasis or a note before it, or the border of a table's cell. */
const MARKS = ":*_ ";
const BEHIND_KEY = /^(?:\*\*|__)?:|^ [(|]/;

/** One pass over the document's blocks. What block quotes hold is quoted, and no gate. */
export function readGates(
  document: GovernedDocument,
  tables: readonly ProcessTable[],
  workItem: string | undefined,
): GateRow[] {
  const { blocks, sections } = document.parsed;
  const reader = newReader(document);
  const mentions = proofMentions(document);
  let next = 0;
  let mentioned = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.parent !== -1) continue;
    const section = sections[next];
    if (section?.heading === i) {
      next++;
      readGateSection(reader, section);
    } else if (reader.gate === undefined && reader.item === undefined) {
      while ((mentions[mentioned] ?? Number.POSITIVE_INFINITY) < block.range.start) mentioned++;
      const below = section === undefined ? undefined : blocks[section.heading];
      // what follows up to the next heading is no item
      if ((mentions[mentioned] ?? Number.POSITIVE_INFINITY) < (below?.range.start ?? document.text.length))
        readBlock(reader, block);
    } else readBlock(reader, block);
    if (reader.item !== undefined) endBlock(reader.item);
  }
  turnToItem(reader, undefined);
  statePhases(reader.register, tables);
  return toGates(reader.register, workItem);
}

function readBlock(reader: GateReader, block: Block): void {
  if (block.kind === "table") readGateTable(reader, block);
  else if (block.kind === "fence" || block.kind === "list" || block.kind === "paragraph")
    readItemLines(reader, block);
}

/**
 * Where keys of confirmations and validations may stand, in order: outside of gates an item shows two proofs at
 * least, and one of them is such a one. Looks for the ends of the keys, as these may be capitalised or emphasised:
 * most documents have none, and none of their lines need be read.
 */
function proofMentions(document: GovernedDocument): number[] {
  const { confirmation, validation } = document.policy.process.gateKeys;
  const ends = new Set([...confirmation, ...validation].map((key) => key.slice(key.lastIndexOf(" ") + 2)));
  return [...ends].flatMap((end) => endsOfKeys(document.text, end)).sort((a, b) => a - b);
}

function endsOfKeys(text: string, end: string): number[] {
  const found: number[] = [];
  for (
    let at = text.indexOf(end);
    at >= 0 && at < text.length;
    at = text.indexOf(end, at + Math.max(end.length, 1))
  ) {
    const next = at + end.length;
    if (end === "" || (MARKS.includes(text.charAt(next)) && BEHIND_KEY.test(text.slice(next, next + 3))))
      found.push(at);
  }
  return found;
}
