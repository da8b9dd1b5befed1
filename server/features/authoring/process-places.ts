/** Fences that state the process: those of gate items, and the one that says where the work item stands. */
import type { Block } from "../../document/block";
import { processOf } from "../../process/read-process";
import type { GovernedDocument } from "../../workspace/types";
import type { AuthoringContext } from "./context";

/** The fence or indented code that holds the place. */
export function codeAt({
  document,
  offset,
}: Pick<AuthoringContext, "document" | "offset">): Block | undefined {
  return document.parsed.blocks.find(
    ({ kind, range, content }) =>
      (kind === "fence" || kind === "indented-code") &&
      offset > range.start &&
      offset <= (content?.end ?? range.end),
  );
}

/** True within code that states nothing of the process: nobody's prose. */
export function isInCode(context: AuthoringContext): boolean {
  const block = codeAt(context);
  return block !== undefined && !statesProcess(block, context.document);
}

function statesProcess(block: Block, document: GovernedDocument): boolean {
  const { kind, range } = block;
  if (kind !== "fence") return false;
  const { gates, status } = processOf(document);
  // one that is still empty belongs to the gate or item whose heading stands right above it
  const above = document.parsed.blocks[document.parsed.blocks.indexOf(block) - 1]?.range.start;
  const isNamed = gates.some(
    ({ gate, items }) => gate.range.start === above || items.some(({ item }) => item.range.start === above),
  );
  if (isNamed) return true;
  const isWithin = (at: number): boolean => at >= range.start && at <= range.end;
  return (
    status.some((entry) => isWithin(entry.range.start)) ||
    gates.some(({ items }) => items.some(({ item }) => isWithin(item.range.start))) ||
    gates.some(({ items }) =>
      items.some(({ proofs }) => Object.values(proofs).some((proof) => isWithin(proof.range.start))),
    )
  );
}
