/** `docket actions` and `docket gates`: what people and programs get. */
import { expect, test } from "vitest";
import { POLICY } from "../support/delivery-documents";
import { useCli } from "../support/run-cli";
import { makeFolder } from "../support/temporary-folder";

const run = useCli();

const GATES = `# Phase Gate Document — 3.2 Retries

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** 3.2 — Retries
**Version:** v1.0
**Date Filed:** —

## Gate 1 — Pre-alignment

### Gate 1.1 — Owners named

\`\`\`
Evidence:             docs/specs/retries.md v1.0
Owner confirmation:   Yes — Product Owner, 2026-02-18
PMO validation:       Pass — PMO Lead, 2026-02-18
\`\`\`

### Gate 1.2 — Dates agreed

\`\`\`
Evidence:             [PENDING]
Owner confirmation:   Yes — Product Owner, 2026-02-18
PMO validation:       [PENDING]
\`\`\`

## Actions

| # | Action | Owner | Deadline | Status | Blocked on |
|---|---|---|---|---|---|
| A1 | Write the spec | PMO Lead + QA Lead | ASAP | ⛔ Blocked | A3 |
| A3 | Name the owners | PMO Lead | 2026-02-18 | ✅ Complete | — |
`;

const PATH = "docs/product/phase_gates/3.2-retries-phase-gate.md";
const FILES = { "docket.yaml": POLICY, [PATH]: GATES };

function lineOf(start: string): number {
  return GATES.split("\n").findIndex((line) => line.startsWith(start)) + 1;
}

test("the JSON of actions holds all rows, done ones too", () => {
  const { code, out } = run(makeFolder(FILES), ["actions", "--format", "json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    actions: [
      {
        id: "A1",
        text: "Write the spec",
        owners: ["PMO Lead", "QA Lead"],
        due: null,
        dueText: "ASAP",
        status: "blocked",
        blockedOn: ["A3"],
        path: PATH,
        line: lineOf("| A1"),
        workItem: "3.2",
      },
      {
        id: "A3",
        text: "Name the owners",
        owners: ["PMO Lead"],
        due: "2026-02-18",
        dueText: "2026-02-18",
        status: "done",
        blockedOn: [],
        path: PATH,
        line: lineOf("| A3"),
        workItem: "3.2",
      },
    ],
  });
});

test("the JSON of gates holds the items and what they lack", () => {
  const { code, out } = run(makeFolder(FILES), ["gates", "--format", "json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    gates: [
      {
        workItem: "3.2",
        gate: "1",
        title: "Pre-alignment",
        status: "pending",
        items: [
          { id: "1.1", title: "Owners named", status: "passed", missing: [] },
          { id: "1.2", title: "Dates agreed", status: "pending", missing: ["evidence", "validation"] },
        ],
        path: PATH,
        line: lineOf("## Gate 1"),
      },
    ],
  });
});

test("people see what is open, under the work item's name", () => {
  const folder = makeFolder(FILES);
  const actions = run(folder, ["actions"]).out;
  expect(actions).toMatch(
    new RegExp(
      `${PATH}\\n +${lineOf("| A1")} {2}blocked {4} {2}A1 {2}Write the spec {2}PMO Lead \\+ QA Lead · ASAP · after A3\\n`,
    ),
  );
  expect(actions).not.toContain("Name the owners");
  expect(actions).toMatch(/\n1 open action in 1 document; 1 action done, dropped or closed\.\n$/);
  const gates = run(folder, ["gates"]).out;
  expect(gates).toContain(
    "Gate 1 · Pre-alignment  pending  1 of 2\n         ✓ 1.1  Owners named\n         ○ 1.2  Dates agreed  lacks evidence, validation\n",
  );
});

test("nothing of a filed record is open, but its rows are still told to programs", () => {
  const folder = makeFolder({
    ...FILES,
    [PATH]: GATES.replace("Status:** Active", "Status:** Filed").replace("Filed:** —", "Filed:** 2026-02-20"),
  });
  expect(run(folder, ["actions"]).out).toBe(
    "0 open actions in 0 documents; 2 actions done, dropped or closed.\n",
  );
  expect(
    (JSON.parse(run(folder, ["actions", "--format", "json"]).out) as { actions: unknown[] }).actions,
  ).toHaveLength(2);
});

test("without a policy, and with one that cannot be read, there is no verdict", () => {
  expect(run(makeFolder({ ".git/HEAD": "" }), ["gates"])).toMatchObject({ code: 2, out: "" });
  expect(run(makeFolder({ ...FILES, "docket.yaml": "a: [" }), ["actions"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("docket check"),
  });
});
