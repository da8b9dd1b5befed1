/** The numbers with which headings begin where the house writes none. */
import type { Range } from "../base/range";
import { rememberLast } from "../base/remember";
import { plainText } from "../process/plain-text";
import type { GovernedDocument } from "../workspace/types";
import { styleOf } from "./style-outline";

export interface NumberedHeading {
  /** The heading's text. */
  readonly title: Range;
  /** The number with what parts it from the words. */
  readonly number: string;
}

/** `1.`, `1)`, `(1)`, `1.2`, `1.2.` */
const NUMBER = /^(?:\(\d{1,3}\)|\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+)[ \t]+(?=\S)/;
const UNCERTAIN = /^[\d.]+\d[ \t]/;

export const numberedHeadingsOf: (document: GovernedDocument) => readonly NumberedHeading[] = rememberLast(
  (document) => {
    const style = styleOf(document);
    if (style === undefined || style.numberedHeadings) return [];
    const { text, parsed } = document;
    const found = parsed.blocks.flatMap(({ kind, text: title }): NumberedHeading[] => {
      if (kind !== "heading" || title === undefined) return [];
      const written = text.slice(title.start, title.end);
      const number = (NUMBER.exec(written) ?? style.namedNumber?.exec(written))?.[0];
      return number === undefined ? [] : [{ title, number }];
    });
    // a single `3.11 Python` is a version
    return found.length === 1 && UNCERTAIN.test(found[0]?.number ?? "") ? [] : found;
  },
);

/** The words of a heading: without marks, and without a number that the house does not want. */
export function wordsOfHeading(document: GovernedDocument, title: Range): string {
  const number = numberedHeadingsOf(document).find((each) => each.title.start === title.start)?.number ?? "";
  return plainText(document.text.slice(title.start + number.length, title.end));
}
