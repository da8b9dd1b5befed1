/** One cell of an action's row is written, in the style of its register. */
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../server/base/edit";
import {
  type ActionChange,
  type ActionPlace,
  editAction,
  findFreed,
  fingerprintOf,
} from "../../../server/features/action-edits";
import { processOf } from "../../../server/process/read-process";
import { govern } from "../../../server/workspace/govern";
import { HEADER, PHASE_GATE, policyOf } from "../process/read";

const policy = policyOf();

const COMPACT = `| # | Action | Owner | Due | Status | Evidence |
|---|--------|-------|-----|--------|----------|
| A1 | Ask \`a \\| b\` | Pilot | 2026-03-01 | ✅ Complete | log |
| A2 | Print | Printer | ASAP | 🟡 In progress | — |
| A3 | Sell | — | | ⛔ Blocked — waits for A2 | |
`;

const ALIGNED = `| #  | Action | Owner   | Due        | Status      | Evidence |
| -- | ------ | ------- | ---------- | ----------- | -------: |
| A1 | 印刷   | Pilot   | 2026-03-01 | Complete    |      log |
| A2 | Print  | Printer | ASAP       | In progress |        — |
`;

function edit(
  body: string,
  place: ActionPlace,
  change: ActionChange,
  isRecord = false,
  head = HEADER,
): string {
  const document = govern(PHASE_GATE, head + body, policy);
  const answer = editAction(document, isRecord, place, change);
  return "refusal" in answer ? answer.refusal : applyEdits(document.text, answer.edits).slice(head.length);
}

/** The row of an id afterwards, or the refusal. */
function rowOf(body: string, id: string, change: ActionChange): string {
  const after = edit(`\n${body}`, { id }, change);
  return after.split("\n").find((line) => line.includes(`| ${id} `)) ?? after;
}

describe("Start", () => {
  const start = { field: "start" } as const;
  const REGISTER = `| # | Action | Status | Blocked on |
|---|--------|--------|------------|
| B1 | Ask | ✅ Complete | — |
| B2 | Print | ⛔ Blocked | B1 |
| B3 | Sell | ⬜ Not started | B2 |
`;

  test("says it as the register's other rows do, else in the policy's word", () => {
    expect(rowOf(REGISTER, "B2", start)).toBe("| B2 | Print | ⬜ Not started | B1 |");
    const alone = REGISTER.replace("⬜ Not started", "✅ Complete");
    expect(rowOf(alone, "B2", start)).toBe("| B2 | Print | Not started | B1 |");
  });

  test("is for what is blocked", () => {
    expect(rowOf(REGISTER, "B3", start)).toBe("B3 is not blocked.");
  });

  test("what a change frees: all that was blocked by it alone", () => {
    const freed = (body: string, done: string): readonly (string | undefined)[] => {
      const before = govern(PHASE_GATE, `${HEADER}\n${body}`, policy);
      const answer = editAction(before, false, { id: done }, { field: "status" });
      if ("refusal" in answer) throw new Error(answer.refusal);
      const after = govern(PHASE_GATE, applyEdits(before.text, answer.edits), policy);
      return findFreed(before, after).map(({ action }) => action.id);
    };
    const open = REGISTER.replace("✅ Complete", "open");
    expect(freed(open, "B1")).toEqual(["B2"]);
    expect(freed(open.replace("| B1 |\n", "| B1 + B3 |\n"), "B1")).toEqual([]);
    // B2 was free before
    expect(freed(REGISTER, "B3")).toEqual([]);
  });
});

describe("Mark Complete", () => {
  const done = { field: "status" } as const;

  test("says it as the register's other rows do, and takes what was said of the old status away", () => {
    expect(rowOf(COMPACT, "A2", done)).toBe("| A2 | Print | Printer | ASAP | ✅ Complete | — |");
    expect(rowOf(COMPACT, "A3", done)).toBe("| A3 | Sell | — | | ✅ Complete | |");
    expect(rowOf(ALIGNED, "A2", done)).toBe(
      "| A2 | Print  | Printer | ASAP       | Complete    |        — |",
    );
  });

  test("takes another register's words where its own has none, else the policy's in the style of the cell", () => {
    const alone = (status: string): string =>
      `| # | Action | Status |\n|---|---|---|\n| B1 | Ask | ${status} |\n`;
    expect(rowOf(`${COMPACT}\n${alone("open")}`, "B1", done)).toBe("| B1 | Ask | ✅ Complete |");
    expect(rowOf(alone("⬜ Not started"), "B1", done)).toBe("| B1 | Ask | ✅ Complete |");
    expect(rowOf(alone("**Not started**"), "B1", done)).toBe("| B1 | Ask | **Complete** |");
    expect(rowOf(alone("IN PROGRESS"), "B1", done)).toBe("| B1 | Ask | COMPLETE |");
    expect(rowOf(alone("open"), "B1", done)).toBe("| B1 | Ask | complete |");
    expect(rowOf(alone(""), "B1", done)).toBe("| B1 | Ask | Complete |");
    expect(rowOf("| # | Action | Owner | Status |\n|---|---|---|---|\n| B1 | Ask\n", "B1", done)).toBe(
      "| B1 | Ask | | Complete",
    );
  });

  test("ticks the box of a task list item, and nothing else of it", () => {
    const body = "\n- [x] Ask\n  - [ ] Ask again\n";
    expect(edit(body, { id: undefined, line: 10 }, done)).toBe("\n- [x] Ask\n  - [x] Ask again\n");
    expect(edit(body, { id: undefined, line: 10 }, { field: "owner", value: "Pilot" })).toBe(
      "`Ask again` is an item of a task list, which has a box and no column `Owner`. Write it into the item's text.",
    );
    expect(edit(body, { id: undefined, line: 9 }, done)).toBe("`Ask` is complete already.");
  });
});

