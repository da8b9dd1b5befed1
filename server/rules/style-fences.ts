/** Code blocks that end before their author meant them to: what follows is code that Markdown reads as text. */
import type { TextEdit } from "../base/edit";
import type { Range } from "../base/range";
import { rememberLast } from "../base/remember";
import type { Block } from "../document/block";
import type { GovernedDocument } from "../workspace/types";
import { behindLine } from "./fixes";
import { lineStartOf } from "./style-fixes";

export interface BrokenFence {
  readonly fence: Block;
  /** `nested`: a fence within ends it. `dedented`: a line to the left of its list item ends it, item and all. */
  readonly cause: "nested" | "dedented";
  /** From where it ends to where what was meant as its end opens another block, or to the end of the document. */
  readonly spilled: Range;
  /** The block that the fence opens which was meant to close; undefined where there is none. */
  readonly half: Block | undefined;
  /** What makes one block of it again; empty where nobody can tell. */
  readonly edits: () => readonly TextEdit[];
}

export const brokenFencesOf: (document: GovernedDocument) => readonly BrokenFence[] = rememberLast(
  ({ text, parsed }) => {
    const broken: BrokenFence[] = [];
    const { blocks } = parsed;
    for (let i = 0; i < blocks.length; i++) {
      const fence = blocks[i] as Block;
      if (fence.kind !== "fence") continue;
      const next = nextFence(blocks, i);
      const found =
        fence.closed === false ? findDedented(text, blocks, i, next) : findNested(text, blocks, i, next);
      if (found === undefined) continue;
      broken.push(found);
      // from here on nobody can tell what is code and what is text
      if (found.spilled.end === text.length) break;
      // the block that the closing fence opens holds text, and begins nothing
      if (next > i) i = next;
    }
    return broken;
  },
);

/** Index of the next fence; -1 where there is none. */
function nextFence(blocks: readonly Block[], index: number): number {
  for (let i = index + 1; i < blocks.length; i++) if (blocks[i]?.kind === "fence") return i;
  return -1;
}

/** True for an offset in what should be code. */
export function isSpilled(document: GovernedDocument, offset: number): boolean {
  return brokenFencesOf(document).some(({ spilled }) => spilled.start <= offset && offset < spilled.end);
}

function findDedented(
  text: string,
  blocks: readonly Block[],
  index: number,
  next: number,
): BrokenFence | undefined {
  const fence = blocks[index] as Block;
  const item = blocks[fence.parent];
  if (item?.kind !== "list-item" || index === blocks.length - 1) return undefined;
  const half = blocks[next];
  return {
    fence,
    cause: "dedented",
    spilled: { start: fence.range.end, end: half?.range.start ?? text.length },
    half,
    edits: () => (half === undefined ? [] : indentTo(text, fence, half, item)),
  };
}

/** All lines down to the closing fence moved right to where the item's text begins, where they are not there yet. */
function indentTo(text: string, fence: Block, half: Block, item: Block): TextEdit[] {
  const wanted = item.contentStart - lineStartOf(text, item.contentStart);
  const edits: TextEdit[] = [];
  const last = behindLine(text, half.contentStart);
  for (let start = behindLine(text, fence.range.end); start < last; start = behindLine(text, start)) {
    const [indented = ""] = /^[ \t]*/.exec(text.slice(start, start + 200)) ?? [];
    const isBlank = /[\r\n]/.test(text[start + indented.length] ?? "\n");
    if (indented.includes("\t")) return [];
    if (!isBlank && indented.length < wanted)
      edits.push({ range: { start, end: start }, newText: " ".repeat(wanted - indented.length) });
  }
  return edits;
}

/** A block that another one within ends: its text goes on right below, or it holds the fence that opens the other one. */
function findNested(
  text: string,
  blocks: readonly Block[],
  index: number,
  next: number,
): BrokenFence | undefined {
  const fence = blocks[index] as Block;
  const below = blocks[index + 1];
  const half = blocks[next];
  if (half === undefined || half.parent !== fence.parent || !isBare(text, half)) return undefined;
  const marks = markOf(text, fence);
  const opensInside = text
    .slice(fence.content?.start, fence.content?.end)
    .split(/[\r\n]+/)
    .some((line) => line.trimStart().startsWith(marks) && /^[`~]+[\w+#-]/.test(line.trim()));
  const inside = text.slice(fence.content?.start, fence.content?.end);
  // `Structure:` announces what was meant to stand in a block of its own
  const goesOn = below?.kind === "paragraph" && below.line === fence.endLine && /:\s*$/.test(inside);
  const isBetween = goesOn && blocks[next - 1]?.endLine === half.line;
  if (!opensInside && !isBetween) return undefined;
  return {
    fence,
    cause: "nested",
    spilled: { start: fence.range.end, end: opensInside ? text.length : half.range.start },
    half,
    edits: () => {
      const outer = [fence.contentStart, opensInside ? half.contentStart : lineStartOf(text, half.range.end)];
      return half.closed === false && !opensInside
        ? []
        : outer.map((at) => ({ range: { start: at, end: at }, newText: marks.slice(0, 1) }));
    },
  };
}

/** True for a fence without an info string, which may as well be meant to close. */
function isBare(text: string, { text: info }: Block): boolean {
  return info !== undefined && text.slice(info.start, info.end).trim() === "";
}

function markOf(text: string, { contentStart }: Block): string {
  let end = contentStart;
  while (text[end] === text[contentStart]) end++;
  return text.slice(contentStart, end);
}
