/** The parts of a document in which it speaks: all but code; fences that state gates or where a work item stands do. */
import type { Range } from "../base/range";
import type { GovernedDocument } from "../workspace/types";
import { processOf } from "./read-process";

/** In the order of the text, without overlaps. */
export function spokenRanges(document: GovernedDocument): readonly Range[] {
  const { text, parsed } = document;
  const code = parsed.blocks.filter(({ kind }) => kind === "fence" || kind === "indented-code");
  if (code.length === 0) return [{ start: 0, end: text.length }];
  const stated = statedPlaces(document);
  const spoken: Range[] = [];
  let start = 0;
  for (const { range } of code) {
    if (stated.some((place) => place >= range.start && place < range.end)) continue;
    if (range.start > start) spoken.push({ start, end: range.start });
    start = Math.max(start, range.end);
  }
  if (start < text.length) spoken.push({ start, end: text.length });
  return spoken;
}

/** Where gate items, their proofs and the lines of the status block begin. */
function statedPlaces(document: GovernedDocument): readonly number[] {
  const { gates, status } = processOf(document);
  const items = gates.flatMap((gate) => gate.items);
  return [
    ...items.map(({ item }) => item.range.start),
    ...items.flatMap(({ proofs }) => Object.values(proofs).map(({ range }) => range.start)),
    ...status.map(({ range }) => range.start),
  ];
}
