/** What a reader sees of a line of Markdown: for texts that are shown, where symbols and code belong to what is said. */

const SPAN = /`+/g;
const LINK = /!?\[([^[\]]*)\]\((?:[^()\\\s]|\\.)*(?:\s+"[^"]*")?\)/g;
const BREAK = /<br\s*\/?>/gi;
const STRONG = /\*\*|~~|(?<![\p{L}\p{N}])__|__(?![\p{L}\p{N}])/gu;
const STARS = /(?<![\p{L}\p{N}*])\*(\S(?:[^*]*[^*\s])?)\*(?!\*)/gu;
const UNDERSCORES = /(?<![\p{L}\p{N}_])_(\S(?:[^_]*[^_\s])?)_(?![\p{L}\p{N}_])/gu;

/** Without emphasis, link targets and the marks of code spans, whose content stays as it is; white space folded. */
export function plainText(markdown: string): string {
  const parts: string[] = [];
  let from = 0;
  const unmatched = new Set<number>();
  for (const opening of markdown.matchAll(SPAN)) {
    const { length } = opening[0];
    if (opening.index < from || unmatched.has(length)) continue;
    const inside = opening.index + length;
    const closing = findRun(markdown, inside, length);
    if (closing < 0) {
      unmatched.add(length);
      continue;
    }
    parts.push(plainProse(markdown.slice(from, opening.index)), markdown.slice(inside, closing));
    from = closing + length;
  }
  parts.push(plainProse(markdown.slice(from)));
  return parts.join("").replace(/\s+/g, " ").trim();
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
  if (!/[*_~[<]/.test(text)) return text;
  return text
    .replace(LINK, "$1")
    .replace(BREAK, " ")
    .replace(STRONG, "")
    .replace(STARS, "$1")
    .replace(UNDERSCORES, "$1");
}
