/** The longest chain of open actions, against one that is found by trying all; circles and unknown ids hold nothing up. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OpenStep, type PlacedAction, planActions } from "../../../server/process/critical-path";
import type { Action } from "../../../server/process/types";

type Part = Pick<Action, "id"> & Partial<Action>;

function placed(part: Part, path = "a.md"): PlacedAction {
  const action: Action = {
    text: "",
    owners: [],
    due: undefined,
    dueText: "",
    status: "not-started",
    blockedOn: [],
    evidence: "",
    workItem: "3.2",
    source: "table",
    columns: [],
    range: { start: 0, end: 0 },
    line: 0,
    ...part,
  };
  return { path, action };
}

const TODAY = "2026-02-20";

const ids = (steps: readonly OpenStep[]) => steps.map(({ action }) => action.id);
const plan = (...parts: readonly Part[]) =>
  planActions(
    parts.map((part) => placed(part)),
    TODAY,
  );

describe("the critical path", () => {
  test("is the longest chain, what is done first in front", () => {
    const { criticalPath } = plan(
      { id: "A3", blockedOn: ["a2"] },
      { id: "A1" },
      { id: "A2", blockedOn: ["A1", "B1"] },
      { id: "B1" },
    );
    expect(ids(criticalPath)).toEqual(["A1", "A2", "A3"]);
  });

  test("leaves out what is done or dropped, and what nobody knows", () => {
    const { steps, criticalPath } = plan(
      { id: "A1", status: "done" },
      { id: "A2", status: "blocked", blockedOn: ["A1", "Gate 2", "X9"] },
      { id: "A3", blockedOn: ["A2"] },
      { id: "A4", status: "dropped", blockedOn: ["A3"] },
    );
    expect(ids(criticalPath)).toEqual(["A2", "A3"]);
    expect(steps[0]?.waitsFor).toEqual([]);
  });

  test("goes around circles", () => {
    const { steps, criticalPath } = plan(
      { id: "A1", blockedOn: ["A2"] },
      { id: "A2", blockedOn: ["A1", "B1"] },
      { id: "B1", blockedOn: ["B1"] },
      { id: "C1", due: "2026-03-01", blockedOn: ["A1"] },
    );
    expect(ids(criticalPath)).toEqual(["A1", "C1"]);
    expect(steps.map((step) => ids(step.waitsFor))).toEqual([[], ["B1"], [], ["A1"]]);
  });

  test("of two chains of one length is the one that ends last", () => {
    const { criticalPath } = plan(
      { id: "A1", due: "2026-03-01" },
      { id: "A2", due: "2026-03-09" },
      { id: "A3" },
    );
    expect(ids(criticalPath)).toEqual(["A2"]);
    expect(plan().criticalPath).toEqual([]);
  });

  test("takes an id of its own document before that of another", () => {
    const { criticalPath } = planActions(
      [
        placed({ id: "A1", text: "other" }, "b.md"),
        placed({ id: "A1", text: "own" }),
        placed({ id: "A2", blockedOn: ["A1"] }),
        placed({ id: "C1", blockedOn: ["A2"] }, "b.md"),
      ],
      TODAY,
    );
    expect(criticalPath.map(({ action }) => action.text || action.id)).toEqual(["own", "A2", "C1"]);
  });
});

test("slack is the days to the earliest deadline of what waits", () => {
  const { steps } = plan(
    { id: "A1", due: "2026-02-26" },
    { id: "A2", due: "2026-03-02", blockedOn: ["A1"] },
    { id: "A3", blockedOn: ["A2"] },
    { id: "A4", due: "2026-03-01", blockedOn: ["A3"] },
    { id: "A5" },
  );
  // A2 is due a day after what waits for it by way of A3
  expect(steps.map(({ slack }) => slack)).toEqual([3, -1, undefined, undefined, undefined]);
});

test("what is late has the days from today on", () => {
  const { steps } = plan(
    { id: "A1", due: "2026-02-10" },
    { id: "A2", due: "2026-02-12", blockedOn: ["A1"] },
    { id: "A3", due: "2026-02-24", blockedOn: ["A2"] },
  );
  expect(steps.map(({ slack }) => slack)).toEqual([4, 4, undefined]);
});

/** By trying every way on, without ever coming back. */
function longest(edges: readonly (readonly number[])[]): number {
  const reach = edges.map((_, from) => {
    const seen = new Set<number>();
    const open = [...(edges[from] ?? [])];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...(edges[at] ?? []));
    }
    return seen;
  });
  const chain = (at: number): number =>
    1 + Math.max(0, ...(edges[at] ?? []).filter((other) => reach[other]?.has(at) !== true).map(chain));
  return Math.max(0, ...edges.map((_, at) => chain(at)));
}

test("no graph has a longer chain, and none breaks it", () => {
  const graph = fc
    .integer({ min: 0, max: 9 })
    .chain((count) =>
      fc.array(fc.array(fc.nat({ max: 11 }), { maxLength: 4 }), { minLength: count, maxLength: count }),
    );
  fc.assert(
    fc.property(graph, (written) => {
      const { steps, criticalPath } = plan(
        ...written.map((waitsFor, at) => ({ id: `A${at}`, blockedOn: waitsFor.map((each) => `A${each}`) })),
      );
      const edges = written.map((waitsFor, at) =>
        [...new Set(waitsFor)].filter((each) => each < written.length && each !== at),
      );
      expect(criticalPath.length).toBe(longest(edges));
      for (const [at, step] of criticalPath.entries())
        if (at > 0) expect(step.waitsFor).toContain(criticalPath[at - 1]);
      expect(steps.length).toBe(written.length);
    }),
    { numRuns: 500 },
  );
});

test("a chain of a hundred thousand actions is planned", () => {
  const { criticalPath } = plan(
    ...Array.from({ length: 100_000 }, (_, at) => ({ id: `A${at}`, blockedOn: [`A${at + 1}`] })),
  );
  expect(criticalPath).toHaveLength(100_000);
});
