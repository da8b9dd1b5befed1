/** What a reader sees of a line of Markdown: for texts that are shown, where symbols and code belong to what is said. */
import { findCodeSpans } from "../document/code-spans";

const MARKED = /[`*_~[<\t\r\n]/;
const UNFOLDED = / {2}|[\t\r\n]/;
const LINK = /!?\[([^[\]]*)\]\((?:[^()\\\s]|\\.)*(?:\s+"[^"]*")?\)/g;
const BREAK = /<br\s*\/?>/gi;
const STRONG = /(?<![\p{L}\p{N}])__|__(?![\p{L}\p{N}])/gu;
const STARS = /(?<![\p{L}\p{N}*])\*(\S(?:[^*]*[^*\s])?)\*(?!\*)/gu;
const UNDERSCORES = /(?<![\p{L}\p{N}_])_(\S(?:[^_]*[^_\s])?)_(?![\p{L}\p{N}_])/gu;
/** Stands for a code span while the marks around it are read; Markdown replaces a NUL of the text itself. */
const CODE = "\u0000";

/** Without emphasis, link targets and the marks of code spans, whose content stays as it is; white space folded. */
export function plainText(markdown: string): string {
  if (!MARKED.test(markdown) && !markdown.includes("  ")) return markdown.trim();
  if (!markdown.includes("`")) return foldSpace(plainProse(markdown));
  const codes: string[] = [];
  const prose = plainProse(takeCode(markdown.replaceAll(CODE, "\ufffd"), codes));
  let next = 0;
  return foldSpace(prose.replaceAll(CODE, () => codes[next++] ?? ""));
}

/** Puts a mark in the place of every code span, and their contents into `codes`. */
function takeCode(text: string, codes: string[]): string {
  let prose = "";
  let from = 0;
  for (const { start, end, content } of findCodeSpans(text, 0, text.length)) {
    codes.push(text.slice(content.start, content.end));
    prose += text.slice(from, start) + CODE;
    from = end;
  }
  return prose + text.slice(from);
}

function plainProse(text: string): string {
  let plain = text;
  if (plain.includes("](")) plain = plain.replace(LINK, "$1");
  if (plain.includes("<")) plain = plain.replace(BREAK, " ");
  if (plain.includes("**")) plain = plain.replaceAll("**", "");
  if (plain.includes("~~")) plain = plain.replaceAll("~~", "");
  if (plain.includes("*")) plain = plain.replace(STARS, "$1");
  if (plain.includes("_")) plain = plain.replace(STRONG, "").replace(UNDERSCORES, "$1");
  return plain;
}

function foldSpace(text: string): string {
  return UNFOLDED.test(text) ? text.replace(/\s+/g, " ").trim() : text.trim();
}
