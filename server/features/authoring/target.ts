/** What stands at a place of a document: a header field, a document's path, a version of it, a role, an id, the id of a rule. */
import type { Range } from "../../base/range";
import type { Version } from "../../base/version";
import { findSuppressions } from "../../document/suppressions";
import type { HeaderField } from "../../document/types";
import type { ActionColumn, DocumentClass, FieldPolicy } from "../../policy/types";
import { processOf } from "../../process/read-process";
import type { ActionRow } from "../../process/types";
import { GATE_WORD } from "../../process/vocabulary";
import { citedVersions } from "./cited-versions";
import type { AuthoringContext } from "./context";
import { resolveDocument } from "./paths";

export type Target =
  | {
      readonly kind: "key" | "value";
      readonly field: FieldPolicy;
      readonly written: HeaderField;
      readonly range: Range;
    }
  | { readonly kind: "document"; readonly path: string; readonly range: Range }
  | {
      readonly kind: "citation";
      readonly path: string;
      readonly version: Version;
      readonly range: Range;
    }
  | { readonly kind: "cell"; readonly row: ActionRow; readonly column: ActionColumn; readonly range: Range }
  | { readonly kind: "id"; readonly id: string; readonly range: Range }
  | { readonly kind: "rule"; readonly id: string; readonly range: Range };

/** The smallest thing that means something there; undefined in ordinary prose. */
export function targetAt(context: AuthoringContext): Target | undefined {
  const { document, offset } = context;
  const documentClass = document.classification?.class;
  return (
    ruleAt(context) ??
    documentAt(context) ??
    citationAt(context) ??
    (documentClass && fieldAt(context, documentClass)) ??
    idAt(document.text, offset) ??
    cellAt(context)
  );
}

/** The header field whose key or value holds the place. */
function fieldAt({ document, offset }: AuthoringContext, { fieldByKey }: DocumentClass): Target | undefined {
  for (const written of document.parsed.header.fields) {
    const field = fieldByKey.get(written.folded);
    if (field === undefined) continue;
    if (holds(written.keyRange, offset)) return { kind: "key", field, written, range: written.keyRange };
    if (holds(written.valueRange, offset))
      return { kind: "value", field, written, range: written.valueRange };
  }
  return undefined;
}

function ruleAt({ document, offset }: AuthoringContext): Target | undefined {
  for (const { rules } of findSuppressions(document.text, document.parsed.blocks))
    for (const { id, range } of rules) if (holds(range, offset)) return { kind: "rule", id, range };
  return undefined;
}

/** A code span or the target of a link that names a document. */
function documentAt({ document, offset, workspace }: AuthoringContext): Target | undefined {
  const { start, text } = lineAt(document.text, offset);
  for (const match of text.matchAll(/`([^`]+)`|\]\(<?([^()\s>]+)>?\)/g)) {
    const written = match[1] ?? match[2] ?? "";
    const at = start + match.index + match[0].indexOf(written);
    const range = { start: at, end: at + written.length };
    if (!holds(range, offset)) continue;
    const path = resolveDocument(written, document, workspace);
    if (path !== undefined) return { kind: "document", path, range };
  }
  return undefined;
}

/** A version beside a document's name; both stand in one line, or on two that follow each other. */
function citationAt({ document, offset, workspace }: AuthoringContext): Target | undefined {
  const line = lineAt(document.text, offset);
  if (!/\d\.\d/.test(line.text)) return undefined;
  const above = lineAt(document.text, Math.max(0, line.start - 2));
  const within = { start: above.start, end: line.start + line.text.length };
  const found = citedVersions(document, workspace, within).find(({ range }) => holds(range, offset));
  return found && { kind: "citation", ...found };
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?/gu;
/** `A-S02`, `BLG-TECH-02`, `A1`, `3.2`, `G1.3`, `R.1a`: letters in capitals, with a digit. */
const ID = /^(?=[^\d]*\d)(?:[A-Z]+(?:-[A-Z]+)*-?\d+[a-z]?|[A-Z]{0,2}\d+|[A-Z](?=\.\d))(?:\.\d+[a-z]?)?$/;

/** `Gate R`: behind the word for a gate any letter is a name. */
const GATE = new RegExp(`(?<![\\p{L}\\p{N}])${GATE_WORD}[ \\t]+(\\p{L})(?![\\p{L}\\p{N}]|\\.\\d)`, "giu");

function idAt(text: string, offset: number): Target | undefined {
  const line = lineAt(text, offset);
  for (const match of line.text.matchAll(GATE)) {
    const start = line.start + match.index;
    const range = { start, end: start + match[0].length };
    const id = match[1] ?? "";
    if (holds(range, offset) && id === id.toUpperCase()) return { kind: "id", id, range };
  }
  for (const match of line.text.matchAll(WORD)) {
    const start = line.start + match.index;
    const range = { start, end: start + match[0].length };
    if (holds(range, offset) && ID.test(match[0])) return { kind: "id", id: match[0], range };
  }
  return undefined;
}

/** A cell of a register of actions. */
function cellAt({ document, offset }: AuthoringContext): Target | undefined {
  for (const row of processOf(document).rows) {
    if (!holds(row.action.range, offset)) continue;
    for (const [column, cell] of Object.entries(row.cells))
      if (holds(cell.range, offset))
        return { kind: "cell", row, column: column as ActionColumn, range: cell.range };
  }
  return undefined;
}

/** Of several owners in a cell the one under the cursor. */
export function ownerAt(
  { action: { owners } }: ActionRow,
  { start, end }: Range,
  { document, offset }: AuthoringContext,
): string | undefined {
  const written = document.text.slice(start, end);
  return owners.find((owner) => {
    const at = start + written.indexOf(owner);
    return at >= start && holds({ start: at, end: at + owner.length }, offset);
  });
}

export function holds({ start, end }: Range, offset: number): boolean {
  return offset >= start && offset <= end;
}

/** The line that holds the place, without its ending. */
export function lineAt(text: string, offset: number): { readonly start: number; readonly text: string } {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return { start, text: text.slice(start, end) };
}

function isBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}
