/** Compares records with their seals. */
import { byPath } from "../base/by-path";
import type { Ledger, LedgerProblem, SealEntry } from "./ledger";
import { normaliseForSeal } from "./normalise";

export interface SealedText {
  /** Relative to the policy's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

interface SealVerdict {
  readonly path: string;
  /**
   * `changed`: the text is not the one that was sealed. `missing`: there is no such file any more. `unverifiable`: a
   * newer Docket sealed it. `unsealed`: the record has no seal.
   */
  readonly kind: "sealed" | "changed" | "missing" | "unsealed" | "unverifiable";
  /** The seal; undefined for `unsealed`, and where only a newer Docket can read it. */
  readonly seal: SealEntry | undefined;
  /** For `missing`: the path of an unsealed record with the content that was sealed. */
  readonly movedTo: string | undefined;
}

export interface SealVerification {
  /** By path. */
  readonly verdicts: readonly SealVerdict[];
  /** What is wrong with the ledger itself, by line: never a reason to call a record changed. */
  readonly problems: readonly LedgerProblem[];
  /** The line at which the chain breaks, one-based: then no seal proves anything. */
  readonly brokenAt: number | undefined;
  /** See `Ledger.tips`. */
  readonly tips: readonly string[];
}

/** `records` are all filed records, and the documents at all sealed paths whatever state they say they are in. */
export function verifySeals(
  ledger: Ledger,
  records: Iterable<SealedText>,
  sha256: (text: string) => string,
): SealVerification {
  const seals = firstSeals(ledger);
  const newer = new Set(ledger.entries.flatMap((each) => (each.kind === "newer" && each.path) || []));
  const verdicts: SealVerdict[] = [];
  const seen = new Set<string>();
  const unsealed = new Map<string, string>();
  for (const { path, text } of records) {
    seen.add(path);
    const seal = seals.get(path);
    const hash = sha256(normaliseForSeal(text));
    if (seal !== undefined) {
      const kind = seal.sha256 === hash ? "sealed" : "changed";
      verdicts.push({ path, kind, seal, movedTo: undefined });
    } else if (newer.has(path))
      verdicts.push({ path, kind: "unverifiable", seal: undefined, movedTo: undefined });
    else {
      unsealed.set(hash, path);
      verdicts.push({ path, kind: "unsealed", seal: undefined, movedTo: undefined });
    }
  }
  for (const [path, seal] of seals) {
    if (!seen.has(path)) verdicts.push({ path, kind: "missing", seal, movedTo: unsealed.get(seal.sha256) });
  }
  return {
    verdicts: verdicts.sort(byPath),
    problems: ledger.problems,
    brokenAt: ledger.problems.find(({ kind }) => kind === "broken")?.line,
    tips: ledger.tips,
  };
}

/** A path is sealed once: what a later line says of it counts for nothing. */
export function firstSeals(ledger: Ledger): ReadonlyMap<string, SealEntry> {
  const seals = new Map<string, SealEntry>();
  for (const entry of ledger.entries)
    if (entry.kind === "seal" && !seals.has(entry.path)) seals.set(entry.path, entry);
  return seals;
}
