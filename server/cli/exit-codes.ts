/** How commands end. */
import type { Severity } from "../policy/types";

/** Nothing to do; information alone is clean. */
export const CLEAN = 0;
/** Something is wrong, was left, or was refused. */
export const FINDINGS = 1;
/** Misuse, failure, or a verdict that could not be reached. */
export const FAILURE = 2;

/** By the severities of what was found. */
export function exitCodeFor(severities: readonly Severity[]): number {
  return severities.some((severity) => severity !== "information") ? FINDINGS : CLEAN;
}
