/** Fixes that accept a finding by a comment with a reason to fill in. */
import type { Block, BlockKind } from "../document/block";
import { behindLine, insertLines, lineStart } from "../rules/fixes";
import type { Fix } from "../rules/rule";
import type { GovernedDocument } from "../workspace/types";
import type { Finding } from "./types";

const REASON = "reason";

/** Lines of these may have a comment line above them without becoming something else. */
const OPEN: ReadonlySet<BlockKind> = new Set(["paragraph", "heading"]);

/** For the line where a comment can stand above it, and for the whole document; none for a filed document. */
export function suppressionFixes(document: GovernedDocument, finding: Finding): readonly Fix[] {
  if (document.filed || finding.rule.startsWith("internal/") || finding.rule.startsWith("suppression/"))
    return [];
  const forDocument: Fix = {
    title: `Accept ${finding.rule} in this document…`,
    safe: false,
    edits: [
      insertLines(
        document,
        documentOffset(document),
        `<!-- docket-disable ${finding.rule}: ${REASON} -->\n\n`,
      ),
    ],
  };
  const { text } = document;
  const start = lineStart(text, finding.range.start);
  if (!canStandAbove(document.parsed.blocks, start)) return [forDocument];
  const forLine: Fix = {
    title: `Accept ${finding.rule} on this line…`,
    safe: false,
    edits: [insertLines(document, start, `<!-- docket-disable-next-line ${finding.rule}: ${REASON} -->\n`)],
  };
  return [forLine, forDocument];
}

function canStandAbove(blocks: readonly Block[], start: number): boolean {
  const at = blocks.find(
    (block) => block.range.start <= start && start < Math.max(block.range.end, block.range.start + 1),
  );
  return at !== undefined && OPEN.has(at.kind) && at.range.start === start && at.parent === -1 && start > 0;
}

/** At the top, behind front matter, which only counts on the first line. */
function documentOffset(document: GovernedDocument): number {
  const { frontMatter } = document.parsed.header;
  if (frontMatter !== undefined) return behindLine(document.text, frontMatter.end);
  return document.text.startsWith("\uFEFF") ? 1 : 0;
}
