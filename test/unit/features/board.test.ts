/** The model of the board: columns, dependency charts, deadlines, compliance. */
import { expect, test } from "vitest";
import type { Board, ChartNode } from "../../../server/process/board-model";
import { boardOf, phaseGate, phaseGatePath } from "../../support/board-of";

const TIDES = phaseGate({
  id: "7.1",
  title: "Tides",
  state: "SPEC_DELIVERY",
  gates: "## Gate 1 — ✅ COMPLETE\n\n## Gate 2 — In progress\n\n## Gate 3 — Not started\n",
  rows: [
    ["A1", "Measure", "Harbour Lead", "2026-02-20", "✅ Complete", "—"],
    ["A2", "Print", "Printer", "2026-02-27", "In progress", "A1"],
    ["A3", "Bind", "Binder", "2026-03-04", "Blocked", "A2"],
    ["A4", "Ship", "Carrier", "2026-03-04", "Blocked", "A3 + Gate 3"],
    ["A5", "Tell", "Editor", "2026-03-09", "Blocked", "BLG-TECH-09"],
    ["A6", "Paint", "Painter", "ASAP", "Not started", "—"],
  ],
});

const DEFECT = phaseGate({
  id: "BLG-TECH-09",
  title: "Wrong moon",
  state: "TRIAGED",
  gates: "## Gate G1 — ✅ COMPLETE\n\n## Gate G2 — In progress\n",
  rows: [["B1", "Look", "Astronomer", "2026-02-25", "In progress", "—"]],
});

function columnsOf({ lanes }: Board): unknown {
  return lanes.map(({ lifecycle, closed, columns }) => [
    lifecycle,
    closed,
    columns
      .filter(({ cards }) => cards.length > 0)
      .map(({ kind, state, cards }) => [state === "" ? kind : state, cards.map(({ key }) => key)]),
  ]);
}

function describe(node: ChartNode): string {
  if (node.kind === "action") return `${node.step.action.id}${node.isCritical ? "!" : ""}`;
  if (node.kind === "gate") return `Gate ${node.gate.gate.gate}${node.isCritical ? "!" : ""}`;
  return node.card.key;
}

test("a work item stands in the column of its state, in the lane of its lifecycle", () => {
  const files = { [phaseGatePath("7.1")]: TIDES, [phaseGatePath("BLG-TECH-09")]: DEFECT };
  const model = boardOf(files);
  expect(columnsOf(model)).toEqual([
    ["feature", 0, [["SPEC_DELIVERY", ["7.1"]]]],
    ["defect", 0, [["TRIAGED", ["blg-tech-09"]]]],
  ]);
  const [feature] = model.lanes;
  expect(feature?.columns.map(({ state }) => state)).toEqual([
    "READINESS_AUDIT",
    "AWAITING_MEETING",
    "PRE_ALIGNMENT_MEETING",
    "SPEC_DELIVERY",
    "QA_REVIEW",
    "SCOPE_DOCUMENT",
    "IMPLEMENTATION_OPEN",
    "CLOSED",
  ]);
  expect(feature?.columns.filter(({ isFinal }) => isFinal).map(({ state }) => state)).toEqual(["CLOSED"]);
});

test("what names no state comes first, what has no gates goes through no lifecycle, what is closed is counted", () => {
  const unnamed = phaseGate({ id: "7.2", title: "Fog", gates: "## Gate R — In progress\n" });
  const closed = phaseGate({ id: "7.3", title: "Ice", state: "CLOSED", gates: "## Gate 5 — ✅ COMPLETE\n" });
  const row = ["C1", "Count", "Clerk", "2026-03-02", "Not started", "—"] as const;
  const files = {
    [phaseGatePath("7.1")]: TIDES,
    [phaseGatePath("7.2")]: unnamed,
    [phaseGatePath("7.3")]: closed,
    [phaseGatePath("7.4")]: phaseGate({ id: "7.4", title: "Wind", rows: [row] }),
    "docs/product/backlog.md": `# Backlog\n\n**Owner:** PMO Lead\n**Class:** Planning Document (Class 4)\n\n- [ ] Ask the harbour office — PMO Lead\n`,
  };
  expect(columnsOf(boardOf(files))).toEqual([
    [
      "feature",
      1,
      [
        ["unknown-state", ["7.2"]],
        ["SPEC_DELIVERY", ["7.1"]],
      ],
    ],
    [
      undefined,
      0,
      [
        ["no-lifecycle", ["7.4"]],
        ["no-work-item", ["/docs/product/backlog.md"]],
      ],
    ],
  ]);
});

