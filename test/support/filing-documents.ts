/** Documents of the profile `delivery` that may be filed, for tests that put something in the way. */
import { type AnalysisInput, analyse } from "../../server/engine/analyse";
import { loadPolicies } from "../../server/engine/policies";
import type { Policy } from "../../server/policy/types";
import { POLICY } from "./delivery-documents";

export const TODAY = "2026-11-27";
export const REPORT_PATH = "docs/product/verification/3.2-guest-passes-verification.md";
export const GATES_PATH = "docs/product/phase_gates/3.2-guest-passes-phase-gate.md";

export const REPORT = `# Verification Report — 3.2 Guest passes

**Owner:** QA Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** 3.2 — Guest passes
**Version:** v1.0
**Date Filed:** —

---

## Verdict

All criteria pass.

## Director of Quality Sign-Off

Signed off by the Director of Quality on 2026-11-26.
`;

export const GATES = `# Phase Gate Document — 3.2 Guest passes

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** 3.2 — Guest passes
**Version:** v1.0
**Date Filed:** —
**Last Updated:** 2026-11-20

---

## Gate R — READINESS_AUDIT → AWAITING_MEETING

### Gate R.1 — Data model confirmed

\`\`\`
Evidence:             commit 1a2b3c
Owner confirmation:   Yes — Head of Specs Team, 2026-11-02
PMO validation:       Pass — PMO Lead, 2026-11-02
\`\`\`

## Actions

| # | Action | Owner | Deadline | Status | Blocked on |
|---|--------|-------|----------|--------|------------|
| A-01 | Lock the specification | Head of Specs Team | 2026-11-04 | ✅ Complete | — |
| A-02 | Ask the vendor | Product Owner | 2026-11-04 | Dropped | — |
`;

export function policyOf(text = POLICY): Policy {
  const { policies, problems } = loadPolicies(["docket.yaml"], () => text);
  const [policy] = policies;
  if (policy === undefined || problems.length > 0)
    throw new Error(problems.map(({ message }) => message).join());
  return policy;
}

export function inputOf(path: string, text: string, policy = policyOf()): AnalysisInput {
  return { path, text, policy, today: TODAY, workspace: () => ({ entries: new Map() }) };
}

/** The messages of all findings. */
export function findingsOf(input: AnalysisInput): readonly string[] {
  return analyse(input).findings.map(({ message }) => message);
}
