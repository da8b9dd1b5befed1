/** The region `whitespace`: spaces within lines and at their ends, blank lines, byte order marks. */
import type { Hunk } from "../../base/line-diff";
import type { Block } from "../../document/block";
import type { ParsedDocument } from "../../document/types";
import { contentsOf, createSide, isBlank, type Side, touchesCode } from "../side";

/**
 * True when the change touches no word and no code, leaves the indentation as it is, and the document keeps its blocks
 * and its header fields: a blank line can make two paragraphs of one, or a heading of a paragraph.
 */
export function isWhitespace(before: Side, after: Side, hunk: Hunk): boolean {
  if (touchesCode(before, hunk.before) || touchesCode(after, hunk.after)) return false;
  const old = contentsOf(before, hunk.before);
  const now = contentsOf(after, hunk.after);
  const oldWords = old.filter((line) => !isBlank(line)).map(squeeze);
  const nowWords = now.filter((line) => !isBlank(line)).map(squeeze);
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

/** Indentation stays, because it makes lists and code. */
function squeeze(line: string): string {
  const content = line.replace("\uFEFF", "");
  const words = content.trim().replace(/\s+/g, " ");
  return `${/^\s*/.exec(content)?.[0] ?? ""}${words}`;
}

function outlineOf({ text, blocks, header }: ParsedDocument): string {
  const words = (block: Block) =>
    text.slice(block.range.start, block.range.end).replace("\uFEFF", "").replace(/\s+/g, " ").trim();
  return JSON.stringify([
    blocks.map((block) => [block.kind, block.level, block.parent, words(block)]),
    header.fields.map((field) => [field.folded, field.value]),
  ]);
}
