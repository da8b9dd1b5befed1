/** Where a document says what it says of gates: proofs, statements, the status block, the log of transitions. */
import { describe, expect, test } from "vitest";
import type { Range } from "../../../server/base/range";
import { processOf } from "../../../server/process/read-process";
import { govern } from "../../../server/workspace/govern";
import { HEADER, PHASE_GATE, policyOf } from "./read";

const policy = policyOf();

function read(body: string) {
  const text = `${HEADER}\n${body}\n`;
  const { gates, status, transitions } = processOf(govern(PHASE_GATE, text, policy));
  return { gates, status, transitions, at: ({ start, end }: Range): string => text.slice(start, end) };
}

/** `evidence given: <the text in its range>` */
function proofsOf(body: string): string[] {
  const { gates, at } = read(body);
  return gates.flatMap(({ items }) =>
    items.flatMap(({ proofs }) =>
      Object.entries(proofs).map(([proof, { verdict, range }]) => `${proof} ${verdict}: ${at(range)}`),
    ),
  );
}

/** `G1 passed by heading: <the text in its range>` */
function statementsOf(body: string): string[] {
  const { gates, at } = read(body);
  return gates.flatMap(({ gate, statements }) =>
    statements.map(({ status, source, range }) => `${gate.gate} ${status} by ${source}: ${at(range)}`),
  );
}

describe("proofs", () => {
  test("in a fence, over several lines, and where nothing stands behind a key", () => {
    const item = "#### G1.1 — Log kept\n\n```\nEvidence:            Tide log,\n";
    const rest =
      "                     commit 41c0d9e\nOwner confirmation:\nPMO validation:      Fail — PMO Lead\n```";
    expect(proofsOf(`### Gate G1\n\n${item}${rest}`)).toEqual([
      "evidence given: Tide log,\n                     commit 41c0d9e",
      "confirmation missing: ",
      "validation negative: Fail — PMO Lead",
    ]);
  });

  test("below their key, in a list, with emphasis", () => {
    const item =
      "### Gate Item: Log kept\n\n- **Evidence:** [PENDING]\n- Owner confirmation:\n  Yes — Pilot  \n";
    expect(proofsOf(`## Gate G1\n\n${item}`)).toEqual([
      "evidence missing: [PENDING]",
      "confirmation given: Yes — Pilot",
    ]);
  });

  test("in the cells of a table", () => {
    const head = "| Item | Evidence | Owner confirmation | PMO validation |\n|---|---|---|---|\n";
    expect(proofsOf(`## Gate G1\n\n${head}| G1.1 | Log | Yes — Pilot | |`)).toEqual([
      "evidence given: Log",
      "confirmation given: Yes — Pilot",
      "validation missing: ",
    ]);
  });
});

describe("statements", () => {
  test("of headings and status lines", () => {
    const body =
      "## Gate R — Charts — ✅ COMPLETE (2026-03-01)\n\n## Gate 0 (passed)\n\n**Gate status: 🔴 FAIL — no quorum**";
    expect(statementsOf(body)).toEqual([
      "R passed by heading: ✅ COMPLETE (2026-03-01)",
      "0 passed by heading: (passed)",
      "0 failed by status-line: 🔴 FAIL — no quorum",
    ]);
  });

  test("of the phase history: a phase under way says nothing of any but its last gate", () => {
    const history = `| Phase | Gate condition | Status | Notes |
|-------|----------------|--------|-------|
| Phase 0 — Readiness Audit | Audit complete | ✅ Complete | late for Gate 1 |
| Phase 1 — Pre-Alignment Meeting | Gates 0 and 1 | 🟡 In progress | |
| Implementation | Built | ✅ Complete | |
| Phase 5 — Verification | Signed | ⬜ Not started | |
| Shipping Closure | Checklist | ⬜ Not started | |`;
    expect(statementsOf(`## Gate R\n\n## Gate 0\n\n## Gate 1\n\n## Gate 5\n\n${history}`)).toEqual([
      "R passed by phase-history: ✅ Complete",
      "1 pending by phase-history: 🟡 In progress",
      "5 not-started by phase-history: ⬜ Not started",
    ]);
  });

  test("of tables that are phase histories, not of other tables or of phases that no phase follows", () => {
    const blockers = `| # | Blocker | Status |
|---|---------|--------|
| 1 | Gate 1: no room | ✅ Resolved |
| 2 | No paper | Open |
| 3 | No ink | Open |`;
    const plan = "| Milestone | Status |\n|---|---|\n| Implementation | ✅ Complete |\n| Fair | Open |";
    const body = `## Gate 1 — 🟡 PENDING\n\n## Gate 5\n\n${blockers}\n\n${plan}`;
    expect(statementsOf(body)).toEqual(["1 pending by heading: 🟡 PENDING"]);
  });

  test("of the status block and the log", () => {
    const status = "## Current Status\n\n```\nCurrent state:  TRIAGED\nGate passed:    G1 — 2026-03-01\n```";
    const log = `| From | To | Date | Gate passed |
|------|----|------|-------------|
| RAISED | LOGGED | 2026-02-27 | — (initial, before G1) |
| LOGGED | TRIAGED | 2026-03-01 | G1 — all items pass |
| TRIAGED | ROOT CAUSE IDENTIFIED | 2026-03-02 | |
| ROOT CAUSE IDENTIFIED | FIX IN PROGRESS | 2026-03-03 | G3 not passed |`;
    expect(statementsOf(`${status}\n\n## Gate G1\n\n## Gate G2\n\n${log}`)).toEqual([
      "G1 passed by current-state: TRIAGED",
      "G1 passed by gate-passed: G1 — 2026-03-01",
      "G1 passed by transition-log: G1 — all items pass",
      "G2 pending by current-state: TRIAGED",
      "G2 passed by transition-log: ROOT CAUSE IDENTIFIED",
    ]);
  });
});

test("the status block: entries with what follows on deeper lines", () => {
  const { status, at } = read(
    "## Current Status\n\n```\nCurrent state:  TRIAGED\nWhat they do:   Commit the fields\n                and say so: A2\nBlockers:\n```",
  );
  expect(status.map(({ key, value, range }) => [key, value, at(range)])).toEqual([
    ["current state", "TRIAGED", "TRIAGED"],
    ["what they do", "Commit the fields and say so: A2", "Commit the fields\n                and say so: A2"],
    ["blockers", "", ""],
  ]);
});

test("the log of transitions: states, day, cells; any other table with two ends is none", () => {
  const { transitions, at } = read(`| # | From | To | Date | Time (UTC) | Declared by | Gate passed |
|---|------|----|------|------------|-------------|-------------|
| 1 | RAISED | Logged | 2026-02-27 | 09:10 | PMO Lead | — |
| 2 |  |  |  |  |  |  |

| From | To | Date |
|------|----|------|
| Quay | Pier | 2026-03-01 |`);
  expect(transitions.map(({ from, to, date, cells }) => [from, to, date, cells.time?.text])).toEqual([
    [undefined, "LOGGED", "2026-02-27", "09:10"],
  ]);
  expect(transitions[0]?.cells.from && at(transitions[0].cells.from.range)).toBe("RAISED");
});