describe("a value", () => {
  test("goes into its cell, with its pipes escaped", () => {
    expect(rowOf(COMPACT, "A2", { field: "due", value: " 2026-03-04 " })).toBe(
      "| A2 | Print | Printer | 2026-03-04 | 🟡 In progress | — |",
    );
    expect(rowOf(COMPACT, "A3", { field: "due", value: "after the tide" })).toBe(
      "| A3 | Sell | — | after the tide | ⛔ Blocked — waits for A2 | |",
    );
    expect(rowOf(COMPACT, "A3", { field: "evidence", value: "`a | b\\`" })).toBe(
      "| A3 | Sell | — | | ⛔ Blocked — waits for A2 | `a \\| b\\` |",
    );
  });

  test("keeps the pipes in line as far as it fits, from the left or from the right", () => {
    expect(rowOf(ALIGNED, "A2", { field: "owner", value: "印刷所" })).toBe(
      "| A2 | Print  | 印刷所  | ASAP       | In progress |        — |",
    );
    expect(rowOf(ALIGNED, "A2", { field: "evidence", value: "v1.2" })).toBe(
      "| A2 | Print  | Printer | ASAP       | In progress |     v1.2 |",
    );
    expect(rowOf(ALIGNED, "A2", { field: "owner", value: "Printer of charts" })).toBe(
      "| A2 | Print  | Printer of charts | ASAP       | In progress |        — |",
    );
  });

  test("is refused when it cannot stand in a cell, is there already, or has no column", () => {
    const refused = (value: string, body = COMPACT) => rowOf(body, "A2", { field: "owner", value });
    expect(refused(" ")).toBe("There is nothing to write for `Owner`. Give it a value.");
    expect(refused("a\nb")).toBe(
      "`Owner` stands on one line, and this value has a line break. Write it without one.",
    );
    expect(refused("a\u0007")).toMatch(/control character/);
    expect(refused("\ud83d")).toMatch(/control character/);
    expect(refused("Printer")).toBe("The `Owner` of A2 is `Printer` already.");
    expect(refused("Pilot", "| # | Action | Status |\n|---|---|---|\n| A2 | Ask | open |\n")).toBe(
      "The register of A2 has no column `Owner`. Add one to its head first.",
    );
  });
});

describe("the row that was seen", () => {
  const body = `\n${COMPACT}`;
  const document = govern(PHASE_GATE, HEADER + body, policy);
  const [, a2] = processOf(document).rows;
  const seen = a2 && fingerprintOf(document.text, a2.action);
  const place: ActionPlace = { line: a2?.action.line, id: "A2", seen };
  const change: ActionChange = { field: "owner", value: "Pilot" };

  test("is found where it moved to", () => {
    expect(edit(`\nA line.\n${body}`, place, change)).toContain("| A2 | Print | Pilot |");
  });

  test("is refused when it changed, or another one has taken its place", () => {
    const refusal =
      "The row of A2 is not what it was when it was chosen: it has been changed or taken out since. Look at it, and try again.";
    expect(edit(body.replace("| Print |", "| Print again |"), place, change)).toBe(refusal);
    expect(edit(body.replace("| A2 |", "| A9 |"), place, change)).toBe(refusal);
    expect(edit(body.replace("| A3 |", "| A2 |"), { id: "A2" }, change)).toBe(refusal);
  });

  test("is refused in a filed record, by its header or by its history", () => {
    const filed = govern(PHASE_GATE, HEADER.replace("Active", "Filed") + body, policy);
    const refusal = expect.stringMatching(/^This document is filed/);
    expect(editAction(filed, false, place, change)).toEqual({ refusal });
    expect(editAction(document, true, place, change)).toEqual({ refusal });
    expect(edit(body, place, change, false, HEADER.replace("Active", "Flied"))).toMatch(
      /Correct the status first\.$/,
    );
    expect(edit(`${body}\ufffd`, place, change)).toMatch(/not UTF-8/);
  });
});
