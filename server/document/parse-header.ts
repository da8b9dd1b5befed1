/** Finds the header block of a document in every form in which real repositories write it. */
import type { Range } from "../base/range";
import type { Block } from "./block";
import {
  isTaskList,
  listFields,
  paragraphFields,
  quoteFields,
  underlinedFields,
  withListValue,
} from "./field-blocks";
import { tableFields } from "./field-table";
import { parseFrontMatter } from "./front-matter";
import type { Header, HeaderField, Problem } from "./types";

export interface ParsedHeader {
  readonly header: Header;
  /** Indices of headings that are field lines over a `---`, not headings to a reader. */
  readonly headings: ReadonlySet<number>;
}

/**
 * The header opens the document, before or after the title, and ends at the first thematic break behind a field,
 * at the next heading, or at the first ordinary paragraph.
 */
export function parseHeader(text: string, blocks: readonly Block[]): ParsedHeader {
  const fields: HeaderField[] = [];
  const problems: Problem[] = [];
  const headings = new Set<number>();
  let frontMatter: Range | undefined;
  let titled = false;
  let underSubheading = false;
  const titleFollows = firstHeadingIsTitle(text, blocks);

  for (let i = 0; i < blocks.length; i = nextSibling(blocks, i)) {
    const block = blocks[i] as Block;
    if (block.kind === "front-matter") {
      frontMatter = block.range;
      const parsed = parseFrontMatter(text, block.range);
      fields.push(...parsed.fields);
      problems.push(...parsed.problems);
      continue;
    }
    if (block.kind === "heading") {
      const found = underlinedFields(text, block);
      if (found !== undefined) {
        headings.add(i);
        if (fields.length === 0 && !titled && looksLikeYaml(found)) {
          problems.push({
            range: found[0]?.keyRange ?? block.range,
            message: "The line `---` that opens it is missing.",
            missing: "opening",
          });
        }
        fields.push(...found);
        // the line of dashes under the fields is the break that ends the header
        if (titled) break;
        continue;
      }
      if (!titled && block.level === 1) {
        titled = true;
        continue;
      }
      if (
        titled &&
        fields.every((field) => field.form === "front-matter") &&
        !underSubheading &&
        followsTitle(blocks, i)
      ) {
        underSubheading = true;
        continue;
      }
      break;
    }
    if (block.kind === "html" && text.startsWith("<!--", block.contentStart)) continue;
    const begun = fields.some((field) => field.form !== "front-matter");
    if (!begun && (block.kind === "thematic-break" || block.kind === "html")) continue;
    if (block.kind === "paragraph") {
      const found = paragraphFields(text, block, "plain");
      // a line of navigation above the title, or a subtitle below it, does not hide the header
      if (
        found === undefined &&
        !begun &&
        !underSubheading &&
        (titled ? isSubtitle(text, blocks, i) : titleFollows)
      )
        continue;
      if (found === undefined && !begun && (isImages(text, block) || (!titled && isModuleCode(text, block))))
        continue;
      if (found === undefined || (underSubheading && isItem(found.fields, fields))) break;
      const above = blocks[i - 1];
      if (above !== undefined && opensFrontMatter(text, above, block) && looksLikeYaml(found.fields)) {
        problems.push({
          range: above.range,
          message: "The line `---` that closes it is missing.",
          missing: "closing",
        });
      }
      fields.push(...found.fields);
      if (found.broken) break;
      continue;
    }
    if (block.kind === "list") {
      const found = listFields(text, blocks, i);
      if (found.length > 0) {
        if (underSubheading && isItem(found, fields)) break;
        fields.push(...found);
        continue;
      }
      const last = fields.at(-1);
      if (last === undefined || last.value !== "" || last.form === "front-matter" || isTaskList(blocks, i))
        break;
      fields[fields.length - 1] = withListValue(text, blocks, i, last);
      continue;
    }
    if (block.kind === "block-quote") {
      fields.push(...quoteFields(text, blocks, i));
      continue;
    }
    // behind other fields, a table of two columns is content: a legend of states, a list of endpoints
    if (block.kind === "table" && !underSubheading && fields.every(isAside)) {
      const found = tableFields(text, block);
      if (found === undefined) break;
      fields.push(...found);
      continue;
    }
    if (!begun && !titled && titleFollows) continue;
    break;
  }
  return { header: { fields, range: rangeOf(fields), frontMatter, problems }, headings };
}

