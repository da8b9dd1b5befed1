/** The region `whitespace`: spaces within lines and at their ends, blank lines, byte order marks. */
import type { Hunk, LineSpan } from "../../base/line-diff";
import type { Block, BlockKind } from "../../document/block";
import type { ParsedDocument } from "../../document/types";
import { CODE, contentsOf, createSide, isBlank, type Side, touches } from "../side";

/**
 * True when the change touches no word and no code, leaves the indentation as it is, and the document keeps its blocks
 * and its header fields: a blank line can make two paragraphs of one, or a heading of a paragraph.
 */
export function isWhitespace(before: Side, after: Side, hunk: Hunk): boolean {
  if (touches(before, hunk.before, VERBATIM) || touches(after, hunk.after, VERBATIM)) return false;
  const old = wordsOf(before, hunk.before);
  const now = wordsOf(after, hunk.after);
  const oldWords = old.filter((line) => !isBlank(line));
  const nowWords = now.filter((line) => !isBlank(line));
  if (oldWords.length !== nowWords.length || oldWords.some((line, i) => line !== nowWords[i])) return false;
  // with the same lines blank, no block begins or ends elsewhere
  if (old.length === now.length && old.every((line, i) => isBlank(line) === isBlank(now[i] ?? "")))
    return true;
  const changed = [...before.lines];
  const replaced = after.lines.slice(hunk.after.from, hunk.after.to);
  changed.splice(hunk.before.from, hunk.before.to - hunk.before.from, ...replaced);
  const text = changed.map((line) => `${line.content}\n`).join("");
  return outlineOf(before.parsed()) === outlineOf(createSide(text).parsed());
}

/** In HTML, too, white space may have a meaning. */
const VERBATIM: readonly BlockKind[] = [...CODE, "html"];

function wordsOf(side: Side, span: LineSpan): readonly string[] {
  return contentsOf(side, span).map((line, at) =>
    squeeze(span.from + at === 0 ? line.replace(/^\uFEFF/, "") : line),
  );
}

/** Indentation stays, because it makes lists and code; so does all that stands between backticks. */
function squeeze(line: string): string {
  const [indentation = ""] = /^[ \t]*/.exec(line) ?? [];
  const parts = line.slice(indentation.length).split(/((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))/);
  // a single mark may open a code span that goes on in the next line
  if (parts.some((part, at) => at % 3 === 0 && part.includes("`"))) return line.replace(/[ \t]+$/, "");
  const squeezed = parts.map((part, at) =>
    at % 3 === 0 ? part.replace(/[ \t]+/g, " ") : at % 3 === 1 ? part : "",
  );
  return `${indentation}${squeezed.join("").replace(/ $/, "")}`;
}

function outlineOf({ text, blocks, header }: ParsedDocument): string {
  const words = (block: Block) =>
    text
      .slice(block.range.start, block.range.end)
      .replace(/^\uFEFF/, "")
      .replace(/[ \t\r\n]+/g, " ")
      .trim();
  return JSON.stringify([
    blocks.map((block) => [block.kind, block.level, block.parent, words(block)]),
    header.fields.map((field) => [field.folded, field.value]),
  ]);
}
