/** markdown-it as the oracle of block structure: as it comes, and with its tables set right. */
import MarkdownIt from "markdown-it";

/** The oracle as it comes, with everything that the scanner knows switched on. */
export function createOracle(): MarkdownIt {
  const oracle = new MarkdownIt({ html: true, linkify: false });
  // Where a link may point to is not a matter of structure.
  oracle.validateLink = () => true;
  return oracle;
}

/**
 * The oracle with tables as GFM has them: a line that starts another block is no head of one, nor is a line that
 * continues a list item's paragraph lazily, and an HTML block of any kind ends one.
 */
export function createGfmOracle(): MarkdownIt {
  const oracle = createOracle();
  const { ruler } = oracle.block;
  const table = ruler.getRules("")[0];
  const html = ruler.getRules("")[7];
  const starters = ruler.getRules("blockquote");
  if (table?.name !== "table" || html?.name !== "html_block")
    throw new Error("markdown-it has changed its rules");
  // A head that ended a paragraph is one when its turn to be parsed comes.
  let promised = -1;
  const gfmTable: Rule = (state, line, end, silent) => {
    if (silent) {
      const isLazy = (state.sCount[line] ?? 0) < state.blkIndent;
      const isOther = starters.some((rule) => rule(state, line, end, true));
      const does = !isLazy && !isOther && table(state, line, end, true);
      if (does) promised = line;
      return does;
    }
    const isOther = promised !== line && [...starters, html].some((rule) => starts(rule, state, line, end));
    promised = -1;
    return !isOther && table(state, line, end, false);
  };
  const gfmHtml: Rule = (state, line, end, silent) =>
    silent && (state.parentType as string) === "table"
      ? starts(html, state, line, end)
      : html(state, line, end, silent);
  ruler.at("table", gfmTable, { alt: ["paragraph", "reference"] });
  ruler.at("html_block", gfmHtml, { alt: ["paragraph", "reference", "blockquote"] });
  return oracle;
}

type Rule = Parameters<MarkdownIt["block"]["ruler"]["at"]>[1];

/** Whether the rule would take the line; leaves no trace of having tried. */
function starts(rule: Rule, state: Parameters<Rule>[0], line: number, endLine: number): boolean {
  const { line: before, parentType, level } = state;
  const { length } = state.tokens;
  const does = rule(state, line, endLine, false);
  state.tokens.length = length;
  Object.assign(state, { line: before, parentType, level });
  return does;
}
