/** What folds beyond Markdown's own: the header, gate blocks, the change log, details. */
import type { Range } from "../../base/range";
import type { Block } from "../../document/block";
import { writtenRange } from "../../document/sections";
import { processOf } from "../../process/read-process";
import type { GovernedDocument } from "../../workspace/types";

export interface Fold {
  /** From its first line, which stays, to its last one. */
  readonly range: Range;
  /** `block` is a fence, which has no kind in editors. */
  readonly kind: "header" | "change-log" | "details" | "block";
}

/** In the order of the text. */
export function foldsOf(document: GovernedDocument): readonly Fold[] {
  const { parsed, text } = document;
  const header = parsed.header.frontMatter ?? parsed.header.range;
  const log = document.changeLog();
  const folds: Fold[] = [...details(document), ...gateBlocks(document)];
  if (header !== undefined) folds.push({ range: header, kind: "header" });
  if (log?.section !== undefined) folds.push({ range: writtenRange(text, log.section), kind: "change-log" });
  return folds.sort((a, b) => a.range.start - b.range.start);
}

/** Fences that say something of a gate item or of where the work item stands. */
function gateBlocks(document: GovernedDocument): readonly Fold[] {
  const { gates, status } = processOf(document);
  const places = [
    ...gates.flatMap(({ items }) => items.flatMap(({ proofs }) => Object.values(proofs))),
    ...status,
  ].map(({ range }) => range.start);
  return document.parsed.blocks
    .filter(({ kind, range }) => kind === "fence" && places.some((at) => at > range.start && at < range.end))
    .map(({ range }) => ({ range, kind: "block" as const }));
}

const TAG = /<(\/?)details\b[^>]*>/gi;

/** Details within details each fold by themselves; what is not closed does not fold. */
function details({ parsed, text }: GovernedDocument): readonly Fold[] {
  const folds: Fold[] = [];
  const open: Block[] = [];
  for (const block of parsed.blocks) {
    if (block.kind !== "html") continue;
    for (const [, closing] of text.slice(block.range.start, block.range.end).matchAll(TAG)) {
      if (closing === "") open.push(block);
      else {
        const first = open.pop();
        if (first === undefined) continue;
        folds.push({ range: { start: first.range.start, end: block.range.end }, kind: "details" });
      }
    }
  }
  return folds;
}
