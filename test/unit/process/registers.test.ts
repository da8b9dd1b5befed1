/** Which tables are registers of actions, and which rows of them are actions. */
import { describe, expect, test } from "vitest";
import { actionOf, actionsOf, bodyFacts, factsOf, policyOf } from "./read";

const ids = (body: string): (string | undefined)[] => actionsOf(body).map((action) => action.id);
const texts = (body: string): string[] => actionsOf(body).map((action) => action.text);

test("a row says everything", () => {
  const body = `| Action ID | Description | Owner | Deadline | Status | Blocked on | Evidence |
|-----------|-------------|-------|----------|--------|------------|----------|
| A-01 | Print the **tide** tables | Pilot + QA Lead | 2026-03-02T12:00:00Z | 🔴 Blocked | A-02 + Gate 2.1 | \`tables.md\` v1.2 |
| A-02 | Measure high water | Pilot | ASAP | ⬜ Not started | — | — |`;
  const [first, second] = actionsOf(body);
  expect(first).toEqual({
    id: "A-01",
    text: "Print the tide tables",
    owners: ["Pilot", "QA Lead"],
    due: "2026-03-02",
    dueText: "2026-03-02T12:00:00Z",
    status: "blocked",
    blockedOn: ["A-02", "Gate 2.1"],
    evidence: "tables.md v1.2",
    workItem: "7.1",
    source: "table",
    columns: ["id", "text", "owner", "due", "status", "blockedOn", "evidence"],
    range: expect.anything(),
    line: 13,
  });
  expect(second).toMatchObject({ due: undefined, dueText: "ASAP", blockedOn: [], evidence: "" });
});

test("range and line are the row's, with CRLF too", () => {
  const lines = ["# Phase Gate Document — 7.1 🌊", "", "**Owner:** PMO Lead", "**Status:** Active", ""];
  const row = "| A1 | Ask | Pilot |";
  const text = [...lines, "| # | Action | Owner |", "|---|---|---|", row, ""].join("\r\n");
  const [action] = factsOf(text).actions;
  expect(action?.line).toBe(7);
  expect(action && text.slice(action.range.start, action.range.end)).toBe(row);
});

describe("heads", () => {
  const heads: readonly (readonly [head: string, isRegister: boolean])[] = [
    ["# | Action | Owner | Status", true],
    ["ID | Task | Assignee | Target | Status | Dependency", true],
    ["Action ID | Description | Role | Due", true],
    ["Action | Owner | Target", true],
    ["Action | Owner | By when", true],
    ["Action | Status", true],
    ["**Action** | **Owner**", true],
    ["Action: | Owner (role)", true],
    ["# | Owner | Action | By when", true],
    ["Role | Action | By when", false],
    ["Owner | Action | Deadline", false],
    ["# | Decision | Owner | Pre-condition", false],
    ["# | Blocker | Affects | Owner | Raised | Status", false],
    ["# | From | To | Date | Time (UTC) | Declared by | Gate passed", false],
    ["Phase | Gate condition | Status | Date | Notes", false],
    ["Version | Date | Change", false],
    ["Item | Description | Effort", false],
    ["Document | Change required | Owner | Status", false],
    ["Priority | Required action", false],
    ["Field | Value", false],
  ];
  test.each(heads)("%s", (head, isRegister) => {
    const width = head.split("|").length;
    const line = (cell: string): string => `| ${Array.from({ length: width }, () => cell).join(" | ")} |`;
    expect(actionsOf(`| ${head} |\n${line("---")}\n${line("Ask for the chart")}`)).toHaveLength(
      isRegister ? 1 : 0,
    );
  });

  test("where two columns say one thing, the first name of the policy counts", () => {
    const action = actionOf({ ID: "A1", Description: "a note", Action: "Ask", Owner: "Pilot" });
    expect(action.text).toBe("Ask");
  });

  test("names of columns are the policy's", () => {
    const policy = policyOf("process:\n  actionColumns:\n    text: [Aufgabe]\n    owner: [Wer]\n");
    const body = "| Nr | Aufgabe | Wer |\n|---|---|---|\n| 1 | Fragen | Lotse |";
    expect(bodyFacts(body, policy).actions).toMatchObject([{ text: "Fragen", owners: ["Lotse"] }]);
    expect(bodyFacts("| # | Action | Owner |\n|---|---|---|\n| 1 | Ask | Pilot |", policy).actions).toEqual(
      [],
    );
  });
});

