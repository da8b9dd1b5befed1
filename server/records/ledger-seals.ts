/** What the ledger's seals say against each other: a record is sealed once. */
import type { LedgerEntry, LedgerProblem, SealEntry } from "./ledger";

export function findSealProblems(entries: readonly LedgerEntry[]): readonly LedgerProblem[] {
  const problems: LedgerProblem[] = [];
  const byPath = new Map<string, SealEntry>();
  const byFoldedPath = new Map<string, SealEntry>();
  for (const entry of entries) {
    if (entry.kind === "newer") problems.push(newer(entry.line, entry.what));
    if (entry.kind !== "seal") continue;
    const first = byPath.get(entry.path);
    if (first === undefined) {
      byPath.set(entry.path, entry);
      const alike = byFoldedPath.get(foldPath(entry.path));
      if (alike === undefined) byFoldedPath.set(foldPath(entry.path), entry);
      else problems.push(differsByCase(entry, alike));
    } else if (first.sha256 !== entry.sha256) problems.push(contradiction(entry, first));
  }
  return problems;
}

/** Two paths of one folding are one file where the file system does not tell upper from lower case. */
export function foldPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function newer(line: number, what: string): LedgerProblem {
  return {
    kind: "newer",
    line,
    message: `A newer Docket wrote this line (${what}). What it seals cannot be verified until Docket is updated.`,
  };
}

function contradiction({ line, path }: SealEntry, first: SealEntry): LedgerProblem {
  return {
    kind: "contradiction",
    line,
    message: `\`${path}\` is sealed here with another content than in line ${first.line}. A record is sealed once: where two branches filed it differently, take out the line of the one that was given up, and the lines that follow it on its branch, then run \`docket seal\`, which seals their records anew.`,
  };
}

function differsByCase({ line, path }: SealEntry, first: SealEntry): LedgerProblem {
  return {
    kind: "case",
    line,
    message: `\`${path}\` differs from \`${first.path}\` in line ${first.line} by upper and lower case alone. On many machines the two are one file.`,
  };
}
