/** The lines of the section that says where a work item stands: `Current state: SPEC_DELIVERY`. */
import { foldKey } from "../base/fold";
import type { Block } from "../document/block";
import type { Section } from "../document/types";
import type { ProcessPolicy } from "../policy/types";
import type { GovernedDocument } from "../workspace/types";
import { readKeyLine } from "./key-line";
import { type ContentLine, linesOf } from "./section-lines";
import type { StatusEntry } from "./types";

interface OpenEntry {
  readonly key: string;
  readonly indent: number;
  readonly lines: string[];
  start: number;
  end: number;
}

/** The entries of the first such section, in the order of the text; a deeper line goes on with the one above. */
export function readStatusBlock(document: GovernedDocument): StatusEntry[] {
  const section = findStatusSection(document);
  if (section === undefined) return [];
  const entries: OpenEntry[] = [];
  for (let i = section.heading + 1; i < section.endBlock; i++) {
    const block = document.parsed.blocks[i] as Block;
    if (block.parent !== -1 || !["fence", "list", "paragraph"].includes(block.kind)) continue;
    let open: OpenEntry | undefined;
    for (const line of linesOf(document.text, block)) open = readLine(entries, open, line);
  }
  return entries.map(({ key, lines, start, end }) => ({
    key,
    value: lines.join(" "),
    firstLine: lines[0] ?? "",
    range: { start, end },
  }));
}

/** The entry that the next line may go on with. */
function readLine(
  entries: OpenEntry[],
  open: OpenEntry | undefined,
  line: ContentLine,
): OpenEntry | undefined {
  if (line.text === "") return open;
  if (open !== undefined && line.indent > open.indent) {
    if (open.lines.length === 0) open.start = line.start;
    open.lines.push(line.text);
    open.end = line.start + line.text.length;
    return open;
  }
  const keyLine = readKeyLine(line.text);
  if (keyLine === undefined) return undefined;
  const { value, at } = keyLine;
  const start = line.start + at;
  const entry: OpenEntry = {
    key: foldKey(keyLine.key),
    indent: line.indent,
    lines: value === "" ? [] : [value],
    start,
    end: start + value.length,
  };
  entries.push(entry);
  return entry;
}

function findStatusSection(document: GovernedDocument): Section | undefined {
  const { process } = document.policy;
  const openings = process.statusHeadings.map((heading) => heading.split(" ")[0] ?? heading);
  return document.parsed.sections.find(
    ({ title }) =>
      openings.some((word) => title.toLowerCase().includes(word)) && isStatusTitle(title, process),
  );
}

function isStatusTitle(written: string, process: ProcessPolicy): boolean {
  const title = foldKey(written).replace(/^\d+(?:\.\d+)*[.)]?\s+/, "");
  return process.statusHeadings.includes(title);
}