describe("rows", () => {
  const register = (rows: string): string => `| # | Action | Owner | Due |\n|---|---|---|---|\n${rows}`;

  test("blank rows, placeholders and a sentence under the head are no actions", () => {
    const rows = `| | | | |
| A1 | | | |
| A2 | — | Pilot | |
| A3 | {action} | {role} | {date} |
| A4 | [what to do] | Pilot | |
| A5 | TBD | Pilot | |
| | None | | |
| — | No actions. | — | — |
| A6 | Ask | Pilot | |
**No further actions.**`;
    expect(ids(register(rows))).toEqual(["A6"]);
  });

  test("a sentence under a head that begins with the action is none either", () => {
    const head = "| Action | Owner | Target |\n|---|---|---|";
    expect(texts(`${head}\n**Nothing is open at the time of writing.**`)).toEqual([]);
    expect(texts(`${head}\n| Ask the harbour office again |`)).toEqual([]);
    expect(texts(`${head}\n| Ask the harbour office again | Pilot`)).toHaveLength(1);
  });

  test("a text may speak of placeholders and brackets", () => {
    const rows = "| A1 | Set the title to `{slug}` | Pilot | |\n| A2 | Replace {slug} everywhere | Pilot | |";
    expect(texts(register(rows))).toEqual(["Set the title to {slug}", "Replace {slug} everywhere"]);
  });

  test("an action without an owner is an action all the same", () => {
    expect(ids(register("| A1 | Ask | | |"))).toEqual(["A1"]);
    expect(texts(register("| | Ask the harbour office again | | |"))).toEqual([
      "Ask the harbour office again",
    ]);
  });

  test("short rows and long rows", () => {
    expect(
      actionsOf(register("| A1 | Ask |\n| A2 | Ask | Pilot | 2026-03-02 | more | and more |")),
    ).toMatchObject([
      { id: "A1", owners: [], dueText: "" },
      { id: "A2", owners: ["Pilot"], due: "2026-03-02" },
    ]);
  });

  test("escaped pipes and code", () => {
    expect(texts(register("| A1 | Join `a \\| b` and c \\| d | Pilot | |"))).toEqual([
      "Join a | b and c | d",
    ]);
  });

  test("without an id column the text may open with the id", () => {
    const body =
      "| Action | Owner |\n|---|---|\n| A-07 — Ask the harbour office | Pilot |\n| Wait for A-07 | Pilot |";
    expect(actionsOf(body)).toMatchObject([
      { id: "A-07", text: "Ask the harbour office" },
      { id: undefined, text: "Wait for A-07" },
    ]);
  });

  test("ids lose their decoration", () => {
    expect(
      ids(register("| **A-01** | Ask | Pilot | |\n| `A-02` | Ask | Pilot | |\n| 3. | Ask | Pilot | |")),
    ).toEqual(["A-01", "A-02", "3"]);
  });

  test("without a column for it the status says what an action waits for", () => {
    const body = `| # | Action | Owner | Status |
|---|---|---|---|
| AP-05 | Measure | Pilot | In progress |
| AP-06 | Print | Pilot | Pending AP-05 |
| AP-07 | Sell | Pilot | Pending AP-05/06 |
| AP-08 | Count | Pilot | ✅ Complete (AP-05) |
| AP-09 | Bind | Pilot | Blocked: BLG-TECH-02 |
| AP-10 | Ship | Pilot | Pending BLG-TECH-02 |`;
    expect(actionsOf(body).map((action) => action.blockedOn)).toEqual([
      [],
      ["AP-05"],
      ["AP-05", "AP-06"],
      [],
      ["BLG-TECH-02"],
      [],
    ]);
  });
});

describe("where registers stand", () => {
  const table = "| # | Action | Owner |\n|---|---|---|\n| A1 | Ask | Pilot |";

  test("in a list item they count, in quotes and fences they do not", () => {
    expect(ids(`- A list\n\n${table.replace(/^/gm, "  ")}`)).toEqual(["A1"]);
    expect(ids(table.replace(/^/gm, "> "))).toEqual([]);
    expect(ids(`\`\`\`\n${table}\n\`\`\``)).toEqual([]);
  });

  test("several registers of a document share their ids", () => {
    const other =
      "| # | Action | Owner | Depends on |\n|---|---|---|---|\n| W.1b | Print | Pilot | a1 and w.1B |";
    expect(actionsOf(`${table}\n\n## More\n\n${other}`).at(-1)?.blockedOn).toEqual(["A1", "W.1b"]);
  });
});
