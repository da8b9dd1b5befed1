/** How commands end. */
import type { Severity } from "../policy/types";

/** Nothing to do; information alone is clean. */
export const CLEAN = 0;
/** Something is wrong, or was left. */
export const FINDINGS = 1;
/** A command did not do what it was asked to, and said why. */
export const REFUSED = FINDINGS;
/** Misuse, failure, or a verdict that could not be reached. */
export const FAILURE = 2;

export function exitCodeFor(findings: readonly { readonly severity: Severity }[]): number {
  return findings.some(({ severity }) => severity !== "information") ? FINDINGS : CLEAN;
}
