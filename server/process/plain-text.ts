/** What a reader sees of a line of Markdown: for texts that are shown, where symbols and code belong to what is said. */

const MARKED = /[`*_~[<]|\s\s|[\t\r\n]/;
const SPAN = /`+/g;
const LINK = /!?\[([^[\]]*)\]\((?:[^()\\\s]|\\.)*(?:\s+"[^"]*")?\)/g;
const BREAK = /<br\s*\/?>/gi;
const STRONG = /(?<![\p{L}\p{N}])__|__(?![\p{L}\p{N}])/gu;
const STARS = /(?<![\p{L}\p{N}*])\*(\S(?:[^*]*[^*\s])?)\*(?!\*)/gu;
const UNDERSCORES = /(?<![\p{L}\p{N}_])_(\S(?:[^_]*[^_\s])?)_(?![\p{L}\p{N}_])/gu;
/** Stands for a code span while the marks around it are read; Markdown replaces a NUL of the text itself. */
const CODE = "\u0000";

/** Without emphasis, link targets and the marks of code spans, whose content stays as it is; white space folded. */
export function plainText(markdown: string): string {
  if (!MARKED.test(markdown)) return markdown.trim();
  const codes: string[] = [];
  const prose = plainProse(markdown.includes("`") ? takeCode(markdown, codes) : markdown);
  const text = codes.length === 0 ? prose : prose.replaceAll(CODE, () => codes.shift() ?? "");
  return text.replace(/\s+/g, " ").trim();
}

/** Puts a mark in the place of every code span, and their contents into `codes`. */
function takeCode(markdown: string, codes: string[]): string {
  const parts: string[] = [];
  const unmatched = new Set<number>();
  let from = 0;
  const text = markdown.replaceAll(CODE, "\ufffd");
  for (const opening of text.matchAll(SPAN)) {
    const { length } = opening[0];
    if (opening.index < from || unmatched.has(length)) continue;
    const inside = opening.index + length;
    const closing = findRun(text, inside, length);
    if (closing < 0) {
      unmatched.add(length);
      continue;
    }
    codes.push(text.slice(inside, closing));
    parts.push(text.slice(from, opening.index), CODE);
    from = closing + length;
  }
  return parts.join("") + text.slice(from);
}

/** Where the next run of exactly `length` backticks begins, or -1. */
function findRun(text: string, from: number, length: number): number {
  for (let at = text.indexOf("`", from); at >= 0; ) {
    let end = at;
    while (text[end] === "`") end++;
    if (end - at === length) return at;
    at = text.indexOf("`", end);
  }
  return -1;
}

function plainProse(text: string): string {
  let plain = text;
  if (plain.includes("](")) plain = plain.replace(LINK, "$1");
  if (plain.includes("<")) plain = plain.replace(BREAK, " ");
  plain = plain.replaceAll("**", "").replaceAll("~~", "");
  if (plain.includes("*")) plain = plain.replace(STARS, "$1");
  if (plain.includes("_")) plain = plain.replace(STRONG, "").replace(UNDERSCORES, "$1");
  return plain;
}
