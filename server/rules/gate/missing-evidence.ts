/** A gate item is said to have passed and has no evidence. */
import { findMissingProof } from "../gate-proofs";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "gate/missing-evidence",
  summary: "A gate item is said to have passed and has no evidence.",
  why: "No gate passes without written evidence: whoever reads the record later has nothing else.",
  guide: "Delivery process (§3), GI-3",
  since: "0.1.0",
  severity: "error",
  fixable: false,
  reads: "document",
  check({ document }) {
    return findMissingProof(
      document,
      "evidence",
      "No gate passes without written evidence (GI-3): name a commit, a document with its version, or a test result.",
    );
  },
};