/** The fields of a block that stands anywhere, such as a footer that repeats the header. */
export function fieldsOfParagraph(text: string, block: Block): readonly HeaderField[] {
  return paragraphFields(text, block, "plain")?.fields ?? [];
}

/** True when the document's first heading is of level 1: what stands above it is no header, and does not end one. */
function firstHeadingIsTitle(text: string, blocks: readonly Block[]): boolean {
  const first = blocks.find((block) => block.kind === "heading" && block.parent === -1);
  return first?.level === 1 && underlinedFields(text, first) === undefined;
}

/** One line right below the title, with the header's fields as the next block. */
function isSubtitle(text: string, blocks: readonly Block[], index: number): boolean {
  const block = blocks[index] as Block;
  const above = blocks[index - 1];
  const below = blocks[nextSibling(blocks, index)];
  if (above?.kind !== "heading" || block.endLine - block.line !== 1 || below?.kind !== "paragraph")
    return false;
  return (paragraphFields(text, below, "plain")?.fields.length ?? 0) > 1;
}

function rangeOf(fields: readonly HeaderField[]): Range | undefined {
  const first = fields[0];
  if (first === undefined) return undefined;
  let end = first.lineRange.end;
  for (const field of fields) end = Math.max(end, field.lineRange.end, field.valueRange.end);
  return { start: first.lineRange.start, end };
}

function nextSibling(blocks: readonly Block[], index: number): number {
  const parent = blocks[index]?.parent;
  let next = index + 1;
  while (next < blocks.length && (blocks[next]?.parent ?? -1) > (parent ?? -1)) next++;
  return next;
}

/** True when nothing but comments and front matter stands between the title and this heading. */
function followsTitle(blocks: readonly Block[], index: number): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const block = blocks[i] as Block;
    if (block.kind === "heading") return block.level === 1;
    if (block.kind !== "html") return false;
  }
  return false;
}

/** Below a subheading, a line alone or what repeats the front matter speaks of an item, not of the document. */
function isItem(found: readonly HeaderField[], fields: readonly HeaderField[]): boolean {
  const isRepeated = (field: HeaderField): boolean =>
    fields.some((each) => each.form === "front-matter" && each.folded === field.folded);
  return found.length < 2 || found.some(isRepeated);
}

/** Lower-case keys without emphasis are YAML that lost one of its lines of dashes, not a header for readers. */
function looksLikeYaml(fields: readonly HeaderField[]): boolean {
  return fields.every((field) => field.form === "plain" && field.key === field.key.toLowerCase());
}

/** True for a `---` on the first line of the document, right above `below`. */
function opensFrontMatter(text: string, block: Block, below: Block): boolean {
  return (
    block.kind === "thematic-break" &&
    block.line === 0 &&
    below.line === 1 &&
    text.startsWith("---", block.range.start)
  );
}

/** A row of badges or a logo, linked or not. */
function isImages(text: string, block: Block): boolean {
  return /^(?:\[?!\[[^\]]*\]\([^)\s]*\)(?:\]\([^)\s]*\))?\s*)+$/.test(
    text.slice(block.contentStart, block.range.end),
  );
}

/** What stands at the top of an MDX document. */
function isModuleCode(text: string, block: Block): boolean {
  return /^(?:import|export)\s/.test(text.slice(block.contentStart, block.contentStart + 7));
}

/** Fields of front matter and of notices say nothing about where the header proper stands. */
function isAside(field: HeaderField): boolean {
  return field.form === "front-matter" || field.form === "quote";
}
