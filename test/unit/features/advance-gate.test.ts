/** Advancing a gate: every place that says how far the work item is says the same afterwards. */
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../server/base/edit";
import { analyse } from "../../../server/engine/analyse";
import { advanceGate } from "../../../server/features/advance-gate";
import type { Now } from "../../../server/workspace/ports";
import { PHASE_GATE, policyOf } from "../process/read";

const policy = policyOf();
const TODAY = "2026-03-02";
const NOW: Now = {
  local: { date: TODAY, time: "16:05:09" },
  utc: { date: TODAY, time: "15:05:09" },
};

const HEAD = `# Phase Gate Document — 7.1 Tide Tables

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** 7.1 — Tide tables
**Version:** v0.3
**Date Filed:** —
**Last Updated:** 2026-02-24

---

`;

const BODY = `## Current Status

\`\`\`
Current state:   AWAITING_MEETING
Gate passed:     Gate R — 2026-02-12
Next gate:       Gate 0 — AWAITING_MEETING → PRE_ALIGNMENT_MEETING
Who acts next:   Pilot (A1)
                 and nobody else
\`\`\`

## Phase History

| Phase                            | Gate condition | Status         | Date       | Notes |
|----------------------------------|----------------|----------------|------------|-------|
| Phase 0 — Readiness Audit        | Gate R         | ✅ Complete    | 2026-02-12 |       |
| Phase 1 — Pre-Alignment Meeting  | Gate 0         | 🟡 In progress | —          | 潮汐  |
| Phase 2 — Parallel Spec Delivery | Gate 2         | ⬜ Not started | —          |       |

## Gate R — ✅ COMPLETE (2026-02-12)

\`\`\`
Gate R.1 — Data readiness
  Evidence:            tides.md v1.2
  Owner confirmation:  Yes — Pilot, 2026-02-12
  PMO validation:      Pass — PMO Lead, 2026-02-12
\`\`\`

## Gate 0 — 🟡 PENDING

\`\`\`
Gate 0.1 — Attendees confirmed
  Evidence:            Mail of 2026-02-27
  Owner confirmation:  Yes — Pilot, 2026-02-27
  PMO validation:      Pass — PMO Lead, 2026-02-27
\`\`\`

## Gate 1 — ⬜ NOT STARTED

## State Transition Log

| # | From            | To               | Date       | Time (UTC) | Declared by | Gate passed                   |
|---|-----------------|------------------|------------|------------|-------------|-------------------------------|
| 1 | NOMINATED       | READINESS_AUDIT  | 2026-02-09 | 09:10      | PMO Lead    | — (Pilot's nomination)        |
| 2 | READINESS_AUDIT | AWAITING_MEETING | 2026-02-12 | 16:25      | PMO Lead    | Gate R                        |
`;

const inputOf = (text: string) => ({
  path: PHASE_GATE,
  text,
  policy,
  today: TODAY,
  workspace: () => ({ entries: new Map() }),
});

function findingsOf(text: string): readonly string[] {
  return analyse(inputOf(text)).findings.map(({ rule, message }) => `${rule} ${message}`);
}

function advance(text: string, gate = "0", declaredBy?: string, now = NOW): string {
  const answer = advanceGate(inputOf(text), gate, declaredBy, now);
  if ("refusal" in answer) throw new Error(answer.refusal);
  return applyEdits(text, answer.edits);
}

/** The lines that are new. */
function changed(before: string, after: string): readonly string[] {
  const known = before.split(/\r?\n/);
  return after.split(/\r?\n/).filter((line) => !known.includes(line));
}

function refusalOf(text: string, gate = "0", declaredBy?: string): string {
  const answer = advanceGate(inputOf(text), gate, declaredBy, NOW);
  return "refusal" in answer ? answer.refusal : "";
}

