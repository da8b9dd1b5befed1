/** Ledgers as `docket seal` writes them, for tests. */
import { sha256 } from "../../server/host/hash";
import { normaliseForSeal } from "../../server/records/normalise";
import { planSeals, type SealCandidate } from "../../server/records/seal-plan";

export const TODAY = "2026-11-27";

/** A record of one line that names its path, unless the text is given. */
export function candidate(path: string, text = `${path}\n`, filed = "2026-02-20"): SealCandidate {
  return { path, sha256: sha256(normaliseForSeal(text)), filed };
}

/** The ledger with seals for these paths added, joined first where it is forked. */
export function seal(ledger: string | undefined, ...paths: readonly string[]): string {
  const plan = planSeals(
    ledger,
    paths.map((path) => candidate(path)),
    TODAY,
    sha256,
  );
  if (plan.blocked !== undefined || plan.refusals.length > 0) throw new Error(JSON.stringify(plan));
  return plan.text ?? ledger ?? "";
}

/** What a union merge makes of two ledgers that begin with the same lines. */
export function union(ours: string, theirs: string): string {
  const lines = ours.split("\n").slice(0, -1);
  const more = theirs.split("\n").filter((line) => line !== "" && !lines.includes(line));
  return [...lines, ...more, ""].join("\n");
}
