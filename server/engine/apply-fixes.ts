/** Applies the safe fixes of a document until none is left. */
import { applyEdits } from "../base/edit";
import type { Range } from "../base/range";
import type { Fix } from "../rules/rule";
import { type AnalysisInput, analyse } from "./analyse";
import type { Finding } from "./types";

export interface FixOptions {
  /** Also the first suggestion of findings whose fix leaves something to fill in or to decide. */
  readonly suggestions?: boolean;
  /** Also moves and renames; otherwise the path stays. */
  readonly moves?: boolean;
}

export interface FixedDocument {
  readonly text: string;
  /** The new path, where a fix moves the document. */
  readonly moveTo: string | undefined;
  readonly applied: number;
  /** What is still wrong, in the text after the fixes. */
  readonly left: readonly Finding[];
  /** Filed documents are never written to. */
  readonly skipped: "filed" | undefined;
}

/** More rounds than any fix needs: each round settles at least one finding. */
const ROUNDS = 20;

/** Pure. One fix a place and round, so that no edit is applied to a text that it was not made for. */
export function fixDocument(input: AnalysisInput, options: FixOptions = {}): FixedDocument {
  let { text } = input;
  let moveTo: string | undefined;
  let applied = 0;
  let analysis = analyse(input);
  if (analysis.entry.filed) return { text, moveTo, applied, left: analysis.findings, skipped: "filed" };
  for (let round = 0; round < ROUNDS; round++) {
    const chosen = chooseFixes(analysis.findings, options, moveTo !== undefined);
    if (chosen.length === 0) break;
    const before = text;
    text = applyEdits(
      text,
      chosen.flatMap((fix) => fix.edits),
    );
    const move = chosen.find((fix) => fix.moveTo !== undefined)?.moveTo;
    moveTo ??= move;
    if (text === before && move === undefined) break;
    applied += chosen.length;
    analysis = analyse({ ...input, text, path: moveTo ?? input.path });
  }
  return { text, moveTo, applied, left: analysis.findings, skipped: undefined };
}

function chooseFixes(findings: readonly Finding[], options: FixOptions, moved: boolean): readonly Fix[] {
  const chosen: Fix[] = [];
  const taken: Range[] = [];
  for (const finding of findings) {
    if (finding.needsDecision && options.suggestions !== true) continue;
    const fix = finding.fixes().find((each) => each.safe || options.suggestions === true);
    if (fix === undefined) continue;
    if (
      fix.moveTo !== undefined &&
      (moved || options.moves !== true || chosen.some((each) => each.moveTo !== undefined))
    )
      continue;
    // two insertions at one place would not know of each other: the second waits for the next round
    const overlaps = fix.edits.some((edit) =>
      taken.some((other) => edit.range.start <= other.end && other.start <= edit.range.end),
    );
    if (overlaps) continue;
    taken.push(...fix.edits.map((edit) => edit.range));
    chosen.push(fix);
  }
  return chosen;
}