test("a work item that only names its state is on the board", () => {
  const model = boardOf({
    [phaseGatePath("7.5")]: phaseGate({ id: "7.5", title: "Rain", state: "QA_REVIEW" }),
  });
  expect(columnsOf(model)).toEqual([["feature", 0, [["QA_REVIEW", ["7.5"]]]]]);
});

test("the most urgent comes first, what has no deadline last", () => {
  const late = (id: string, due: string) =>
    phaseGate({ id, title: "X", rows: [["A1", "Do", "One", due, "Not started", "—"]] });
  const files = {
    [phaseGatePath("8.1")]: late("8.1", "TBD"),
    [phaseGatePath("8.2")]: late("8.2", "2026-03-05"),
    [phaseGatePath("8.3")]: late("8.3", "2026-02-05"),
  };
  expect(columnsOf(boardOf(files))).toEqual([[undefined, 0, [["no-lifecycle", ["8.3", "8.2", "8.1"]]]]]);
  expect(boardOf(files).deadlines.map(({ card }) => card.key)).toEqual(["8.3", "8.2"]);
});

test("the chart leads to the next gate, with what lies outside of the work item and behind the gate", () => {
  const files = { [phaseGatePath("7.1")]: TIDES, [phaseGatePath("BLG-TECH-09")]: DEFECT };
  const [chart, ...others] = boardOf(files).charts;
  expect(others).toEqual([]);
  const names = new Map(chart?.nodes.map((node) => [node.id, describe(node)]));
  const edges = chart?.edges.map(
    ({ from, to, isCritical }) => `${names.get(from)} ${isCritical ? "=>" : "->"} ${names.get(to)}`,
  );
  expect(edges?.toSorted()).toEqual(
    [
      "A2! => A3!",
      "A3! => A4!",
      "A4! => Gate 2!",
      "A5 -> Gate 2!",
      "Gate 3 -> A4!",
      "blg-tech-09 -> A5",
    ].toSorted(),
  );
  expect(chart?.loose).toBe(1);
});

test("nodes come in the order in which they can be done, circles and all", () => {
  const rows = [
    ["A1", "Last", "One", "2026-03-05", "Blocked", "A2"],
    ["A2", "Middle", "Two", "2026-03-04", "Blocked", "A3"],
    ["A3", "First", "Three", "2026-03-03", "Not started", "—"],
    ["A4", "Hen", "Four", "2026-03-03", "Blocked", "A5"],
    ["A5", "Egg", "Five", "2026-03-03", "Blocked", "A4"],
  ] as const;
  const [chart] = boardOf({ [phaseGatePath("7.6")]: phaseGate({ id: "7.6", title: "Eggs", rows }) }).charts;
  expect(chart?.nodes.map(describe)).toEqual(["A3!", "A2!", "A1!"]);
  expect(chart?.loose).toBe(2);
});

test("an action that comes after the next gate does not lead to it", () => {
  const gates = "## Gate 2 — In progress\n\n## Gate 3 — Not started\n";
  const rows = [
    ["A1", "Before", "One", "2026-03-02", "Not started", "—"],
    ["A2", "Then", "Two", "2026-03-03", "Blocked", "A1"],
    ["A3", "After", "Three", "2026-03-04", "Blocked", "Gate 2"],
    ["A4", "Long after", "Four", "2026-03-05", "Blocked", "A3"],
  ] as const;
  const [chart] = boardOf({
    [phaseGatePath("7.7")]: phaseGate({ id: "7.7", title: "Eels", gates, rows }),
  }).charts;
  const names = new Map(chart?.nodes.map((node) => [node.id, describe(node).replace("!", "")]));
  expect(chart?.edges.map(({ from, to }) => `${names.get(from)} ${names.get(to)}`).toSorted()).toEqual([
    "A1 A2",
    "A2 Gate 2",
    "A3 A4",
    "Gate 2 A3",
  ]);
});

test("compliance counts errors and warnings by class, and names the worst document", () => {
  const header = (owner: string) =>
    `# T\n\n${owner}**Status:** Canonical\n**Version:** 1.0\n**Last Updated:** 2026-02-18\n\nText.\n`;
  const model = boardOf({
    "docs/specs/a.md": header("**Owner:** PMO Lead\n"),
    "docs/specs/b.md": header(""),
    "docs/specs/c.md": "# T\n\n**Status:** Nowhere\n",
    "elsewhere.md": "# Nobody's\n",
  });
  expect(model.compliance).toEqual([
    {
      className: "Canonical (Class 1)",
      documents: 3,
      clean: 1,
      worst: { path: "docs/specs/c.md", findings: expect.any(Number) },
    },
  ]);
});
