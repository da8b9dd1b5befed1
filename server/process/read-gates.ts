/** The gates of a document with their items, in every shape that phase gate documents have. */
import type { Block } from "../document/block";
import type { GovernedDocument } from "../workspace/types";
import type { ProcessTable } from "./action-table";
import { readGateSection } from "./gate-heading";
import { endBlock } from "./gate-item";
import { readItemLines } from "./gate-lines";
import { newReader, turnToItem } from "./gate-reader";
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
  const hasProofs = mentionsProofs(document);
  let next = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.parent !== -1) continue;
    const section = sections[next];
    if (section?.heading === i) {
      next++;
      readGateSection(reader, section);
    } else if (reader.gate === undefined && reader.item === undefined && !hasProofs) continue;
    else if (block.kind === "table") readGateTable(reader, block);
    else if (block.kind === "fence" || block.kind === "list" || block.kind === "paragraph")
      readItemLines(reader, block);
    if (reader.item !== undefined) endBlock(reader.item);
  }
  turnToItem(reader, undefined);
  statePhases(reader.register, tables);
  return toGates(reader.register, workItem);
}

/**
 * Outside of gates an item shows two proofs at least. Looks for the ends of the keys, as these may be capitalised or
 * emphasised: most documents have none, and none of their lines need be read.
 */
function mentionsProofs(document: GovernedDocument): boolean {
  const { confirmation, validation } = document.policy.process.gateKeys;
  return [...confirmation, ...validation].some((key) => mentionsKey(document.text, key));
}

function mentionsKey(text: string, key: string): boolean {
  const end = key.slice(key.lastIndexOf(" ") + 2);
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + end.length)) {
    const next = at + end.length;
    if (MARKS.includes(text.charAt(next)) && BEHIND_KEY.test(text.slice(next, next + 3))) return true;
    if (end === "") return true;
  }
  return false;
}
