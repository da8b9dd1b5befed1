/** Decisions and known deviations: sections that open with a number, tables, and lists under a heading for them. */
import { copyText } from "../base/copy-text";
import { foldKey } from "../base/fold";
import { remember } from "../base/remember";
import type { Block } from "../document/block";
import { foldTitle } from "../document/sections";
import { parseTable, type TableRow } from "../document/table";
import type { Section } from "../document/types";
import type { ProcessPolicy } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";
import { isQuoted } from "./action-table";
import { plainText } from "./plain-text";
import { linesOf } from "./section-lines";
import { readHead } from "./table-head";
import type { Entry } from "./types";
import { foldedWords, leadingWord } from "./words";

/** In the order of the text: headings with a number, and rows of tables with a column for decisions. */
export function readDecisions(document: GovernedDocument): Entry[] {
  const { parsed, policy } = document;
  const opening = openingOf(policy.process.decisionHeadings.join("|"));
  const entries: Entry[] = [];
  for (const section of opening === undefined ? [] : parsed.sections) {
    const match = opening?.exec(section.title.trimStart());
    if (match === null || match === undefined) continue;
    const text = plainText(section.title.trimStart().slice(match[0].length));
    add(entries, document, plainText(match[1] ?? ""), text, placeOf(document, section));
  }
  for (const block of parsed.blocks) {
    const titles =
      block.kind === "table" ? readHead(document.text, block, policy.process.decisionColumns) : undefined;
    const columns = titles && columnsOf(titles, policy.process);
    if (columns !== undefined && !isQuoted(parsed.blocks, block)) addRows(entries, document, block, columns);
  }
  return entries.sort((a, b) => a.line - b.line);
}

/** Of the words in front of a number, such as `decision|d`: the name, and what parts it from the title. */
const openingOf = remember((words) =>
  words === ""
    ? undefined
    : new RegExp(
        `^[^\\p{L}\\p{N}]*(?:\\d+(?:\\.\\d+)*[.)]?\\s+)?((?:${words.replaceAll(/[^\p{L}\p{N}|]+/gu, "[^\\p{L}\\p{N}]+")})(?:[\\s#-]*|\\s+[A-Z]{1,3}-?)\\d+[a-z]?)(?!\\p{L}|\\p{N}|[.-][\\p{L}\\p{N}])[\\s*_]*(?:[—–:.-]+\\s*|(?=$|[^,+&/]))`,
        "iu",
      ),
);

/** The subsections of a section that is named for deviations, else the rows of its tables, else its list items. */
export function readDeviations(document: GovernedDocument): Entry[] {
  const { parsed, policy, classification } = document;
  const { deviationHeadings } = policy.process;
  const entries: Entry[] = [];
  if (classification === undefined || deviationHeadings.length === 0) return entries;
  const words = deviationHeadings.map((heading) => heading.split(" ")[0] ?? heading);
  let end = 0;
  for (const section of parsed.sections) {
    if (section.heading < end || section === parsed.title) continue;
    const written = section.title.toLowerCase();
    if (!words.some((word) => written.includes(word))) continue;
    const title = foldTitle(section.title);
    if (!deviationHeadings.some((heading) => isNamed(title, heading))) continue;
    end = section.endBlock;
    readListed(entries, document, section);
  }
  return entries;
}

/** By the heading alone, or by it and something beside: `Known Deviations & Backlog Items`. */
function isNamed(title: string, heading: string): boolean {
  return title.startsWith(heading) && /^(?:$|\s*[&,/(+—–:-])/.test(title.slice(heading.length));
}

function readListed(entries: Entry[], document: GovernedDocument, section: Section): void {
  const { blocks, sections } = document.parsed;
  const inside = sections.filter(({ heading }) => heading > section.heading && heading < section.endBlock);
  const level = Math.min(...inside.map((each) => each.level));
  for (const each of inside) {
    if (each.level === level)
      add(entries, document, undefined, plainText(each.title), placeOf(document, each));
  }
  if (inside.length > 0) return;
  const { process } = document.policy;
  for (let i = section.heading + 1; i < section.endBlock; i++) {
    const block = blocks[i] as Block;
    if (isQuoted(blocks, block)) continue;
    if (block.kind === "table") {
      const { cells } = parseTable(document.text, block).head;
      const id = cells.findIndex(({ text }) => process.actionColumns.id.includes(foldKey(text)));
      // two columns are the fields of one deviation
      if (id >= 0 || cells.length > 2) addRows(entries, document, block, { id, text: id === 0 ? 1 : 0 });
    } else if (block.kind === "list-item" && blocks[block.parent]?.parent === -1) {
      const [line] = linesOf(document.text, block);
      if (line === undefined) continue;
      add(entries, document, undefined, plainText(line.text), { range: line.range, line: line.line });
    }
  }
}

interface Columns {
  /** -1 where there is none. */
  readonly id: number;
  readonly text: number;
}

/** Undefined for a table that decides nothing, or says of other things what was decided of them. */
function columnsOf(titles: readonly string[], process: ProcessPolicy): Columns | undefined {
  const indexOf = (names: readonly string[]): number => titles.findIndex((title) => names.includes(title));
  const [id, text] = [indexOf(process.actionColumns.id), indexOf(process.decisionColumns)];
  return id < 0 || text < 0 || indexOf(process.actionColumns.text) >= 0 ? undefined : { id, text };
}

function addRows(entries: Entry[], document: GovernedDocument, block: Block, columns: Columns): void {
  const written = (row: TableRow, column: number): string => plainText(row.cells[column]?.text ?? "");
  for (const row of parseTable(document.text, block).rows) {
    const text = written(row, columns.text);
    if (text !== "") add(entries, document, written(row, columns.id) || undefined, text, row);
  }
}

/** Leaves out what is still to be filled in, and the word that there is nothing. */
function add(
  entries: Entry[],
  { policy }: GovernedDocument,
  id: string | undefined,
  text: string,
  { range, line }: Pick<Entry, "range" | "line">,
): void {
  // only a heading may consist of a number
  if (text === "" ? id === undefined : policy.isPlaceholder(text) || policy.isTemplateMark(text)) return;
  if (id === undefined && leadingWord(foldedWords(text), policy.process.noneWords) !== undefined) return;
  entries.push({ id: id && copyText(id), text: copyText(text), range, line });
}

function placeOf({ parsed }: GovernedDocument, { heading }: Section): Pick<Entry, "range" | "line"> {
  const { range, line } = parsed.blocks[heading] as Block;
  return { range, line };
}
