/** Marks of a template that nobody has filled in, such as `{what was observed}`. */
import { touches } from "../base/range";
import type { Block } from "../document/block";
import type { ParsedDocument } from "../document/types";

/** `{…}` that stands for a word: no path's variable, no tag of a site generator, no attribute. */
const MARK = /(?<![\w/.=$\\{-])\{(?![%#:.])[^{}]+\}(?![\w/=}])/;
const CODE = /(`+)(?:(?!\1).)*\1/g;

/** What of a document may be left open: prose and tables, fences if asked for; no header. */
export function fillableBlocks(
  { parsed }: { readonly parsed: ParsedDocument },
  withFences: boolean,
): readonly Block[] {
  const headers = [parsed.header.range, parsed.header.frontMatter];
  return parsed.blocks.filter(({ kind, range }) => {
    const holdsText = kind === "paragraph" || kind === "heading" || kind === "table";
    if (!holdsText && !(withFences && kind === "fence")) return false;
    return !headers.some((each) => each && touches(range, each));
  });
}

/** With blanks in place of code spans. */
export function withoutCode(line: string): string {
  return line.includes("`") ? line.replace(CODE, (code) => " ".repeat(code.length)) : line;
}

/** The first one in a line without its code: where it begins, in UTF-16 units, and as it is written. */
export function findTemplateMark(
  prose: string,
): { readonly at: number; readonly written: string } | undefined {
  const found = prose.includes("{") ? MARK.exec(prose) : null;
  return found === null ? undefined : { at: found.index, written: found[0] };
}
