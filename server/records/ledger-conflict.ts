/** A ledger that a merge left with conflict marks: both sides only ever add lines, so both sides' lines stay. */

export type Resolution =
  | { readonly kind: "resolved"; readonly text: string }
  | { readonly kind: "refused"; readonly line: number; readonly message: string };

const MARKER = /^(?:<{7}|>{7}|\|{7}|={7})(?: |$)/;

/** True for a line that `git merge` writes around what conflicts. No line of a ledger begins so. */
export function isMarker(line: string): boolean {
  return MARKER.test(line);
}

interface Conflict {
  /** One-based line of its first mark. */
  readonly line: number;
  readonly ours: string[];
  /** What both sides began with; only some settings of git write it. */
  readonly base: string[];
  readonly theirs: string[];
}

/**
 * Ours first, then those of theirs that ours has not. `lines` are without endings; the text is without marks. Refuses
 * where a side changed or took out a line that both began with, and where marks do not match.
 */
export function resolveConflict(lines: readonly string[]): Resolution {
  const kept: string[] = [];
  let conflict: Conflict | undefined;
  let side: "ours" | "base" | "theirs" = "ours";
  for (const [index, line] of lines.entries()) {
    const mark = isMarker(line) ? line.charAt(0) : "";
    if (mark === "") {
      if (conflict === undefined) kept.push(line);
      else conflict[side].push(line);
    } else if (mark === "<") {
      if (conflict !== undefined) return unmatched(index + 1);
      conflict = { line: index + 1, ours: [], base: [], theirs: [] };
      side = "ours";
    } else if (conflict === undefined) return unmatched(index + 1);
    else if (mark === "|") side = "base";
    else if (mark === "=") side = "theirs";
    else {
      const { ours, base, theirs } = conflict;
      const lost = base.some((each) => each !== "" && !(ours.includes(each) && theirs.includes(each)));
      if (lost) return changed(conflict.line);
      kept.push(...ours, ...theirs.filter((each) => !ours.includes(each)));
      conflict = undefined;
    }
  }
  if (conflict !== undefined) return unmatched(conflict.line);
  return { kind: "resolved", text: kept.join("\n") };
}

function unmatched(line: number): Resolution {
  return {
    kind: "refused",
    line,
    message: "This conflict mark has no counterpart. Resolve the merge by hand.",
  };
}

function changed(line: number): Resolution {
  return {
    kind: "refused",
    line,
    message:
      "In this conflict one side changed or took out a line that both began with. Keep that line as it was, and the lines that either side added.",
  };
}
