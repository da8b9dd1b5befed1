/** The ledger of seals, `.docket/seals.jsonl`: its lines, and what is wrong with the chain that they make. */
import { findChainProblems } from "./ledger-chain";
import { isMarker } from "./ledger-conflict";
import { type ReadLine, readLine } from "./ledger-line";
import { findSealProblems } from "./ledger-seals";

/** Relative to the policy's folder. */
export const LEDGER_PATH = ".docket/seals.jsonl";

/**
 * `broken`: the chain does not hold, the ledger was changed. `contradiction`: one path is sealed with two hashes.
 * `newer`: a line that only a newer Docket can verify. The others need nothing but `docket seal`: `fork` (branches
 * were merged that both sealed), `conflict` (a merge left its marks), `repeated` (a line stands there twice); `case`
 * is for the author: two sealed paths are one file on many machines.
 */
type LedgerProblemKind = "broken" | "contradiction" | "newer" | "fork" | "conflict" | "repeated" | "case";

export interface LedgerProblem {
  readonly kind: LedgerProblemKind;
  /** One-based. */
  readonly line: number;
  /** A sentence or two. */
  readonly message: string;
}

export type LedgerEntry = Exclude<ReadLine, { readonly kind: "unreadable" }> & {
  /** One-based. */
  readonly line: number;
  /** SHA-256 of the line without its ending, which the line after it states. */
  readonly hash: string;
};

export type SealEntry = Extract<LedgerEntry, { readonly kind: "seal" }>;

export interface Ledger {
  /** In the order of the file; what is no line of a ledger is left out and is a problem. */
  readonly entries: readonly LedgerEntry[];
  /** By line; the first `broken` one says where the chain breaks. */
  readonly problems: readonly LedgerProblem[];
  /**
   * The hashes of the lines that no later line follows: one in a sound ledger, none in an empty one. Noted elsewhere,
   * it tells what the chain cannot: that lines at its end are missing or were rewritten.
   */
  readonly tips: readonly string[];
}

/** Never throws. `sha256` gives hexadecimal digits. */
export function parseLedger(text: string, sha256: (text: string) => string): Ledger {
  const entries: LedgerEntry[] = [];
  const problems: LedgerProblem[] = [];
  const firstLines = new Map<string, number>();
  let conflict: number | undefined;
  for (const [index, written] of splitLines(text).entries()) {
    const line = index + 1;
    if (written === "") continue;
    if (isMarker(written)) {
      conflict ??= line;
      continue;
    }
    const first = firstLines.get(written);
    if (first !== undefined) {
      problems.push(repeated(line, first));
      continue;
    }
    firstLines.set(written, line);
    const read = readLine(written);
    if (read.kind === "unreadable")
      problems.push({ kind: "broken", line, message: `This is no line of a ledger: ${read.reason}.` });
    else entries.push({ ...read, line, hash: sha256(written) });
  }
  if (conflict !== undefined) problems.push(unresolved(conflict));
  const chain = findChainProblems(entries);
  problems.push(...chain.problems, ...findSealProblems(entries));
  const isBroken = problems.some(({ kind }) => kind === "broken");
  // where the chain breaks, its loose ends follow from that; where a merge is unresolved, they are still to come
  const forks = isBroken || conflict !== undefined ? [] : chain.forks;
  return { entries, problems: [...problems, ...forks].sort((a, b) => a.line - b.line), tips: chain.tips };
}

/** The lines without their endings and without a byte order mark. A lone CR ends no line. */
export function splitLines(text: string): readonly string[] {
  return (text.startsWith("\uFEFF") ? text.slice(1) : text).split(/\r\n|\n/);
}

function repeated(line: number, first: number): LedgerProblem {
  return {
    kind: "repeated",
    line,
    message: `This line repeats line ${first}. Run \`docket seal\`, which leaves it out.`,
  };
}

function unresolved(line: number): LedgerProblem {
  return {
    kind: "conflict",
    line,
    message: "A merge left its conflict marks here. Run `docket seal`, which keeps the lines of both sides.",
  };
}