describe("a gate whose items pass", () => {
  const text = HEAD + BODY;

  test("is written into heading, phase history, status block, log and date, and nothing else changes", () => {
    const after = advance(text);
    expect(changed(text, after)).toEqual([
      "**Last Updated:** 2026-03-02",
      "Current state:   PRE_ALIGNMENT_MEETING",
      "Gate passed:     Gate 0 — 2026-03-02",
      "Next gate:       Gate 1 — PRE_ALIGNMENT_MEETING → SPEC_DELIVERY",
      "| Phase 1 — Pre-Alignment Meeting  | Gate 0         | ✅ Complete    | 2026-03-02 | 潮汐  |",
      "## Gate 0 — ✅ COMPLETE (2026-03-02)",
      "| 3 | AWAITING_MEETING | PRE_ALIGNMENT_MEETING | 2026-03-02 | 15:05      | PMO Lead    | Gate 0                        |",
    ]);
    expect(after.split("\n").length).toBe(text.split("\n").length + 1);
    expect(findingsOf(text).join()).toContain("gate/contradictory-status");
    expect(findingsOf(after)).toEqual([]);
  });

  test("goes with the line endings, and with a log at the end of the text", () => {
    const bare = text.trimEnd().replaceAll("\n", "\r\n");
    const after = advance(`\uFEFF${bare}`);
    expect(after).toBe(`\uFEFF${advance(text).trimEnd().replaceAll("\n", "\r\n")}`);
  });

  test("is declared by the role that is given", () => {
    expect(advance(text, "0", "Harbour Master")).toMatch(/\| 15:05 +\| Harbour Master \| Gate 0 +\|/);
    expect(refusalOf(text, "0", "a\nb")).toMatch(/line break/);
  });

  test("is passed once only", () => {
    expect(refusalOf(advance(text))).toBe("Gate 0 has passed already.");
    expect(refusalOf(text, "R")).toBe("Gate R has passed already.");
  });
});

describe("the shapes of a document", () => {
  const item = (id: string): string =>
    `### Gate Item: Cause ${id}\n\n- Evidence: note ${id}, commit 41c0d9e\n- Owner confirmation: Yes — Pilot, 2026-02-27\n- PMO validation: Pass — PMO Lead, 2026-02-27\n\n`;
  const DEFECT = HEAD.replaceAll("7.1", "DEF-004");

  test("a status line, a log that names gates alone and gives time stamps, newest first", () => {
    const text = `${DEFECT}| Field | Value |\n|---|---|\n| defect_id | DEF-004 |\n| current_state | **TRIAGED** |\n\n## Current Status\n\nCurrent state: TRIAGED ✅\n\n## Gate G1 — LOGGED → TRIAGED\n\n**Gate status: ✅ ALL G1 ITEMS PASS — transition valid**\n\n${item("G1")}## Gate G2 — TRIAGED → ROOT CAUSE IDENTIFIED\n\n**Gate status: 🟡 0 of 1 pass**\n\n${item("G2")}## Log\n\n|From|To|Date|Time|Declared by|Gate passed|Notes|\n|---|---|---|---|---|---|---|\n|LOGGED|TRIAGED|2026-02-12|09:00:00 UTC|PMO Lead|G1 — all items pass|by mail|\n|—|LOGGED|2026-02-11|09:00:00 UTC|PMO Lead|—||\n`;
    const after = advance(text, "G2");
    expect(changed(text, after)).toEqual([
      "**Last Updated:** 2026-03-02",
      "| current_state | **ROOT CAUSE IDENTIFIED** |",
      "Current state: ROOT CAUSE IDENTIFIED ✅",
      "**Gate status: ✅ ALL G2 ITEMS PASS**",
      "|TRIAGED|ROOT CAUSE IDENTIFIED|2026-03-02|15:05:09 UTC|PMO Lead|G2||",
    ]);
    expect(after.indexOf("|TRIAGED|ROOT")).toBeLessThan(after.indexOf("|LOGGED|TRIAGED"));
    expect(findingsOf(after)).toEqual([]);
  });

  test("the first gate of all, without an example to follow", () => {
    const text = `${HEAD}## Current State\n\n- **Current state:** READINESS_AUDIT\n- **Gate passed:**\n- **Next gate:** Gate R\n\n## Gate R (⬜ not started)\n\n${item("R")}## Log\n\n| From | To | Date | Time | Declared by |\n|---|---|---|---|---|\n`;
    const after = advance(text, "r", "PMO Lead");
    expect(changed(text, after)).toEqual([
      "**Last Updated:** 2026-03-02",
      "- **Current state:** AWAITING_MEETING",
      "- **Gate passed:** Gate R — 2026-03-02",
      "- **Next gate:** Gate 0",
      "## Gate R (✅ complete 2026-03-02)",
      "| READINESS_AUDIT | AWAITING_MEETING | 2026-03-02 | 16:05 | PMO Lead |",
    ]);
    expect(findingsOf(after)).toEqual([]);
  });

  test("the last gate closes the work item", () => {
    const text = `${HEAD}## Current Status\n\n\`\`\`\nCurrent state:   IMPLEMENTATION_OPEN\nNext gate:       Gate 5 — IMPLEMENTATION_OPEN → CLOSED\n\`\`\`\n\n## Gate 5 — 🟡 PENDING\n\n${item("5")}`;
    const after = advance(text, "5");
    expect(changed(text, after)).toContain("Current state:   CLOSED");
    expect(changed(text, after)).toContain("Next gate:       —");
    expect(changed(text, after)).toContain("## Gate 5 — ✅ COMPLETE (2026-03-02)");
    expect(findingsOf(after)).toEqual([]);
  });
});

