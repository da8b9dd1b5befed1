/** The rows of the tree *Pending Gates*. */
import { describe, expect, it } from "vitest";
import { createPendingGates } from "../../client/views/pending-gates/model";
import type { GateGroup, GateItemNode, GateNode } from "../../server/protocol/messages";
import { fill } from "./fill";

const uri = "file:///repository/gate.md";
const range = { start: { line: 7, character: 0 }, end: { line: 7, character: 40 } };

const item = (given: Partial<GateItemNode>): GateItemNode => ({
  id: "2.1",
  title: "Spec actions complete",
  status: "pending",
  missing: ["evidence", "validation"],
  range,
  ...given,
});

const gate = (given: Partial<GateNode>): GateNode => ({
  gate: "2",
  title: "SPEC_DELIVERY → QA_REVIEW",
  status: "pending",
  ready: false,
  items: [item({}), item({ id: "2.2", status: "passed", missing: [] })],
  range,
  ...given,
});

const group = (gates: readonly GateNode[]): GateGroup => ({
  uri,
  path: "docs/gate.md",
  workItem: "3.4",
  title: "3.4 — Group rides",
  gates,
});

const create = (gates: readonly GateNode[]) => createPendingGates([group(gates)], fill).nodes[0];

describe("the tree Pending Gates", () => {
  it("names the work item and the gate that it waits for", () => {
    expect(create([gate({}), gate({ gate: "3", status: "not-started", items: [] })])).toMatchObject({
      label: "3.4 · Group rides",
      description: "next: Gate 2",
      state: "open",
    });
  });

  it("shows of a gate its progress and the items that have not passed", () => {
    const row = create([gate({})])?.children()[0];
    expect(row).toMatchObject({
      label: "Gate 2",
      description: "1 of 2 passed · SPEC_DELIVERY → QA_REVIEW",
      target: { uri, range },
    });
    expect(row?.children()).toHaveLength(1);
    expect(row?.children()[0]).toMatchObject({
      label: "2.1  Spec actions complete",
      description: "evidence, validation",
      sentence: "2.1: Spec actions complete; pending; still needs evidence, validation",
      target: { uri, range },
    });
  });

  it("opens the next gate, and leaves those after it closed", () => {
    const gates = create([
      gate({}),
      gate({ gate: "3", status: "not-started", items: [item({ id: "3.1" })] }),
    ])?.children();
    expect(gates?.map(({ state, description }) => [state, description])).toEqual([
      ["open", "1 of 2 passed · SPEC_DELIVERY → QA_REVIEW"],
      ["closed", "not started · SPEC_DELIVERY → QA_REVIEW"],
    ]);
  });

  it("says what failed, in red", () => {
    const failed = gate({ status: "failed", items: [item({ status: "failed", missing: ["confirmation"] })] });
    const row = create([failed])?.children()[0];
    expect(row).toMatchObject({
      description: "0 of 1 passed · 1 failed · SPEC_DELIVERY → QA_REVIEW",
      icon: { id: "error", color: "charts.red" },
    });
    expect(row?.children()[0]).toMatchObject({
      description: "failed · confirmation",
      icon: { id: "error", color: "charts.red" },
    });
  });

  it("shows a gate that has no items by what is said of it", () => {
    const describeOnly = (given: Partial<GateNode>) =>
      create([gate({ title: "", items: [], ...given })])?.children()[0]?.description;
    expect(describeOnly({})).toBe("pending");
    expect(describeOnly({ status: "failed" })).toBe("failed");
  });

  it("names an item without a number by its title", () => {
    const row = create([gate({ items: [item({ id: "" })] })])
      ?.children()[0]
      ?.children()[0];
    expect(row).toMatchObject({
      label: "Spec actions complete",
      sentence: "Spec actions complete; pending; still needs evidence, validation",
    });
  });

  it("leaves out gates that have passed, and work items with no other", () => {
    const passed = gate({ gate: "1", status: "passed" });
    expect(
      create([passed, gate({})])
        ?.children()
        .map(({ label }) => label),
    ).toEqual(["Gate 2"]);
    expect(createPendingGates([group([passed])], fill).nodes).toEqual([]);
  });

  it("has an id for every row", () => {
    const root = create([gate({ items: [item({}), item({})] }), gate({})]);
    const rows = [
      root,
      ...(root?.children() ?? []),
      ...(root?.children() ?? []).flatMap(({ children }) => children()),
    ];
    expect(new Set(rows.map((row) => row?.id)).size).toBe(rows.length);
  });

  it("keeps a gate whose items pass until it is advanced, and offers what is missing first", () => {
    const done = { items: [item({ status: "passed", missing: [] })], status: "passed" } as const;
    const passing = gate({ ...done, ready: true });
    const [ready, next, early] =
      create([passing, gate({ gate: "3" }), { ...passing, gate: "4" }])?.children() ?? [];
    expect(ready).toMatchObject({
      context: "docket.gate ready",
      gate: { uri, gate: "2" },
      description: "1 of 1 passed · ready to advance · SPEC_DELIVERY → QA_REVIEW",
      state: "leaf",
    });
    expect(next).toMatchObject({ context: "docket.gate" });
    expect(early).toMatchObject({
      context: "docket.gate",
      description: "1 of 1 passed · SPEC_DELIVERY → QA_REVIEW",
    });
    expect(next?.children()[0]).toMatchObject({
      context: "docket.gateItem evidence",
      gateItem: {
        uri,
        id: "2.1",
        title: "Spec actions complete",
        line: 7,
        missing: ["evidence", "validation"],
      },
    });
  });
});
