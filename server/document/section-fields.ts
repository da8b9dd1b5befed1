/** Header fields that stand as sections of their own: `## Status` with `Accepted` below it. */
import { foldTitle } from "./sections";
import type { HeaderField, ParsedDocument } from "./types";

const NONE: readonly HeaderField[] = [];

/**
 * One field for each section below the title whose folded heading is one of `headings`: the heading is its key, the
 * first line below it its value, and all of the section its lines. Where a header has the field already, that holds.
 */
export function sectionFields(
  { text, blocks, sections, title, header }: ParsedDocument,
  headings: ReadonlySet<string>,
): readonly HeaderField[] {
  if (headings.size === 0) return NONE;
  return sections.flatMap((section): HeaderField[] => {
    const folded = section === title ? "" : foldTitle(section.title);
    if (!headings.has(folded) || header.fields.some((field) => field.folded === folded)) return [];
    const first = blocks[section.heading + 1];
    const holdsText =
      first !== undefined && section.heading + 1 < section.endBlock && first.kind !== "heading";
    const heading = blocks[section.heading]?.range.end ?? section.titleRange.end;
    const valueRange = holdsText
      ? firstLine(text, first.contentStart, first.range.end)
      : { start: heading, end: heading };
    const lines = text.slice(section.range.start, section.range.end).trimEnd();
    return [
      {
        key: section.title,
        folded,
        keyRange: section.titleRange,
        value: text.slice(valueRange.start, valueRange.end),
        valueRange,
        lineRange: { start: section.range.start, end: section.range.start + lines.length },
        form: "section",
      },
    ];
  });
}

/** Without a hard line break and white space at its end. */
function firstLine(text: string, start: number, limit: number) {
  const [line = ""] = text.slice(start, limit).split(/[\r\n]/, 1);
  return { start, end: start + line.replace(/[\\\s]+$/, "").length };
}
