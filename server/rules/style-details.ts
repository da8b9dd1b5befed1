/** What several rules say and do of details blocks. */
import type { Range } from "../base/range";
import type { DetailsBlock, Summary } from "../document/details";
import type { GovernedDocument } from "../workspace/types";
import { endsInBlankLine, insertBlockAt } from "./body-fixes";
import { quoteRange } from "./fields";
import { behindLine, lineEndingOf, withLineEnding } from "./fixes";
import type { Fix, Report } from "./rule";
import {
  closingOf,
  cutLines,
  firstLineOf,
  lineStartOf,
  linesOf,
  openingOf,
  summaryOf,
  surround,
} from "./style-fixes";
import { wordsOfHeading } from "./style-numbers";
import { outlineOf, type Piece, type StyleOutline, type StyleSection } from "./style-outline";
import { closeOf, detailsOf, type LooseContent, looseContentOf } from "./style-sections";

/** What a summary says, without tags. */
export function summaryText(text: string, { text: range }: Summary): string {
  return text
    .slice(range.start, range.end)
    .replace(/<[^<>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The words of the last heading above an offset. */
export function headingAbove(
  document: GovernedDocument,
  { start }: DetailsBlock["open"],
): string | undefined {
  const { blocks } = document.parsed;
  const above = blocks.findLast((block) => block.kind === "heading" && block.range.start < start)?.text;
  return above && wordsOfHeading(document, above);
}

/** One finding a section, on the first thing that stands outside; `kind` is the one that the rule speaks of. */
export function looseReports(document: GovernedDocument, kind: "content" | "heading"): Report[] | undefined {
  const outline = outlineOf(document);
  if (outline === undefined) return;
  const reports: Report[] = [];
  for (const loose of looseContentOf(outline)) {
    const first = outline.pieces[loose.runs[0]?.first ?? -1];
    if (first?.kind !== kind) continue;
    const title = quoteRange(document.text, loose.section.title);
    const at =
      (kind === "heading" ? document.parsed.blocks[first.block]?.text : undefined) ??
      firstLineOf(document.text, first.range);
    reports.push({
      at,
      message:
        kind === "content"
          ? `${title} has content outside of a details block. All that a section says stands in its details block.`
          : `${quoteRange(document.text, at)} stands outside of a details block. Headings of level ${first.level} order what a details block holds.`,
      fixes: () => putIntoDetails(document, outline, loose),
    });
  }
  return reports;
}

/** Wraps what is loose, or moves the ends of the section's own block around it. */
function putIntoDetails(
  document: GovernedDocument,
  outline: StyleOutline,
  loose: LooseContent,
): readonly Fix[] {
  const { pieces, style } = outline;
  const { text, parsed } = document;
  const { section, runs } = loose;
  const isOpenEnded = ({ block, raw }: Piece): boolean => raw || parsed.blocks[block]?.closed === false;
  const ends = runs.flatMap(({ first, last }) => [pieces[first] as Piece, pieces[last] as Piece]);
  if (ends.some(isOpenEnded) || isUncertain(document, outline, section)) return [];
  const opens = detailsOf(outline, section);
  const line = style.separators.details === "required" ? "---\n\n" : "";
  if (opens.length === 0) {
    const [first, last] = [ends[0], ends.at(-1)];
    if (first === undefined || last === undefined) return [];
    const title = summaryOf(wordsOfHeading(document, section.title));
    const edits = surround(
      document,
      first,
      last,
      `<details>\n<summary>${title}</summary>\n\n${line}`.replace(/\n*$/, "\n"),
      `${line}</details>\n`,
    );
    return [{ title: "Put it into a details block", safe: true, edits }];
  }
  const edits = runs.flatMap(({ first, last }) => {
    const open = opens.findLast((each) => each < first);
    const moved =
      open === undefined
        ? openingOf(document, outline, opens[0] as number)
        : closingOf(document, outline, closeOf(outline, open));
    if (moved === undefined) return [];
    const offset =
      open === undefined
        ? lineStartOf(text, (pieces[first] as Piece).range.start)
        : behindLine(text, (pieces[last] as Piece).range.end);
    return [cutLines(document, moved), insertBlockAt(document, offset, linesOf(text, moved))];
  });
  return edits.length < runs.length * 2
    ? []
    : [{ title: "Move it into the details block", safe: true, edits }];
}

/**
 * Code that is told by its indentation alone may come to belong to a list when what parts them moves; and nobody can
 * tell what a closing tag without a partner was meant to close.
 */
function isUncertain(
  { parsed }: GovernedDocument,
  { pieces }: StyleOutline,
  { heading, end }: StyleSection,
): boolean {
  return pieces
    .slice(heading, end)
    .some(
      ({ kind, details, block }) =>
        (kind === "close" && details < 0) || parsed.blocks[block]?.kind === "indented-code",
    );
}

/** Makes one block of several: the summary of each further one becomes a heading within the first. */
export function joinDetails(
  document: GovernedDocument,
  outline: StyleOutline,
  section: StyleSection,
): readonly Fix[] {
  if (isUncertain(document, outline, section)) return [];
  const opens = detailsOf(outline, section);
  const { pieces, style, details } = outline;
  const { text } = document;
  const level = style.levels.inner;
  const inside = new Set(opens.map((open) => (pieces[open] as Piece).details));
  // a heading of a higher level within would come to stand above the one that the summary becomes
  if (
    level === undefined ||
    pieces.some((piece) => inside.has(piece.within) && piece.kind === "heading" && piece.level < level)
  )
    return [];
  const edits = opens.slice(1).flatMap((open, index) => {
    const close = closeOf(outline, opens[index] as number);
    const closing = close === open - 1 ? closingOf(document, outline, close) : undefined;
    const opening = openingOf(document, outline, open);
    if (closing === undefined || opening === undefined) return [];
    if (text.slice(closing.end, opening.start).trim() !== "") return [];
    const summary = details[(pieces[open] as Piece).details]?.summary;
    const title = summary && text.slice(summary.text.start, summary.text.end).replace(/\s+/g, " ");
    const lines = [
      ...(endsInBlankLine(text, closing.start) ? [] : [""]),
      ...(style.separators.inner === "required" ? ["---", ""] : []),
      ...(title ? [`${"#".repeat(level)} ${title}`, ""] : []),
    ].join("\n");
    const { end } = cutLines(document, { start: closing.start, end: opening.end }).range;
    return [
      { range: { start: closing.start, end }, newText: withLineEnding(`${lines}\n`, lineEndingOf(text)) },
    ];
  });
  return edits.length < opens.length - 1
    ? []
    : [{ title: "Make one details block of them", safe: true, edits }];
}

/** True where the closing tag stands in a code block, which may be meant to end above it. */
export function hidesClose(
  { text }: GovernedDocument,
  { pieces, details, tags, unclosed }: StyleOutline,
  index: number,
): boolean {
  const start = details[index]?.open.end ?? 0;
  const end = pieces[unclosed.get(index) ?? -1]?.range.start ?? text.length;
  const written = [...text.slice(start, end).matchAll(/<\/details\s*>/gi)].map(
    (found) => start + found.index,
  );
  return written.some((at) => !tags.some((tag) => tag.range.start === at));
}

/** Closes a block before the next heading of the level under which it stands, or at the end of the document. */
export function closeDetails(
  document: GovernedDocument,
  outline: StyleOutline,
  details: number,
): readonly Fix[] {
  const { pieces, style, unclosed } = outline;
  const { text, parsed } = document;
  const at = unclosed.get(details);
  if (at === undefined || parsed.blocks.at(-1)?.closed === false || hidesClose(document, outline, details))
    return [];
  const next = pieces[at];
  const separators = [pieces[at - 1], pieces[at - 2]].map((piece) => piece?.kind === "separator");
  // a separator right above the heading of a main section is that section's
  const isMain = next?.level === style.levels.main && separators[0] === true;
  const above = isMain ? pieces[at - 1] : next;
  const isEnded = isMain ? separators[1] : separators[0];
  const line = isEnded || style.separators.details !== "required" ? "" : "---\n\n";
  const offset = above === undefined ? text.length : lineStartOf(text, above.range.start);
  return [
    {
      title: "Close the details block",
      safe: true,
      edits: [insertBlockAt(document, offset, `${line}</details>\n`)],
    },
  ];
}

export function removeTag(document: GovernedDocument, tag: Range): readonly Fix[] {
  const { text } = document;
  const lines = { start: lineStartOf(text, tag.start), end: behindLine(text, tag.end) };
  const isAlone = text.slice(lines.start, lines.end).trim() === text.slice(tag.start, tag.end);
  const edits = isAlone ? [cutLines(document, lines)] : [{ range: tag, newText: "" }];
  return [{ title: "Remove the closing tag", safe: false, edits }];
}
