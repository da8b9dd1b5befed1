/** The rows of the tree *Pending Gates*. */
import { describe, expect, it } from "vitest";
import { createPendingGates } from "../../client/views/pending-gates/model";
import { createDates } from "../../client/words";
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
  uri,
  range,
  ...given,
});

const group = (gates: readonly GateNode[], given: Partial<GateGroup> = {}): GateGroup => ({
  uri,
  path: "docs/gate.md",
  workItem: "3.4",
  title: "3.4 — Group rides",
  state: "SPEC_DELIVERY",
  next: gates[0]?.gate ?? "",
  waitsFor: ["Service API Owner"],
  by: "2026-02-25",
  pending: gates.length,
  gates,
  ...given,
});

const dates = createDates("en", "2026-02-24");

const noFolder = () => "";

const noneToLoad = async (): Promise<never> => {
  throw new Error("there is nothing to load");
};

const create = (gates: readonly GateNode[], given: Partial<GateGroup> = {}) =>
  createPendingGates([group(gates, given)], dates, fill, noFolder, noneToLoad).nodes[0];

describe("the tree Pending Gates", () => {
  it("names the folder in a workspace of several ones", () => {
    const [row] = createPendingGates([group([gate({})])], dates, fill, () => "harbour", noneToLoad).nodes;
    expect(row?.description).toBe("harbour · waits for Service API Owner · Feb 25");
    expect(row?.sentence).toMatch(/; harbour$/);
    expect(row?.tooltip).toContain("Document: harbour · docs/gate\\.md");
  });

  it("names the work item, where it stands and the gate to come, and for whom it waits", () => {
    const row = create([gate({}), gate({ gate: "3", status: "not-started", items: [] })]);
    expect(row).toMatchObject({
      label: "3.4 · SPEC_DELIVERY → Gate 2",
      description: "waits for Service API Owner · Feb 25",
      state: "open",
      sentence:
        "3.4 · Group rides: next is Gate 2; waits for Service API Owner; due Wednesday, February 25, 2026",
    });
    expect(row?.tooltip).toContain("**3\\.4 · Group rides**");
    expect(create([gate({})], { workItem: null, state: null })?.label).toBe("3.4 — Group rides · Gate 2");
  });

  it("names two who can act, and counts more; a day that is over is overdue", () => {
    const describeFor = (given: Partial<GateGroup>) => create([gate({})], given)?.description;
    expect(describeFor({ waitsFor: ["A", "B"], by: null })).toBe("waits for A and B");
    expect(describeFor({ waitsFor: ["A", "B", "C"], by: "2026-02-23" })).toBe(
      "waits for A and 2 more · Feb 23 · overdue",
    );
    expect(describeFor({ waitsFor: [], by: null })).toBe("");
  });

  it("shows of a gate its progress and its items, those that have passed with a check", () => {
    const row = create([gate({})])?.children()[0];
    expect(row).toMatchObject({
      label: "Gate 2",
      description: "next · 1 of 2 passed · SPEC_DELIVERY → QA_REVIEW",
      target: { uri, range },
    });
    expect(row?.children()).toHaveLength(2);
    expect(row?.children()[0]).toMatchObject({
      label: "2.1  Spec actions complete",
      description: "evidence, validation",
      sentence: "2.1: Spec actions complete; pending; still needs evidence, validation",
      target: { uri, range },
    });
    expect(row?.children()[1]).toMatchObject({
      description: "",
      icon: { id: "pass", color: "charts.green" },
      sentence: "2.2: Spec actions complete; passed",
      context: "docket.gateItem passed",
    });
  });

  it("asks for the gates of a work item when they are looked at", async () => {
    const asked: string[] = [];
    const load = async (key: string) => {
      asked.push(key);
      return [gate({})];
    };
    const [row] = createPendingGates([group([], { gates: null })], dates, fill, noFolder, load).nodes;
    expect((await row?.load?.())?.map(({ label }) => label)).toEqual(["Gate 2"]);
    expect(asked).toEqual([uri]);
    expect(row?.state).toBe("closed");
  });

  it("opens the next gate, and leaves those after it closed", () => {
    const gates = create([
      gate({}),
      gate({ gate: "3", status: "not-started", items: [item({ id: "3.1" })] }),
    ])?.children();
    expect(gates?.map(({ state, description }) => [state, description])).toEqual([
      ["open", "next · 1 of 2 passed · SPEC_DELIVERY → QA_REVIEW"],
      ["closed", "not started · SPEC_DELIVERY → QA_REVIEW"],
    ]);
  });

  it("says what failed, in red", () => {
    const failed = gate({ status: "failed", items: [item({ status: "failed", missing: ["confirmation"] })] });
    const row = create([failed])?.children()[0];
    expect(row).toMatchObject({
      description: "next · 0 of 1 passed · 1 failed · SPEC_DELIVERY → QA_REVIEW",
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
    expect(describeOnly({})).toBe("next · pending");
    expect(describeOnly({ status: "failed" })).toBe("next · failed");
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
      description: "next · 1 of 1 passed · ready to advance · SPEC_DELIVERY → QA_REVIEW",
      state: "open",
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
