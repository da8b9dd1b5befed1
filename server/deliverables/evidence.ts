/** What of a report can meet a requirement: its headings, summaries and labels, and its fences. */
import type { Range } from "../base/range";
import { once, rememberLast } from "../base/remember";
import type { Block } from "../document/block";
import { findDetails } from "../document/details";
import type { Requirement } from "../policy/deliverables-policy";
import { hasTerm, wordsOf } from "../policy/terms";
import type { GovernedDocument } from "../workspace/types";
import { diagramType } from "./mermaid";

interface Title {
  /** In lower case, with a blank before and behind each; so is what requirements are looked for in. */
  readonly words: string;
  readonly range: Range;
}

interface Fence {
  /** In lower case; empty where none is named. */
  readonly language: string;
  /** The type of a Mermaid diagram; undefined for what draws none. */
  readonly diagram: string | undefined;
  /** The words of the headings and the summary above it, and its own. */
  readonly words: () => string;
  /** What follows the opening marks, without which no fence counts for anything. */
  readonly range: Range;
}

interface Evidence {
  /** Those of the document's own title are none of them. */
  readonly titles: readonly Title[];
  /** The words of all of them. */
  readonly allTitles: string;
  readonly fences: readonly Fence[];
}

/** Read once for all that is required. */
const evidenceOf: (document: GovernedDocument) => Evidence = rememberLast(({ text, parsed }) => {
  const titles: Title[] = [];
  const fences: Fence[] = [];
  const { details, tags } = findDetails(text, parsed.blocks);
  const summaries = tags.filter(({ kind }) => kind === "summary");
  const documentTitle = parsed.title?.heading;
  /** What stands above the block, the outermost first; a summary stands half a level below its heading. */
  let above: { readonly level: number; readonly words: string }[] = [];
  const enter = (level: number, range: Range, words: string): void => {
    above = [...above.filter((each) => each.level < level), { level, words }];
    titles.push({ words, range });
  };
  let nextSummary = 0;
  for (let i = 0; i < parsed.blocks.length; i++) {
    const block = parsed.blocks[i] as Block;
    for (; (summaries[nextSummary]?.block ?? Number.POSITIVE_INFINITY) < i; nextSummary++)
      enterSummary(summaries[nextSummary]?.details ?? -1);
    if (block.kind === "heading" && block.text !== undefined && i !== documentTitle)
      enter(block.level ?? 1, block.text, wordsOf(text.slice(block.text.start, block.text.end)));
    else if (block.kind === "paragraph") {
      const label = LABEL.exec(lineOf(text, block.contentStart));
      if (label !== null) {
        const end = block.contentStart + label[0].length;
        titles.push({ words: wordsOf(label[0]), range: { start: block.contentStart, end } });
      }
    } else if (block.kind === "fence") fences.push(readFence(text, block, above));
  }
  for (; nextSummary < summaries.length; nextSummary++) enterSummary(summaries[nextSummary]?.details ?? -1);
  return { titles, allTitles: titles.map(({ words }) => words).join(""), fences };

  function enterSummary(index: number): void {
    const summary = details[index]?.summary;
    if (summary === undefined) return;
    const level = (above.findLast((each) => Number.isInteger(each.level))?.level ?? 0) + 0.5;
    enter(level, summary.text, wordsOf(text.slice(summary.text.start, summary.text.end)));
  }
});

/** `**S3 storage:**` alone on its line, with which many authors begin what others put under a heading. */
const LABEL = /^(?:\*\*|__)[^*_]+(?:\*\*|__):?(?=\s*$)/;

const LONGEST_LABEL = 200;

function lineOf(text: string, start: number): string {
  const line = text.slice(start, start + LONGEST_LABEL);
  const end = line.search(/[\r\n]/);
  return end < 0 ? line : line.slice(0, end);
}

function readFence(text: string, block: Block, above: readonly { readonly words: string }[]): Fence {
  const info = block.text === undefined ? "" : text.slice(block.text.start, block.text.end);
  const language = /^\{?\.?([^\s{},]*)/.exec(info)?.[1]?.toLowerCase() ?? "";
  const content = text.slice(block.content?.start, block.content?.end);
  return {
    language,
    diagram: language === "mermaid" ? diagramType(content) : undefined,
    words: once(() => [...above.map(({ words }) => words), wordsOf(content)].join("")),
    range: block.text ?? block.range,
  };
}

/** Where the document meets the requirement: a title or a fence's first line; undefined where it does not. */
export function findEvidence(document: GovernedDocument, requirement: Requirement): Range | undefined {
  const { titles, allTitles, fences } = evidenceOf(document);
  const { diagrams, languages, terms } = requirement;
  if (diagrams === undefined && languages === undefined) {
    // most terms have a word that no title has
    const likely = terms.filter((term) => hasTerm(allTitles, term));
    return titles.find(({ words }) => likely.some((term) => hasTerm(words, term)))?.range;
  }
  return fences.find(
    ({ diagram, language, words }) =>
      ((diagram !== undefined && diagrams?.has(diagram) === true) || languages?.has(language) === true) &&
      (terms.length === 0 || terms.some((term) => hasTerm(words(), term))),
  )?.range;
}

/** True where the document has any diagram. */
export function hasDiagram(document: GovernedDocument): boolean {
  return evidenceOf(document).fences.some(({ diagram }) => diagram !== undefined);
}
