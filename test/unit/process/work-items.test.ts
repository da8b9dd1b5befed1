/** The work item of a document, its state, and whether anything in the document is open. */
import { describe, expect, test } from "vitest";
import { factsOf, PHASE_GATE } from "./read";

const document = (title: string, fields: string, body = ""): string =>
  `# ${title}\n\n**Owner:** PMO Lead\n${fields}\n\n---\n\n${body}\n`;

describe("which work item", () => {
  const cases: readonly (readonly [title: string, fields: string, path: string, id: string | undefined])[] = [
    ["Phase Gate Document — Tides", "**Feature:** 7.1 — Tide tables", "x-phase-gate.md", "7.1"],
    ["Phase Gate Document — Tides", "**Item:** BLG-TECH-02", "x-phase-gate.md", "BLG-TECH-02"],
    [
      "Lessons Learnt — Tides",
      "**Items:** BLG-TECH-02 — Tables\nBLG-TECH-03 — Charts",
      "x.md",
      "BLG-TECH-02",
    ],
    ["Phase Gate Document — Tides", "**Feature:** Roadmap item 7.1 — Tide tables", "x.md", "7.1"],
    ["Phase Gate Document — Tides", "**Feature:** Tide tables", "7.1-tide-tables-phase-gate.md", "7.1"],
    ["Phase Gate Document — Tides", "**Feature:** Tide tables, v1.6", "QWB_tide_tables_phase_gate.md", "QWB"],
    ["Phase Gate Document — Tides", "", "BLG-TECH-02 + BLG-TECH-03: Tides.md", "BLG-TECH-02"],
    ["Phase Gate Document — Tides", "", "7.1 — Tide tables.md", "7.1"],
    ["Phase Gate Document — BLG-TECH-02 Tides", "", "tides.md", "BLG-TECH-02"],
    ["7.1 — Tides", "", "tides.md", "7.1"],
    ["Notes for release 2.4", "", "Notes-first.md", undefined],
    ["Tides", "", "System_report.md", undefined],
  ];
  test.each(cases)("%s | %s | %s", (title, fields, name, id) => {
    const path = `docs/product/phase_gates/${name}`;
    expect(factsOf(document(title, `**Status:** Active\n${fields}`), path).workItem).toBe(id);
  });

  test("a scope document names its roadmap item", () => {
    const text = document("Scope Document — Tides", "**Status:** Draft\n**Roadmap item:** 7.1");
    expect(factsOf(text, "docs/product/scope/Scope tides.md").workItem).toBe("7.1");
  });

  test("the title loses kind and id", () => {
    const titleOf = (title: string): string | undefined =>
      factsOf(document(title, "**Status:** Active"), PHASE_GATE).workItemTitle;
    expect(titleOf("Phase Gate Document — 7.1 Tide Tables")).toBe("Tide Tables");
    expect(titleOf("Phase Gate Document — Tide Tables")).toBe("Tide Tables");
    expect(titleOf("Phase Gate Document — BLG-TECH-02 + BLG-TECH-03: Tides & Charts")).toBe("Tides & Charts");
    expect(titleOf("Tide Tables — the long way")).toBe("Tide Tables — the long way");
    expect(titleOf("7.1")).toBe("7.1");
  });
});

describe("state", () => {
  const stateOf = (block: string): [string | undefined, boolean] => {
    const { state, workItemClosed } = factsOf(
      document("T", "**Status:** Active", `## Current Status\n\n${block}`),
    );
    return [state, workItemClosed];
  };
  const fence = (line: string): string =>
    `\`\`\`\nAs of:           today\n${line}\nNext gate:       Gate 2\n\`\`\``;

  test("the status block names it by any of its names", () => {
    expect(stateOf(fence("Current state:   SPEC_DELIVERY"))).toEqual(["SPEC_DELIVERY", false]);
    expect(stateOf(fence("Current phase:   Phase 0 — Readiness Audit"))).toEqual(["READINESS_AUDIT", false]);
    expect(stateOf(fence("Current state:   FIX IN PROGRESS"))).toEqual(["FIX IN PROGRESS", false]);
    expect(stateOf(fence("Current state:   {state}"))).toEqual([undefined, false]);
    expect(stateOf(fence("Who acts next:   Implementation team"))).toEqual([undefined, false]);
  });

  test("the last state closes the work item", () => {
    expect(stateOf(fence("Current state:   CLOSED ✅"))).toEqual(["CLOSED", true]);
    expect(stateOf(fence("Current phase:   Shipped (2026-03-02)"))).toEqual(["CLOSED", true]);
    expect(stateOf(fence("Current phase:   Shipping Closure — in progress"))).toEqual(["CLOSED", false]);
  });

  test("lists and paragraphs do as well as a fence", () => {
    expect(stateOf("- **Current state:** QA_REVIEW")[0]).toBe("QA_REVIEW");
    expect(stateOf("Current state: QA_REVIEW")[0]).toBe("QA_REVIEW");
  });
});

describe("closed", () => {
  const closedOf = (status: string, path: string): boolean =>
    factsOf(document("Tides", `**Class:** x\n${status}`, "- [ ] Ask"), path).closed;

  test("filed, archived and superseded documents hold nothing open", () => {
    expect(closedOf("**Status:** Active", PHASE_GATE)).toBe(false);
    expect(closedOf("**Status:** Filed", PHASE_GATE)).toBe(true);
    expect(closedOf("**Status:** Active\n**Date Filed:** 2026-03-02", PHASE_GATE)).toBe(true);
    const decisions = "docs/product/decisions/7.1-tides.md";
    expect(closedOf("**Status:** Draft", decisions)).toBe(false);
    expect(closedOf("**Status:** Superseded", decisions)).toBe(true);
    expect(closedOf("**Status:** Archived", decisions)).toBe(true);
  });

  test("a filed document with gates closes its work item, another one does not", () => {
    const gates = factsOf(document("Tides", "**Status:** Filed", "## Gate G1 — PASSED"), PHASE_GATE);
    expect(gates.workItemClosed).toBe(true);
    const lessons = factsOf(
      document("Tides", "**Status:** Filed"),
      "docs/product/lessons_learnt/7.1-t-lessons.md",
    );
    expect(lessons).toMatchObject({ closed: true, workItemClosed: false });
  });
});

describe("which documents", () => {
  const body = "- [ ] Ask\n\n## Gate R\n";

  test("guides and documents of no class have no actions", () => {
    const status = "**Status:** Canonical\n**Version:** 1.0";
    expect(factsOf(document("Run", status, body), "docs/team_skills/pmo/processes/run.md").actions).toEqual(
      [],
    );
    expect(factsOf(`# Notes\n\n${body}`, "notes.md")).toMatchObject({
      actions: [],
      gates: [],
      workItem: undefined,
    });
  });

  test("nor has a template", () => {
    const facts = factsOf(document("Phase Gate Document — {Feature Name}", "**Status:** Active", body));
    expect(facts).toMatchObject({ actions: [], gates: [] });
    expect(
      factsOf(document("Phase Gate — `{id}` in names", "**Status:** Active", body)).actions,
    ).toHaveLength(1);
  });

  test("the class may be said by the header", () => {
    const text = document("Plan", "**Class:** Planning Document (Class 4)\n**Status:** Draft", body);
    expect(factsOf(text, "anywhere.md").actions).toHaveLength(1);
  });
});
