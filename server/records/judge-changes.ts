/** Judges what changed between a record as it was filed and a later text: each change on its own, and by which region. */
import { diffEndings, diffLines, type Hunk } from "../base/line-diff";
import type { DocumentClass, Policy } from "../policy/types";
import { isAppended, isErratum } from "./regions/additions";
import { isHeaderChange, mutableField } from "./regions/fields";
import { isLinkRepair } from "./regions/links";
import { isWhitespace } from "./regions/whitespace";
import { createSide, type Side } from "./side";

/** By what a record is judged: the class under which it was filed, and the policy that the class is of. */
export interface Judge {
  readonly documentClass: DocumentClass;
  readonly policy: Policy;
}

export interface JudgedChange {
  readonly hunk: Hunk;
  /** True when lines say the same as before and only end differently. */
  readonly endings: boolean;
  /** What lets the record change so: `whitespace`, `links`, `field:Superseded by`; undefined when nothing does. */
  readonly region: string | undefined;
}

export interface ChangeSet {
  readonly before: Side;
  readonly after: Side;
  readonly changes: readonly JudgedChange[];
}

/**
 * In document order. With `ignoreEndings`, CRLF and LF are the same: git may check a text out with either.
 */
export function judgeChanges(
  before: string,
  after: string,
  judge: Judge,
  { ignoreEndings = false }: { readonly ignoreEndings?: boolean } = {},
): ChangeSet {
  const { fieldHeadings } = judge.policy;
  const sides = { before: createSide(before, fieldHeadings), after: createSide(after, fieldHeadings) };
  if (before === after) return { ...sides, changes: [] };
  const hunks = diffLines(sides.before.lines, sides.after.lines);
  const changes: JudgedChange[] = hunks.map((hunk) => ({
    hunk,
    endings: false,
    region: regionOf(sides.before, sides.after, hunk, judge),
  }));
  const endings = diffEndings(sides.before.lines, sides.after.lines, hunks, ignoreEndings);
  if (endings !== undefined) {
    changes.push({ hunk: endings, endings: true, region: regionOfEndings(sides.before, endings, judge) });
  }
  return { ...sides, changes };
}

/** A last line gets its ending by what is added below it. */
function regionOfEndings(
  before: Side,
  { before: { from, to } }: Hunk,
  { documentClass }: Judge,
): string | undefined {
  const { immutable } = documentClass;
  if (immutable?.allow.whitespace === true) return "whitespace";
  const isLast = from === to - 1 && to === before.lines.length && before.lines[from]?.ending === "";
  return immutable?.mode === "append-only" && isLast ? "append" : undefined;
}

function regionOf(before: Side, after: Side, hunk: Hunk, judge: Judge): string | undefined {
  const { immutable } = judge.documentClass;
  if (immutable === undefined) return undefined;
  const { allow, mode } = immutable;
  if (allow.whitespace && isWhitespace(before, after, hunk)) return "whitespace";
  if (allow.links && isLinkRepair(before, after, hunk)) return "links";
  const field = mutableField(before, after, hunk, immutable);
  if (field !== undefined) return field;
  if (isErratum(before, after, hunk, immutable)) return "errata";
  if (mode === "append-only" && isAppended(before, after, hunk, immutable)) return "append";
  if (mode === "body" && isHeaderChange(before, after, hunk, judge.documentClass, judge.policy))
    return "header";
  return undefined;
}
