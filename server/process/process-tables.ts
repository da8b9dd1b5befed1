/** The tables in which a document keeps its process. */
import type { Block } from "../document/block";
import type { GovernedDocument } from "../workspace/types";
import { findTables, isQuoted } from "./action-table";
import { findConcernTables } from "./concerns";
import { findProofColumns } from "./gate-table";
import { holdsProcess } from "./read-process";
import { findTransitionLogs } from "./transition-log";

/**
 * Registers of actions, tables with a status column such as the history of phases, logs of transitions, tables of
 * gate items, of blockers and of risks. None in documents of classes that keep no process, where they are content.
 */
export function findProcessTables(document: GovernedDocument): ReadonlySet<Block> {
  if (!holdsProcess(document)) return new Set();
  const { blocks } = document.parsed;
  const gates = blocks.filter(
    (block) =>
      block.kind === "table" && !isQuoted(blocks, block) && findProofColumns(document, block) !== undefined,
  );
  const others: readonly { readonly block: Block }[] = [
    ...findTables(document),
    ...findTransitionLogs(document),
    ...findConcernTables(document),
  ];
  return new Set([...gates, ...others.map(({ block }) => block)]);
}
