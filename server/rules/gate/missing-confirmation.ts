/** A gate item is said to have passed and its owner has not confirmed it. */
import { findMissingProof } from "../gate-proofs";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "gate/missing-confirmation",
  summary: "A gate item is said to have passed and its owner has not confirmed it.",
  why: "The owner of an item answers for it; without the confirmation nobody does.",
  guide: "Delivery process (§3), GI-3",
  since: "0.1.0",
  severity: "warning",
  fixable: false,
  reads: "document",
  check({ document }) {
    return findMissingProof(
      document,
      "confirmation",
      "An item passes when its owner has confirmed it with role and date (GI-3).",
    );
  },
};
