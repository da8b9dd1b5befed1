/** What stands above gates and registers. */
import { expect, test } from "vitest";
import { processLenses } from "../../../server/features/process-lenses";
import { processOf } from "../../../server/process/read-process";
import { govern } from "../../../server/workspace/govern";
import { PHASE_GATE, policyOf } from "../process/read";

const policy = policyOf();

const HEAD = `# Phase Gate Document — 7.1 Tide Tables

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** 7.1 — Tide tables
**Version:** v0.1
**Date Filed:** —

`;

/** Each lens with the line that it stands above. */
function lensesOf(body: string, path: readonly string[] = [], head = HEAD): readonly string[] {
  const text = head + body;
  const lines = text.split("\n");
  const process = processOf(govern(PHASE_GATE, text, policy));
  return processLenses(process, path, "2026-03-02").map(({ line, title }) => `${lines[line]} ▸ ${title}`);
}

const item = (id: string, evidence: string, confirmation: string) =>
  `#### Gate ${id} — Something\n\n\`\`\`\nEvidence:           ${evidence}\nOwner confirmation: ${confirmation}\nPMO validation:     Pass — PMO Lead, 2026-02-18\n\`\`\`\n`;
const done = (id: string) => item(id, "tides.md v1.2", "Yes — Pilot, 2026-02-18");
const without = (id: string) => item(id, "[PENDING]", "Yes — Pilot, 2026-02-18");

test("a gate says how many items passed, and which it waits for", () => {
  expect(
    lensesOf(
      `## Gate 1 — ✅ COMPLETE\n\n${done("1.1")}\n## Gate 2 — In progress\n\n${done("2.1")}${without("2.2")}${item("2.3", "—", "No — Pilot, 2026-02-18")}\n## Gate 3 — Not started\n`,
    ),
  ).toEqual(["## Gate 2 — In progress ▸ 1 of 3 items passed · waits for 2.2 (evidence), 2.3"]);
});

test("many items are counted, and a gate whose items passed waits for none", () => {
  const many = ["1", "2", "3", "4", "5", "6"].map((each) => without(`2.${each}`)).join("");
  expect(lensesOf(`## Gate 2 — In progress\n\n${many}`)).toEqual([
    "## Gate 2 — In progress ▸ 0 of 6 items passed · waits for 2.1 (evidence), 2.2 (evidence), 2.3 (evidence), 2.4 (evidence) and 2 more",
  ]);
  expect(lensesOf(`## Gate 2 — In progress\n\n${done("2.1")}`)).toEqual([]);
});

const TABLE = `| # | Action | Owner | Deadline | Status | Blocked on |
|---|---|---|---|---|---|
| A1 | Measure | Pilot | 2026-03-01 | In progress | — |
| A2 | Print | Printer | 2026-03-02 | Blocked | A1 |
| A3 | Agree | Pilot | 2026-02-01 | Complete | — |
`;

test("a register says what is open, what is late, and the critical path that runs through it", () => {
  const other = `\n## More\n\n| # | Action | Owner | Status |\n|---|---|---|---|\n| B1 | Ask | Pilot | Open |\n`;
  const ended = other.replace("## More", "## Done").replace("Open", "Complete");
  expect(lensesOf(`## Actions\n\n${TABLE}${other}${ended}`, ["A1", "A2"])).toEqual([
    "| # | Action | Owner | Deadline | Status | Blocked on | ▸ 2 open · 1 overdue · critical path A1 → A2",
    "| # | Action | Owner | Status | ▸ 1 open",
  ]);
});

test("a closed document says nothing", () => {
  expect(lensesOf(`## Actions\n\n${TABLE}`, [], HEAD.replace("Active", "Filed"))).toEqual([]);
});
