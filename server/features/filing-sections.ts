/** The sections that a document needs once it is filed, such as a sign-off: they stand there and are filled in. */

import { LineIndex } from "../base/lines";
import type { Range } from "../base/range";
import { sentence } from "../base/sentence";
import { foldTitle } from "../document/sections";
import type { Section } from "../document/types";
import type { DocumentClass, SectionPolicy } from "../policy/types";
import { classNoun, quoteValue, withArticle } from "../rules/fields";
import { documentStart } from "../workspace/document-start";
import { holds, valueLookup } from "../workspace/field-values";
import type { GovernedDocument } from "../workspace/types";
import { findPlaceholders } from "./filing-placeholders";

export interface FiledSections {
  readonly refusals: readonly { readonly message: string; readonly line: number }[];
  /** Of the sections that were looked at, in `document`. */
  readonly ranges: readonly Range[];
}

/** `filed` is the document as it will be: its header decides which sections are asked for. */
export function checkFiledSections(
  document: GovernedDocument,
  documentClass: DocumentClass,
  filed: GovernedDocument,
): FiledSections {
  const lookUp = valueLookup(filed.parsed.header.fields, documentClass);
  const refusals: { message: string; line: number }[] = [];
  const ranges: Range[] = [];
  const lines = new LineIndex(document.text);
  for (const policy of documentClass.sections) {
    if (!policy.when.some((condition) => holds(condition, lookUp, document.policy))) continue;
    const why = policy.why === undefined ? "" : ` ${policy.why}`;
    const section = findSection(document, policy);
    if (section === undefined) {
      const noun = sentence(withArticle(classNoun(documentClass)));
      const message = `${noun} has a section ${quoteValue(policy.title)} before it is filed; this one lacks it.${why}`;
      refusals.push({ message, line: lines.lineAt(documentStart(document).start) + 1 });
      continue;
    }
    ranges.push(section.range);
    const line = section.headingLine + 1;
    if (isEmpty(document, section))
      refusals.push({ message: `The section ${quoteValue(section.title)} is empty.${why}`, line });
    const placeholders = findPlaceholders(document, bodyOf(document, section), true);
    for (const { text, line } of placeholders)
      refusals.push({
        message: `${quoteValue(text)} in the section ${quoteValue(section.title)} is a placeholder.${why}`,
        line,
      });
    const awaited = findAwaited(document, bodyOf(document, section));
    const at = awaited && lines.lineAt(awaited.offset) + 1;
    if (awaited !== undefined && at !== undefined && !placeholders.some((each) => each.line === at))
      refusals.push({
        message: `${quoteValue(awaited.word)} in the section ${quoteValue(section.title)} says that it is still to come.${why}`,
        line: at,
      });
  }
  return { refusals, ranges };
}

function findSection({ parsed }: GovernedDocument, { keys }: SectionPolicy): Section | undefined {
  return parsed.sections.find((each) => {
    const title = foldTitle(each.title);
    return each !== parsed.title && keys.some((key) => title.includes(key));
  });
}

function bodyOf({ parsed }: GovernedDocument, section: Section): Range {
  return { start: parsed.blocks[section.heading]?.range.end ?? section.range.start, end: section.range.end };
}

/** A value that opens with one of the policy's words for what is still to come; within a sentence they say anything. */
function findAwaited(
  { text, policy }: GovernedDocument,
  { start, end }: Range,
): { readonly word: string; readonly offset: number } | undefined {
  const words = policy.process.pendingWords.map((word) =>
    word.replace(/[^\p{L}\p{N} ]/gu, "").replace(/ +/g, "\\s+"),
  );
  if (words.length === 0) return undefined;
  const value = new RegExp(`(?:^|[:|])[\\s*_>-]*(${words.join("|")})(?![\\p{L}\\p{N}])`, "imu");
  const match = value.exec(text.slice(start, end));
  const word = match?.[1];
  return match === null || word === undefined
    ? undefined
    : { word, offset: start + match.index + match[0].length - word.length };
}

/** True when nothing but headings, rules and comments stands in it. */
function isEmpty({ parsed, text }: GovernedDocument, section: Section): boolean {
  return parsed.blocks.slice(section.heading + 1, section.endBlock).every(({ kind, range, content }) => {
    if (kind === "heading" || kind === "thematic-break") return true;
    const written = text.slice((content ?? range).start, (content ?? range).end);
    return !/[\p{L}\p{N}]/u.test(kind === "html" ? written.replace(/<!--[\s\S]*?(?:-->|$)/g, "") : written);
  });
}
