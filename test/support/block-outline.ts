/** Block structure as one line of text per block, of our scanner and of markdown-it, so that the two can be compared. */
import MarkdownIt from "markdown-it";
import type { Block } from "../../server/document/block";

/** Kind, first line, line behind the last one; indented by nesting; with a heading's level, a fence's info string. */
export function outlineOfBlocks(text: string, blocks: readonly Block[]): string[] {
  const depths: number[] = [];
  return blocks.map((block) => {
    const depth = block.parent < 0 ? 0 : (depths[block.parent] ?? 0) + 1;
    depths.push(depth);
    return outlineLine(depth, detail(text, block), block.line, block.endLine);
  });
}

function detail(text: string, block: Block): string {
  if (block.kind === "heading") return `heading ${block.level}`;
  if (block.kind === "list") return block.ordered ? "ordered-list" : "bullet-list";
  if (block.kind === "fence") return `fence ${text.slice(block.text?.start, block.text?.end)}`.trim();
  return block.kind;
}

function outlineLine(depth: number, name: string, line: number, endLine: number): string {
  return `${"  ".repeat(depth)}${name} ${line}-${endLine}`;
}

interface Node {
  readonly name: string;
  readonly depth: number;
  readonly line: number;
  endLine: number;
  lastChildEnd: number;
}

/** The oracle as it comes, with everything that Docket's scanner knows switched on. */
export function createOracle(): MarkdownIt {
  const oracle = new MarkdownIt({ html: true, linkify: false });
  // What a link may point to is not a matter of structure; neither is how deep a sane document nests.
  oracle.validateLink = () => true;
  oracle.set({ maxNesting: 10_000 } as never);
  return oracle;
}

export function outlineOfOracle(oracle: MarkdownIt, text: string): string[] {
  const source = text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "\u{fffd}")
    .replace(/[^\n]$/, "$&\n");
  const lines = source.split("\n");
  const tokens: ReturnType<MarkdownIt["parse"]> = [];
  oracle.block.parse(source, oracle, {}, tokens);
  const nodes: Node[] = [];
  const open: Node[] = [];
  for (const token of tokens) {
    const name = nameOf(token);
    if (name === undefined || token.map === null) {
      if (/^(bullet_list|ordered_list|list_item|blockquote)_close$/.test(token.type)) close(open, lines);
      continue;
    }
    const node = { name, depth: open.length, line: token.map[0], endLine: token.map[1], lastChildEnd: 0 };
    nodes.push(node);
    if (isContainer(name)) open.push(node);
    else noteChild(open, node.endLine);
  }
  return nodes.map((node) => outlineLine(node.depth, node.name, node.line, node.endLine));
}

function isContainer(name: string): boolean {
  return name === "block-quote" || name === "list-item" || name.endsWith("-list");
}

/** markdown-it counts the blank lines behind a list and its items as theirs; CommonMark does not say whose they are. */
function close(open: Node[], lines: readonly string[]): void {
  const node = open.pop();
  if (node === undefined) return;
  const quotes =
    node.name === "block-quote" ? 1 + open.filter(({ name }) => name === "block-quote").length : 1e9;
  const least = Math.max(node.lastChildEnd, node.line + 1);
  const isBehind = (line = "") => /^[ \t>]*$/.test(line) && line.replaceAll(/[^>]/g, "").length < quotes;
  while (node.endLine > least && isBehind(lines[node.endLine - 1])) node.endLine--;
  noteChild(open, node.endLine);
}

function noteChild(open: readonly Node[], endLine: number): void {
  const parent = open.at(-1);
  if (parent !== undefined) parent.lastChildEnd = Math.max(parent.lastChildEnd, endLine);
}

function nameOf(token: { type: string; tag: string; info: string }): string | undefined {
  switch (token.type) {
    case "heading_open":
      return `heading ${token.tag.slice(1)}`;
    case "paragraph_open":
      return "paragraph";
    case "fence":
      return `fence ${token.info.trim()}`.trim();
    case "code_block":
      return "indented-code";
    case "table_open":
      return "table";
    case "bullet_list_open":
      return "bullet-list";
    case "ordered_list_open":
      return "ordered-list";
    case "list_item_open":
      return "list-item";
    case "blockquote_open":
      return "block-quote";
    case "html_block":
      return "html";
    case "hr":
      return "thematic-break";
    default:
      return undefined;
  }
}

type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["at"]>[1];

/** The oracle with those of its table rules set right that GFM has otherwise: see the differences in the test. */
export function createGfmOracle(): MarkdownIt {
  const oracle = createOracle();
  const rules = (chain: string): BlockRule[] => oracle.block.ruler.getRules(chain);
  const inOrder = rules("");
  const [table] = inOrder;
  const html = inOrder[7];
  const terminators = rules("blockquote");
  if (table === undefined || html === undefined) throw new Error("markdown-it has changed its rules");
  let promised = -1;
  oracle.block.ruler.at(
    "table",
    (state, start, end, silent) => {
      if (silent) {
        const isLazy = (state.sCount[start] ?? 0) < state.blkIndent;
        const isOther = terminators.some((rule) => rule(state, start, end, true));
        const does = !isLazy && !isOther && table(state, start, end, true);
        if (does) promised = start;
        return does;
      }
      if (promised !== start && [...terminators, html].some((rule) => starts(rule, state, start, end)))
        return false;
      promised = -1;
      return table(state, start, end, false);
    },
    { alt: ["paragraph", "reference"] },
  );
  oracle.block.ruler.at(
    "html_block",
    (state, start, end, silent) => {
      if (silent && state.parentType === ("table" as string)) return starts(html, state, start, end);
      return html(state, start, end, silent);
    },
    { alt: ["paragraph", "reference", "blockquote"] },
  );
  return oracle;
}

/** Whether the rule takes the line, with no trace of it left. */
function starts(rule: BlockRule, state: Parameters<BlockRule>[0], line: number, endLine: number): boolean {
  const { length } = state.tokens;
  const { line: before, parentType, level } = state;
  const does = rule(state, line, endLine, false);
  state.tokens.length = length;
  Object.assign(state, { line: before, parentType, level });
  return does;
}
