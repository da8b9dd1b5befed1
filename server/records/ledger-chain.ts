/** The chain of the ledger's lines: whether each follows an earlier one, and which ends are loose. */
import type { LedgerEntry, LedgerProblem } from "./ledger";

export interface Chain {
  /** Lines that follow no earlier line. */
  readonly problems: readonly LedgerProblem[];
  /** Lines before the last one that nothing follows. */
  readonly forks: readonly LedgerProblem[];
  /** Hashes of all lines that nothing follows. */
  readonly tips: readonly string[];
}

export function findChainProblems(entries: readonly LedgerEntry[]): Chain {
  const problems: LedgerProblem[] = [];
  const all = new Map(entries.map((entry) => [entry.hash, entry]));
  const earlier = new Set<string>();
  const followed = new Set<string>();
  for (const entry of entries) {
    // a newer Docket may name what it follows otherwise: then it is not known to follow nothing
    for (const hash of entry.previous ?? [...earlier]) followed.add(hash);
    const missing = entry.previous?.find((hash) => !earlier.has(hash));
    if (missing !== undefined) problems.push(unfollowed(entry, all.get(missing), earlier.size === 0));
    earlier.add(entry.hash);
  }
  const loose = entries.filter(({ hash }) => !followed.has(hash));
  return { problems, forks: loose.slice(0, -1).map(fork), tips: loose.map(({ hash }) => hash) };
}

function unfollowed({ line }: LedgerEntry, later: LedgerEntry | undefined, isFirst: boolean): LedgerProblem {
  const message =
    later !== undefined
      ? `This line follows line ${later.line}, which stands below it. Lines of the ledger were moved.`
      : isFirst
        ? "This line follows another one, but none stands above it. The ledger's first line was taken out or changed."
        : "This line follows none of the lines above it. A line above it was changed or taken out, or this one was changed.";
  return { kind: "broken", line, message };
}

function fork({ line }: LedgerEntry): LedgerProblem {
  return {
    kind: "fork",
    line,
    message:
      "No later line follows this one: two branches both sealed records and were merged. Run `docket seal`, which joins them.",
  };
}
