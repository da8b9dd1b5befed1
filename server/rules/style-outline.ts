/** What the style rules look at: the document as a row of headings, separators, tags of details blocks, and content. */
import type { Range } from "../base/range";
import { rememberLast } from "../base/remember";
import type { Block } from "../document/block";
import { type DetailsBlock, type DetailsTag, findDetails } from "../document/details";
import type { SectionRole, StylePolicy } from "../policy/style-policy";
import type { GovernedDocument } from "../workspace/types";

export interface Piece {
  readonly kind: "heading" | "separator" | "open" | "summary" | "close" | "content";
  /** For a block whole lines; for a tag its characters. */
  readonly range: Range;
  /** Index in the document's blocks. */
  readonly block: number;
  /** Index in `details` of the innermost block in which the piece stands; -1 outside of all. A tag is not in its own. */
  readonly within: number;
  /** open, summary, close: index in `details`, -1 for a closing tag without a partner. */
  readonly details: number;
  /** heading: its level; 0 for all else. */
  readonly level: number;
  /** Index in `sections`; -1 above the first one. */
  readonly section: number;
  /** True for what stands in an HTML block, where Markdown means nothing. */
  readonly raw: boolean;
}

/** A main section or subsection outside of details blocks, or what stands under a title, up to the next one of these. */
export interface StyleSection {
  readonly role: SectionRole | undefined;
  /** The heading's text. */
  readonly title: Range;
  /** Index in `pieces` of the heading. */
  readonly heading: number;
  /** Index behind the section's last piece. */
  readonly end: number;
}

export interface StyleOutline {
  readonly text: string;
  readonly style: StylePolicy;
  readonly pieces: readonly Piece[];
  readonly details: readonly DetailsBlock[];
  readonly tags: readonly DetailsTag[];
  readonly sections: readonly StyleSection[];
  /**
   * For a details block that is never closed, and for those within it that are closed only behind its end: index of the
   * piece before which it has to end, by the headings around it.
   */
  readonly unclosed: ReadonlyMap<number, number>;
}

/** Undefined where the policy says nothing of the layout of such a document. Read once for all style rules. */
export function outlineOf(document: GovernedDocument): StyleOutline | undefined {
  return document.classification?.class.style === undefined ? undefined : readOutline(document);
}

/** The house style of the document, for rules that need no outline. */
export function styleOf(document: GovernedDocument): StylePolicy | undefined {
  return document.classification?.class.style;
}

const readOutline = rememberLast((document: GovernedDocument): StyleOutline | undefined => {
  const style = styleOf(document);
  return style && new OutlineBuilder(document, style).build();
});

const SEPARATOR = /^(?:-{3,}|\*{3,}|_{3,})$/;

/** Holds what is open while the blocks are read one by one. */
class OutlineBuilder {
  readonly #text: string;
  readonly #blocks: readonly Block[];
  readonly #style: StylePolicy;
  readonly #titles: ReadonlySet<number>;
  readonly #details: readonly DetailsBlock[];
  readonly #tags: readonly DetailsTag[];
  readonly #pieces: Piece[] = [];
  readonly #sections: { role: SectionRole | undefined; title: Range; heading: number; end: number }[] = [];
  readonly #unclosed = new Map<number, number>();
  /** The open details blocks; one that is never closed ends before the next heading of its level. */
  readonly #open: { readonly details: number; readonly level: number }[] = [];
  #level = 0;
  #tag = 0;

  constructor({ text, parsed }: GovernedDocument, style: StylePolicy) {
    this.#text = text;
    this.#blocks = parsed.blocks;
    this.#style = style;
    this.#titles = new Set(parsed.sections.map(({ heading }) => heading));
    const { details, tags } = findDetails(text, parsed.blocks);
    this.#details = details;
    this.#tags = tags;
  }

