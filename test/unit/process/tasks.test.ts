/** Task list items as actions. */
import { describe, expect, test } from "vitest";
import { actionsOf, factsOf } from "./read";

test("each item counts, nested ones too, in the order of the document", () => {
  const body = `## Closure

- [ ] Print the tables
- [x] Measure high water
  - [X] at the mole
  - [ ] at the **lock**,
    twice
- no task

| # | Action | Owner |
|---|---|---|
| A1 | Ask | Pilot |

1. [ ] Sell them`;
  expect(actionsOf(body).map(({ text, status, source }) => `${source} ${status}: ${text}`)).toEqual([
    "task not-started: Print the tables",
    "task done: Measure high water",
    "task done: at the mole",
    "task not-started: at the lock, twice",
    "table not-started: Ask",
    "task not-started: Sell them",
  ]);
});

test("the range is the item's first line", () => {
  const text =
    "# Decisions Record — 7.1\n\n**Owner:** Pilot\n**Status:** Active\n\n---\n\n  - [ ] Print\n    more\r\n";
  const [action] = factsOf(text, "docs/product/decisions/7.1-tide-tables.md").actions;
  expect(action?.line).toBe(7);
  expect(action && text.slice(action.range.start, action.range.end)).toBe("  - [ ] Print");
});

test("empty items, placeholders, quotes and fences are nothing", () => {
  const body = `- [ ]
- [ ] {specification} updated ({version})
- [ ] TBD

> - [ ] quoted

\`\`\`
- [ ] in a fence
\`\`\``;
  expect(actionsOf(body)).toEqual([]);
});

test("an open item that is struck through is dropped", () => {
  expect(actionsOf("- [ ] ~~Print~~\n- [ ] ~~Print~~ Bind")).toMatchObject([
    { status: "dropped" },
    { status: "not-started" },
  ]);
});

describe("owner and date, where they are unmistakable", () => {
  const cases: readonly (readonly [item: string, owners: readonly string[], due: string | undefined])[] = [
    ["Print (Owner: Pilot, due 2026-03-02)", ["Pilot"], "2026-03-02"],
    ["Print — owner: QA Lead + Pilot", ["QA Lead", "Pilot"], undefined],
    ["Print (QA Lead, 2026-03-02)", ["QA Lead"], "2026-03-02"],
    ["Print — Head of Operations, 2026-03-02", ["Head of Operations"], "2026-03-02"],
    ["Print — Data & Charts Owner, by 2026-03-02", ["Data & Charts Owner"], "2026-03-02"],
    ["Print by 2026-03-02", [], "2026-03-02"],
    ["Print, deadline: 2026-03-02", [], "2026-03-02"],
    ["Print the table of 2026-03-02", [], undefined],
    ["Review complete — criteria can be derived (A10, 2026-03-02)", [], undefined],
    ["Tables updated — version bumped, 2026-03-02", [], undefined],
    ["Scope document status → Superseded", [], undefined],
  ];
  test.each(cases)("%s", (item, owners, due) => {
    expect(actionsOf(`- [ ] ${item}`)).toMatchObject([{ owners, due }]);
  });
});
