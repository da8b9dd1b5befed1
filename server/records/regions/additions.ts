/** The regions `errata` and `append`: lines that are added, and take nothing away from what stands there. */
import { findDate } from "../../base/date";
import type { Hunk } from "../../base/line-diff";
import type { Block } from "../../document/block";
import { foldTitle } from "../../document/sections";
import type { ParsedDocument, Section } from "../../document/types";
import type { ImmutabilityPolicy } from "../../policy/types";
import { isBlank, type Side } from "../side";

/** True when all lines are added at the end of the document, or of one of the sections that the policy names. */
export function isAppended(before: Side, after: Side, hunk: Hunk, { allow }: ImmutabilityPolicy): boolean {
  const added = addedLines(before, after, hunk);
  if (added === undefined || !keepsStructure(before.parsed(), after.parsed(), added)) return false;
  if (allow.appendTo.length === 0) return isLastLine(before.lines.length);
  return namedSections(before.parsed(), allow.appendTo).some((section) =>
    isLastLine(endOfSection(before, section)),
  );

  /** Nothing but blank lines lies between the place and the end. */
  function isLastLine(end: number): boolean {
    if (hunk.before.from > end) return false;
    return before.lines.slice(hunk.before.from, end).every((line) => isBlank(line.content));
  }
}

/** True when all lines are dated entries of an errata section, which may be added with its first entry. */
export function isErratum(before: Side, after: Side, hunk: Hunk, { allow }: ImmutabilityPolicy): boolean {
  if (allow.errata.length === 0) return false;
  const added = addedLines(before, after, hunk);
  const parsed = after.parsed();
  if (added === undefined || !keepsStructure(before.parsed(), parsed, added)) return false;
  const within = (block: Block): boolean => block.line >= added.from && block.endLine <= added.to;
  const section = namedSections(parsed, allow.errata).find(
    (each) => each.headingLine < added.to && added.to <= lineBehind(after, each),
  );
  if (section === undefined) return false;
  const isNew = section.headingLine >= added.from;
  // a heading above old text would make errata of it
  if (isNew && after.lines.slice(added.to, lineBehind(after, section)).some((line) => !isBlank(line.content)))
    return false;
  if (!isNew && added.from <= section.headingLine) return false;
  if (isNew && after.lines.slice(added.from, section.headingLine).some((line) => !isBlank(line.content)))
    return false;
  return areDated(after, parsed, section, within, added);
}

interface Added {
  readonly from: number;
  readonly to: number;
}

/** The lines of the later text, when nothing is removed but blank lines. */
function addedLines(before: Side, after: Side, hunk: Hunk): Added | undefined {
  const removed = before.lines.slice(hunk.before.from, hunk.before.to);
  const hasWords = after.lines.slice(hunk.after.from, hunk.after.to).some((line) => !isBlank(line.content));
  return removed.every((line) => isBlank(line.content)) && hasWords ? hunk.after : undefined;
}

/** Every leaf block of the earlier text is still there as the same kind, whatever was added below it. */
function keepsStructure(before: ParsedDocument, after: ParsedDocument, added: Added): boolean {
  const kept = after.blocks.filter((block) => !(block.line >= added.from && block.endLine <= added.to));
  if (kept.length !== before.blocks.length) return false;
  return before.blocks.every((block, i) => block.kind === kept[i]?.kind && block.level === kept[i]?.level);
}

function namedSections({ sections, title }: ParsedDocument, keys: readonly string[]): readonly Section[] {
  return sections.filter((section) => section !== title && keys.includes(foldTitle(section.title)));
}

/** The line behind the section's last line that is not blank. */
function endOfSection(side: Side, section: Section): number {
  let end = lineBehind(side, section);
  while (end > section.headingLine + 1 && isBlank(side.lines[end - 1]?.content ?? "")) end--;
  return end;
}

/** Zero-based line of what follows the section, a thematic break that ends it not included. */
function lineBehind(side: Side, section: Section): number {
  const next = side.parsed().blocks[section.endBlock];
  return next === undefined ? side.lines.length : next.line;
}

/** Each entry, or the heading above it, says when it was made. */
function areDated(
  after: Side,
  parsed: ParsedDocument,
  section: Section,
  within: (block: Block) => boolean,
  added: Added,
): boolean {
  let dated = false;
  let entries = 0;
  let covered = false;
  for (const block of parsed.blocks.slice(section.heading + 1, section.endBlock)) {
    if (block.kind === "heading") covered = isDated(after, block);
    if (block.kind === "table" && !within(block)) {
      // rows added to a table that was there
      const rows = after.lines.slice(Math.max(added.from, block.line), Math.min(added.to, block.endLine));
      if (rows.some((row) => findDate(row.content) === undefined)) return false;
      entries += rows.length;
      dated ||= rows.length > 0;
      continue;
    }
    if (!within(block)) continue;
    if (block.kind === "list" || block.kind === "thematic-break") continue;
    if (block.kind === "heading" && covered) continue;
    if (block.parent !== -1 && parsed.blocks[block.parent]?.kind === "list-item") continue;
    entries++;
    if (!covered && !isDated(after, block)) return false;
    dated = true;
  }
  return entries > 0 && dated;
}

function isDated(after: Side, block: Block): boolean {
  if (block.kind === "table") {
    const rows = after.lines.slice(block.line + 2, block.endLine);
    return rows.length > 0 && rows.every((row) => findDate(row.content) !== undefined);
  }
  return findDate(after.text.slice(block.range.start, block.range.end)) !== undefined;
}
