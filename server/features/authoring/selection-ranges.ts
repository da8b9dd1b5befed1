/** What a growing selection takes in: word, value or cell, field or row, header or table, section, document. */
import type { Range } from "../../base/range";
import { writtenRange } from "../../document/sections";
import { parseTable } from "../../document/table";
import type { HeaderField } from "../../document/types";
import type { GovernedDocument } from "../../workspace/types";
import { holds, lineAt } from "./target";

/** From the smallest to the whole document, each within the next one. */
export function selectionRanges(document: GovernedDocument, offset: number): readonly Range[] {
  const { parsed, text } = document;
  const whole = { start: 0, end: text.length };
  const candidates = [
    ...wordsAt(text, offset),
    ...parsed.header.fields.flatMap(partsOfField),
    ...(parsed.header.range === undefined ? [] : [parsed.header.range]),
    ...cellsAt(document, offset),
    ...parsed.blocks.flatMap(({ range, content }) => (content === undefined ? [range] : [content, range])),
    ...parsed.sections.flatMap((section) => [section.titleRange, writtenRange(text, section)]),
    whole,
  ].filter((range) => holds(range, offset) && range.end > range.start);
  candidates.sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Range[] = [];
  for (const range of candidates) {
    const inner = chain.at(-1);
    const isWider = inner === undefined || range.end - range.start > inner.end - inner.start;
    if (isWider && (inner === undefined || (range.start <= inner.start && range.end >= inner.end)))
      chain.push(range);
  }
  return chain.length === 0 ? [whole] : chain;
}

/** The word there, and the id or name with hyphens and dots that it is a part of. */
function wordsAt(text: string, offset: number): readonly Range[] {
  const line = lineAt(text, offset);
  return [/[\p{L}\p{N}_]+/gu, /[\p{L}\p{N}_](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?/gu].flatMap((pattern) =>
    [...line.text.matchAll(pattern)].map((match) => {
      const start = line.start + match.index;
      return { start, end: start + match[0].length };
    }),
  );
}

function partsOfField({ keyRange, valueRange, lineRange }: HeaderField): readonly Range[] {
  return [keyRange, valueRange, lineRange];
}

function cellsAt({ parsed, text }: GovernedDocument, offset: number): readonly Range[] {
  const block = parsed.blocks.find(({ kind, range }) => kind === "table" && holds(range, offset));
  if (block === undefined) return [];
  const { head, rows } = parseTable(text, block);
  return [head, ...rows].flatMap((row) =>
    holds(row.range, offset) ? [row.range, ...row.cells.map(({ range }) => range)] : [],
  );
}