describe("a refusal", () => {
  const text = HEAD + BODY;

  test("lists what each item lacks", () => {
    const short = text
      .replace("Mail of 2026-02-27", "[PENDING]")
      .replace("  Owner confirmation:  Yes — Pilot, 2026-02-27\n", "")
      .replace("## Gate 1", "## Gate 0\n\n```\nGate 0.2 — Agenda\n  Evidence: Mail\n```\n\n## Gate 1");
    expect(refusalOf(short)).toBe(
      "Gate 0 does not pass yet: 0.1 lacks `Evidence` and `Owner confirmation`; 0.2 lacks `Owner confirmation` and `PMO validation`.",
    );
    expect(refusalOf(text, "1")).toBe(
      "Gate 1 has no items, so nothing shows that it passes. Write down what it asks for first.",
    );
  });

  test("tells of a gate that comes first, and of a state from which the gate does not lead", () => {
    const early = text.replace("tides.md v1.2", "—").replace("Gate R — ✅ COMPLETE (2026-02-12)", "Gate R");
    expect(refusalOf(early)).toBe("Gate R comes first and has not passed.");
    expect(refusalOf(text.replace("AWAITING_MEETING\n", "AWAITING_METING\n"))).toBe(
      "The status block says `AWAITING_METING`, while gate 0 leads out of `AWAITING_MEETING`. Correct the one that is wrong first.",
    );
    expect(refusalOf(text.replace("| AWAITING_MEETING | 2026", "| QA_REVIEW        | 2026"))).toBe(
      "The newest transition of the log enters `QA_REVIEW`, while gate 0 leads out of `AWAITING_MEETING`. Correct the one that is wrong first.",
    );
  });

  test("names what the rules would find afterwards", () => {
    const actions =
      "\n## Actions\n\n| # | Action | Owner | Due | Status |\n|---|---|---|---|---|\n| A1 | Invite (Gate 0) | Pilot | 2026-03-09 | 🟡 In progress |\n";
    expect(refusalOf(text + actions)).toBe(
      "Gate 0 is not advanced, as this would be left: A1 is open, yet gate 0, to which it belongs, has passed (GI-5). Complete or drop the action, or take the gate back.",
    );
  });

  test("leaves filed records and unknown gates alone", () => {
    expect(refusalOf(text.replace("Status:** Active", "Status:** Filed"))).toMatch(/^This document is filed/);
    expect(refusalOf(text, "7")).toBe("This document has no gate 7 any more. Look at it, and try again.");
  });
});
