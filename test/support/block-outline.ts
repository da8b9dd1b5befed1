/** Block structure as one line of text per block, of our scanner and of markdown-it, so that the two can be compared. */
import type MarkdownIt from "markdown-it";
import type { Block } from "../../server/document/block";

/**
 * Kind, first line and line behind the last one, indented by nesting; with a heading's level and a fence's info
 * string. Front matter is left out: the oracle does not know it.
 */
export function outlineOfBlocks(text: string, blocks: readonly Block[]): string[] {
  const depths: number[] = [];
  const lines: string[] = [];
  for (const block of blocks) {
    const depth = block.parent < 0 ? 0 : (depths[block.parent] ?? 0) + 1;
    depths.push(depth);
    if (block.kind !== "front-matter")
      lines.push(outlineLine(depth, nameOfBlock(text, block), block.line, block.endLine));
  }
  return lines;
}

/** The structure that the oracle sees. */
export function outlineOfOracle(oracle: MarkdownIt, text: string): string[] {
  const source = normalise(text);
  const lines = source.split("\n");
  const tokens: Token[] = [];
  oracle.block.parse(source, oracle, {}, tokens);
  const nodes: Node[] = [];
  const open: Node[] = [];
  for (const token of tokens) {
    const name = nameOfToken(token);
    if (containerClose.test(token.type)) close(open, lines);
    if (name === undefined || token.map === null) continue;
    const node = { name, depth: open.length, line: token.map[0], endLine: token.map[1], lastChildEnd: 0 };
    nodes.push(node);
    if (token.nesting === 1 && containerOpen.test(token.type)) open.push(node);
    else noteChild(open, node.endLine);
  }
  return nodes.map((node) => outlineLine(node.depth, node.name, node.line, node.endLine));
}

type Token = ReturnType<MarkdownIt["parse"]>[number];

interface Node {
  readonly name: string;
  readonly depth: number;
  readonly line: number;
  endLine: number;
  lastChildEnd: number;
}

const containerOpen = /^(bullet_list|ordered_list|list_item|blockquote)_open$/;
const containerClose = /^(bullet_list|ordered_list|list_item|blockquote)_close$/;

function outlineLine(depth: number, name: string, line: number, endLine: number): string {
  return `${"  ".repeat(depth)}${name} ${line}-${endLine}`;
}

function nameOfBlock(text: string, block: Block): string {
  if (block.kind === "heading") return `heading ${block.level}`;
  if (block.kind === "list") return block.ordered ? "ordered-list" : "bullet-list";
  if (block.kind === "fence") return `fence ${text.slice(block.text?.start, block.text?.end)}`.trim();
  return block.kind;
}

function nameOfToken(token: Token): string | undefined {
  if (token.type === "heading_open") return `heading ${token.tag.slice(1)}`;
  if (token.type === "fence") return `fence ${token.info.trim()}`.trim();
  return tokenNames.get(token.type);
}

const tokenNames: ReadonlyMap<string, string> = new Map([
  ["paragraph_open", "paragraph"],
  ["code_block", "indented-code"],
  ["table_open", "table"],
  ["bullet_list_open", "bullet-list"],
  ["ordered_list_open", "ordered-list"],
  ["list_item_open", "list-item"],
  ["blockquote_open", "block-quote"],
  ["html_block", "html"],
  ["hr", "thematic-break"],
]);

/**
 * What markdown-it does to a text before it looks for blocks; and a line ending at the end, because it overlooks a
 * last line of blanks that has none.
 */
function normalise(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "\u{fffd}")
    .replace(/[^\n]$/u, "$&\n");
}

/**
 * markdown-it counts the blank lines behind a container as its own, and lines with too few quote markers as those of
 * an inner quote. To CommonMark, which renders none of them, it makes no difference.
 */
function close(open: Node[], lines: readonly string[]): void {
  const node = open.pop();
  if (node === undefined) return;
  const isQuote = node.name === "block-quote";
  const depth = isQuote
    ? 1 + open.filter(({ name }) => name === "block-quote").length
    : Number.POSITIVE_INFINITY;
  const isBehind = (line: string) => /^[ \t>]*$/.test(line) && line.replace(/[^>]/g, "").length < depth;
  const least = Math.max(node.lastChildEnd, node.line + 1);
  while (node.endLine > least && isBehind(lines[node.endLine - 1] ?? "")) node.endLine--;
  noteChild(open, node.endLine);
}

function noteChild(open: readonly Node[], endLine: number): void {
  const parent = open.at(-1);
  if (parent !== undefined) parent.lastChildEnd = Math.max(parent.lastChildEnd, endLine);
}