  build(): StyleOutline {
    for (let i = 0; i < this.#blocks.length; i++) {
      const block = this.#blocks[i] as Block;
      if (block.parent === -1) this.#add(block, i);
    }
    for (const { details } of this.#open) this.#unclosed.set(details, this.#pieces.length);
    const last = this.#sections.at(-1);
    if (last !== undefined) last.end = this.#pieces.length;
    return {
      text: this.#text,
      style: this.#style,
      pieces: this.#pieces,
      details: this.#details,
      tags: this.#tags,
      sections: this.#sections,
      unclosed: this.#unclosed,
    };
  }

  #add(block: Block, index: number): void {
    switch (block.kind) {
      case "front-matter":
        return;
      case "thematic-break":
        this.#push("separator", block.range, index);
        return;
      case "html":
        this.#addHtml(block, index);
        return;
      case "heading":
        this.#addHeading(block, index);
        return;
      default:
        if (!this.#isAnchor(block)) this.#push("content", block.range, index);
    }
  }

  /** True for a line that shows nothing, such as the target of a link. */
  #isAnchor({ kind, contentStart, range }: Block): boolean {
    if (kind !== "paragraph" || this.#text[contentStart] !== "<") return false;
    return withoutTags(this.#text.slice(contentStart, range.end)).trim() === "";
  }

  #addHeading(block: Block, index: number): void {
    const { level = 0, text: title = block.range } = block;
    const isUnderlined = this.#text.charCodeAt(block.contentStart) !== 0x23 /* # */;
    if (isUnderlined && level === 2 && (this.#open.length > 0 || !this.#titles.has(index))) {
      // to the author a line of text with a separator below it
      this.#push("content", { start: block.range.start, end: title.end }, index);
      this.#push("separator", { start: this.#lastLine(block.range), end: block.range.end }, index);
      return;
    }
    this.#endUnclosed(level);
    const { levels } = this.#style;
    if (this.#open.length === 0) {
      this.#level = level;
      if (level <= (levels.sub ?? levels.main ?? 0)) {
        const above = this.#sections.at(-1);
        if (above !== undefined) above.end = this.#pieces.length;
        const role = level === levels.main ? "main" : level === levels.sub ? "sub" : undefined;
        this.#sections.push({ role, title, heading: this.#pieces.length, end: this.#pieces.length });
      }
    }
    this.#push("heading", block.range, index, { level });
  }

  #endUnclosed(level: number): void {
    const at = this.#open.findIndex(
      (open) => this.#details[open.details]?.close === undefined && level <= open.level,
    );
    if (at < 0) return;
    for (const { details } of this.#open.splice(at)) this.#unclosed.set(details, this.#pieces.length);
  }

  #lastLine({ start, end }: Range): number {
    let at = end;
    while (at > start && this.#text[at - 1] !== "\n" && this.#text[at - 1] !== "\r") at--;
    return at;
  }

  /** The tags in the block, and between them lines that Markdown does not read. */
  #addHtml(block: Block, index: number): void {
    let from = block.range.start;
    for (const tag of this.#tagsOf(index)) {
      this.#addRaw({ start: from, end: tag.range.start }, index);
      this.#addTag(tag, index);
      from = tag.range.end;
    }
    this.#addRaw({ start: from, end: block.range.end }, index);
  }

  *#tagsOf(block: number): Generator<DetailsTag> {
    while ((this.#tags[this.#tag]?.block ?? Number.POSITIVE_INFINITY) < block) this.#tag++;
    for (; this.#tags[this.#tag]?.block === block; this.#tag++) yield this.#tags[this.#tag] as DetailsTag;
  }

  #addTag({ kind, range, details }: DetailsTag, block: number): void {
    if (kind === "close" && this.#open.at(-1)?.details === details) this.#open.pop();
    // inside of what it is the summary of, outside of what it opens or closes
    const isSummary = kind === "summary" && this.#open.at(-1)?.details === details;
    const opened = isSummary ? this.#open.pop() : undefined;
    this.#push(kind, range, block, { details, raw: true });
    if (opened !== undefined) this.#open.push(opened);
    if (kind === "open") this.#open.push({ details, level: this.#level });
  }

  #addRaw({ start, end }: Range, block: number): void {
    if (start >= end) return;
    const visible = withoutTags(this.#text.slice(start, end));
    for (const line of visible.matchAll(/[^\r\n]+/g)) {
      const words = line[0].trim();
      if (words === "") continue;
      const at = start + line.index + line[0].indexOf(words);
      const range = { start: at, end: at + words.length };
      this.#push(SEPARATOR.test(words) ? "separator" : "content", range, block, { raw: true });
    }
  }

  #push(
    kind: Piece["kind"],
    range: Range,
    block: number,
    { level = 0, details = -1, raw = false }: Partial<Pick<Piece, "level" | "details" | "raw">> = {},
  ): void {
    const within = this.#open.at(-1)?.details ?? -1;
    const section = this.#sections.length - 1;
    this.#pieces.push({ kind, range, block, within, details, level, section, raw });
  }
}

/** Blanks in the place of tags and comments. */
function withoutTags(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g, (tag) => " ".repeat(tag.length));
}
