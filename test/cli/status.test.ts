/** `docket status`: the update that is written at a gate. */
import { expect, test } from "vitest";
import { useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

const run = useCli();

const GATES = `# Phase Gate Document — 7.1 Tide Tables

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** 7.1 — Tide tables
**Version:** v0.1
**Date Filed:** —

## Current Status

\`\`\`
Current phase: SPEC_DELIVERY
\`\`\`

## Gate 1 — ✅ COMPLETE

## Gate 2 — In progress

#### Gate 2.1 — Tables printed

\`\`\`
Evidence:           [PENDING]
Owner confirmation: Yes — Pilot, 2026-02-18
PMO validation:     Pass — PMO Lead, 2026-02-18
\`\`\`

## Actions

| # | Action | Owner | Deadline | Status | Blocked on | Evidence |
|---|---|---|---|---|---|---|
| A1 | Measure high water | Pilot | 2990-03-01 | ✅ Complete | — | \`tides.md\` v1.2 |
| A2 | Print the tables \\| in two sizes | Printer | 2999-03-02 | In progress | A1 | — |
| A3 | Hang them up | Harbour Lead | 2999-03-04 | Blocked | A2 + Gate 2 | — |
| A4 | Tell the ferries | Pilot | ASAP | Not started | — | — |
| A5 | Take the old ones down | Pilot | 2001-03-04 | Blocked | Gate 2 | — |
`;
const PATH = "docs/product/phase_gates/7.1-tide-tables-phase-gate.md";
const makeRoot = () => makeFolder({ "docket.yaml": "version: 1\nextends: delivery\n", [PATH]: GATES });

test("says what closed, who acts next, by when, and what waits", () => {
  const { code, out, err } = run(makeRoot(), ["status", "7.1"]);
  expect([code, err]).toEqual([0, ""]);
  expect(
    out.replace(/steps on [\d-]+/, "steps on a day").replace(/A5 by [\d,]+ days/, "A5 by many days"),
  ).toBe(`## 7.1 — Tide Tables: next steps on a day

- **State:** SPEC_DELIVERY
- **Passed:** Gate 1 (PRE_ALIGNMENT_MEETING → SPEC_DELIVERY)
- **Closed:** A1 (tides.md v1.2)
- **Next gate:** Gate 2 (SPEC_DELIVERY → QA_REVIEW), 0 of 1 item passed; 2.1 Tables printed lacks evidence
- **Critical path:** A2 → A3, due 2999-03-04, 2 days of slack
- **Safe to start in parallel:** A4
- **Waiting:** A3 for A2; A5 for Gate 2
- **Overdue:** A5 by many days

| Who acts next | What they do | By when |
|---|---|---|
| Printer | A2 Print the tables \\| in two sizes | 2999-03-02 |
| Pilot | A4 Tell the ferries | ASAP |
`);
});

test("says the same to programs", () => {
  const { workItems } = JSON.parse(run(makeRoot(), ["status", "--format", "json"]).out);
  const [item] = workItems;
  expect(workItems).toHaveLength(1);
  const ids = (steps: readonly { readonly id: string | null }[]) => steps.map(({ id }) => id);
  expect([ids(item.next), ids(item.parallel), ids(item.waiting), ids(item.criticalPath)]).toEqual([
    ["A2", "A4"],
    ["A4"],
    ["A3", "A5"],
    ["A2", "A3"],
  ]);
  expect(item.next[0]).toEqual({
    id: "A2",
    text: "Print the tables | in two sizes",
    owners: ["Printer"],
    due: "2999-03-02",
    dueText: "2999-03-02",
    status: "in-progress",
    evidence: "",
    path: PATH,
    line: 33,
    waitsFor: [],
    slack: 2,
  });
  expect(item).toMatchObject({
    workItem: "7.1",
    title: "Tide Tables",
    state: "SPEC_DELIVERY",
    passedGate: { gate: "1", status: "passed" },
    nextGate: { gate: "2", items: [{ id: "2.1", missing: ["evidence"] }] },
    closed: [{ id: "A1", evidence: "tides.md v1.2" }],
  });
});

test("what waited for something that is done acts next, whatever its row says; a box that nobody has taken does not", () => {
  const text = `${GATES.replace("2999-03-02 | In progress", "2999-03-02 | Blocked")}
## Shipping Closure Checklist

- [ ] Changelog entry written
- [ ] Ferries informed (Pilot, 2999-03-20)
`;
  const { out } = run(makeFolder({ "docket.yaml": "version: 1\nextends: delivery\n", [PATH]: text }), [
    "status",
    // by its title
    "tide tables",
  ]);
  expect(out).toContain("- **Safe to start in parallel:** “Ferries informed (Pilot, 2999-03-20)”; A4\n");
  expect(out).toContain("- **Waiting:** A3 for A2; A5 for Gate 2\n");
  expect(out).toContain("- **Not assigned yet:** “Changelog entry written”\n");
  expect(out).toContain("| Printer | A2 Print the tables");
  expect(out).not.toContain("nobody is named");
});

test("says nothing of gates where there are none", () => {
  const [head, actions] = GATES.split("## Current Status");
  const text = `${head}## Actions${actions?.split("## Actions")[1]}`;
  const { out } = run(makeFolder({ "docket.yaml": "version: 1\nextends: delivery\n", [PATH]: text }), [
    "status",
  ]);
  expect(out).toContain("- **Waiting:** A3 for A2; A5 for Gate 2");
  expect(out).not.toMatch(/Next gate|Passed/);
});

test("a work item that is not in flight, and nothing in flight at all", () => {
  const unknown = run(makeRoot(), ["status", "8.2"]);
  expect([unknown.code, unknown.err]).toEqual([
    2,
    "No work item `8.2` is in flight: it is closed, or no document names it. In flight are `7.1`.\n",
  ]);
  const empty = run(makeFolder({ "docket.yaml": "version: 1\nextends: delivery\n" }), ["status"]);
  expect(empty).toEqual({ code: 0, out: "Nothing is open: no work item is in flight.\n", err: "" });
});

test("where no action says it, the status block does: who acts next, and which gate comes next", () => {
  const [header = ""] = GATES.split("## Current Status");
  const block = [
    "## Current Status\n",
    "```",
    "Current phase: SPEC_DELIVERY",
    "Next gate:     Gate 2",
    "Who acts next: Printer",
    "What they do:  Prints the tables",
    "Deadline:      2999-03-02",
    "```\n",
  ].join("\n");
  const decisions = "# Decisions — 7.1 Tide Tables\n\n**Class:** Planning Document (Class 4)\n";
  const folder = makeFolder({
    "docket.yaml": "version: 1\nextends: delivery\n",
    [PATH]: header + block,
    "docs/product/decisions/7.1-tide-tables.md": decisions,
  });
  const { code, out } = run(folder, ["status", "7.1"]);
  expect(code).toBe(0);
  expect(out.replace(/steps on [\d-]+/, "steps on a day")).toBe(`## 7.1 — Tide Tables: next steps on a day

- **State:** SPEC_DELIVERY
- **Next gate:** Gate 2

| Who acts next | What they do | By when |
|---|---|---|
| Printer | Prints the tables | 2999-03-02 |
`);
  expect(run(folder, ["board"]).out).toContain('<b>Printer</b> Prints the tables <span class="due">');
  expect(JSON.parse(run(folder, ["status", "--format", "json"]).out).workItems).toMatchObject([
    { workItem: "7.1", stated: { actor: "Printer", due: "2999-03-02", nextGate: "Gate 2" } },
  ]);
});

test("who is named by the block and by an action is named once", () => {
  const both = GATES.replace(
    "Current phase: SPEC_DELIVERY",
    "Current phase: SPEC_DELIVERY\nWho acts next: Printer (A2)\nWhat they do: Prints",
  );
  const folder = makeFolder({ "docket.yaml": "version: 1\nextends: delivery\n", [PATH]: both });
  expect(run(folder, ["status", "7.1"]).out).not.toContain("| Prints |");
  const two = both.replace("Who acts next: Printer (A2)", "Who acts next: Printer and Print Master");
  const again = makeFolder({ "docket.yaml": "version: 1\nextends: delivery\n", [PATH]: two });
  expect(run(again, ["status", "7.1"]).out).toContain("| Printer and Print Master | Prints |");
});
