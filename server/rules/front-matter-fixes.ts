/** Fixes of front matter that YAML cannot read. */
import { applyEdits } from "../base/edit";
import { parseFrontMatter } from "../document/front-matter";
import { parseDocument } from "../document/parse-document";
import type { Problem } from "../document/types";
import type { GovernedDocument } from "../workspace/types";
import { behindLine, insertLines, lineStart, replace } from "./fixes";
import type { Fix } from "./rule";

/** Quotes and dashes; what else is wrong is for the author to say. */
export function frontMatterFixes(document: GovernedDocument, problem: Problem): readonly Fix[] {
  return problem.missing === undefined ? quoteValue(document, problem) : addDashes(document, problem);
}

/** Above the first field of the file, or below the last one in front of the title; only where all is read then. */
function addDashes(document: GovernedDocument, { missing }: Problem): readonly Fix[] {
  const { text, parsed, policy } = document;
  const heading = parsed.title && parsed.blocks[parsed.title.heading];
  const end = heading?.range.start ?? text.length;
  const last = parsed.header.fields.findLast(({ lineRange }) => lineRange.end <= end);
  if (last === undefined) return [];
  const top = text.startsWith("\uFEFF") ? 1 : 0;
  const edit = insertLines(
    document,
    missing === "opening" ? top : behindLine(text, last.lineRange.end),
    "---\n",
  );
  const { problems } = parseDocument(applyEdits(text, [edit]), policy.fieldHeadings).header;
  if (problems.length > 0) return [];
  return [
    {
      title: `Add the line \`---\` that ${missing === "opening" ? "opens" : "closes"} it`,
      safe: false,
      edits: [edit],
    },
  ];
}

/** A key and a plain value; one that opens a bracket or a block means more than text. */
const ENTRY = /^([ \t]*[\p{L}_][\p{L}\p{N}_ -]*:[ \t]+)([^\s"'[{|>#][^\r\n]*?)[ \t]*$/u;

/** Only where the line is read then. */
function quoteValue({ text, parsed }: GovernedDocument, { range }: Problem): readonly Fix[] {
  const { frontMatter } = parsed.header;
  const start = lineStart(text, range.start);
  const match = ENTRY.exec(text.slice(start, start + text.slice(start).search(/[\r\n]|$/)));
  const [, key = "", value = ""] = match ?? [];
  // quotes would take a comment or an anchor for text, and what is indented below belongs to the value
  if (frontMatter === undefined || match === null || /^[&!]|\s#/.test(value)) return [];
  if (/^[ \t]+\S/.test(text.slice(behindLine(text, start)))) return [];
  const at = { start: start + key.length, end: start + key.length + value.length };
  const quoted = JSON.stringify(value);
  const mended = text.slice(0, at.start) + quoted + text.slice(at.end);
  const end = frontMatter.end + quoted.length - value.length;
  const [left] = parseFrontMatter(mended, { start: frontMatter.start, end }).problems;
  const isRead = left === undefined || left.range.start > at.start + quoted.length;
  return isRead ? [replace("Put the value in quotes", at, quoted, false)] : [];
}
