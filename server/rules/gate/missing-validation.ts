/** A gate is said to have passed and an item of it has not been validated. */
import { findMissingProof } from "../gate-proofs";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "gate/missing-validation",
  summary: "A gate is said to have passed and an item of it has not been validated.",
  why: "Evidence and confirmation come from those who want to pass; the validation is the look from outside.",
  guide: "Delivery process (§3), GI-3",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document }) {
    return findMissingProof(
      document,
      "validation",
      "A gate passes when all its items are validated with role and date (GI-3).",
    );
  },
};
