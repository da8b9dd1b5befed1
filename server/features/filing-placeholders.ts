/** Placeholders in a document's text: what would stand unfinished in a permanent record. */
import { foldKey } from "../base/fold";
import { plainValue } from "../base/plain-value";
import type { Range } from "../base/range";
import { linesOf } from "../process/section-lines";
import { fillableBlocks, findTemplateMark, withoutCode } from "../process/template-marks";
import type { GovernedDocument } from "../workspace/types";

export interface Placeholder {
  /** As it is written. */
  readonly text: string;
  /** One-based. */
  readonly line: number;
}

/** `[…]` that is no link. */
const BRACKETS = /\[([^[\]]+)\](?![([:])/g;
/** What is longer is prose. */
const LONGEST = 2000;

/**
 * One a line, header and code aside. `isStrict` is for a section that has to be filled in: there every placeholder of
 * the policy counts, a dash too, and fences are looked into, which often hold such a section's lines.
 */
export function findPlaceholders(
  document: GovernedDocument,
  range: Range,
  isStrict: boolean,
): readonly Placeholder[] {
  const found: Placeholder[] = [];
  const blocks = fillableBlocks(document, isStrict);
  for (const line of blocks.flatMap((block) => linesOf(document.text, block))) {
    if (line.range.start < range.start || line.range.start >= range.end) continue;
    const placeholder = placeholderIn(line.text.slice(0, LONGEST), document, isStrict);
    if (placeholder !== undefined) found.push({ text: placeholder, line: line.line + 1 });
  }
  return found;
}

function placeholderIn(line: string, document: GovernedDocument, isStrict: boolean): string | undefined {
  const { policy } = document;
  const prose = withoutCode(line);
  const mark = findTemplateMark(prose);
  if (mark !== undefined) return mark.written;
  for (const [written, inner = ""] of prose.matchAll(BRACKETS)) {
    const said = foldKey(inner);
    if (policy.process.pendingWords.some((word) => startsWithWord(said, word))) return written;
  }
  return valuesOf(line).find((value) => {
    // what stands in braces has been looked for above
    if (!policy.isPlaceholder(value) || (policy.isTemplateMark(value) && !value.startsWith("[")))
      return false;
    return isStrict || /^\p{L}/u.test(value);
  });
}

function startsWithWord(text: string, word: string): boolean {
  return text.startsWith(word) && !/^[\p{L}\p{N}]/u.test(text.slice(word.length));
}

/** The cells of a row, what stands behind a key, and the line as a whole. A row of dashes is a table's rule. */
function valuesOf(line: string): readonly string[] {
  if (/^[\s|:-]*-[\s|:-]*$/.test(line) && line.includes("--")) return [];
  const cells = line.split(/(?<!\\)\|/);
  return cells
    .flatMap((cell) => {
      const plain = plainValue(cell.replace(/^\s*(?:#{1,6}|>)\s+/, ""));
      const colon = plain.search(/:(?:\s|$)/);
      return colon < 0 ? [plain] : [plain, plain.slice(colon + 1).trim()];
    })
    .filter((value) => value !== "");
}
