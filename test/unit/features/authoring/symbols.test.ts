/** The outline of a document, and what is found by name in the workspace. */
import { describe, expect, test } from "vitest";
import { type DocumentSymbol, documentSymbols } from "../../../../server/features/authoring/document-symbols";
import { SymbolIndex } from "../../../../server/features/authoring/workspace-symbols";
import { action, document as facts } from "../../../support/process-facts";
import { CURSOR, contextAt, fileWithCursor } from "./workspace";

const SPEC = "docs/specs/moorings.md";
const GATES = "docs/product/phase_gates/7.1-tide-tables-phase-gate.md";
const DECISIONS = "docs/product/decisions/7.1-tide-tables.md";

/** `kind name [detail]`, indented; a field's key stands for its line. */
function outline(path: string, text: string, headings = true): string {
  const { document } = contextAt(path, `${text}${CURSOR}`);
  const lines = (symbols: readonly DocumentSymbol[], depth: number): readonly string[] =>
    symbols.flatMap(({ name, detail, kind, range, selection, children }) => {
      expect(selection.start).toBeGreaterThanOrEqual(range.start);
      expect(selection.end).toBeLessThanOrEqual(range.end);
      for (const child of children) {
        expect(child.range.start).toBeGreaterThanOrEqual(range.start);
        expect(child.range.end).toBeLessThanOrEqual(range.end);
      }
      const end = detail === "" ? "" : ` [${detail}]`;
      return [`${"  ".repeat(depth)}${kind} ${name}${end}`, ...lines(children, depth + 1)];
    });
  return lines(documentSymbols(document, headings), 0).join("\n");
}

const gateDocument = fileWithCursor(GATES, "# Phase").replace(CURSOR, "");

describe("outline", () => {
  test("gates, items and actions in their sections, the header with its fields", () => {
    expect(outline(GATES, gateDocument)).toBe(
      `section Phase Gate Document — 7.1 Tide Tables
  header Phase gate document [Active]
    field Owner [PMO Lead]
    field Class [Delivery Record (Class 7)]
    field Status [Active]
    field Feature [7.1 — Tide tables]
    field Version [v1.0]
    field Date Filed [—]
  gate Gate R — READINESS_AUDIT → AWAITING_MEETING [not started]
    gate-item R.1 — Tables read [pending]
  section Action Register
    action A-S01 Read the tables [in progress · Pilot Lead]
    action A-S02 Print them [not started · Chart Owner]`,
    );
  });

  test("items within the block of their gate", () => {
    const block =
      "```\nGate 1.1 — Read\n  Evidence: `a`\n            b\nGate 1.2 — Print\n  Evidence: [PENDING]\n```";
    const text = `# Phase Gate Document — 7.1 Tides\n\n**Status:** Active\n\n## Gate 1 — ✅ COMPLETE\n\n${block}\n\n### Notes\n`;
    expect(outline(GATES, text.replaceAll("\n", "\r\n"))).toContain(
      "\n  gate Gate 1 — PRE_ALIGNMENT_MEETING → SPEC_DELIVERY [pending]\n    gate-item 1.1 — Read [pending]\n    gate-item 1.2 — Print [pending]\n    section Notes",
    );
  });

  test("decisions and deviations", () => {
    const record =
      "# Decisions Record — 7.1 Tides\n\n**Status:** Active\n\n## Decisions\n\n### Decision 1 — Datum\n\n#### Why\n\n### D2: Unit";
    expect(outline(DECISIONS, record)).toContain(
      "  section Decisions\n    decision Decision 1 — Datum\n      section Why\n    decision D2 — Unit",
    );
    const spec = "# Moorings\n\n**Status:** Draft\n\n## Known Limitations\n\n- Wet\n- Late\n\n## Use";
    expect(outline(SPEC, spec)).toContain(
      "  section Known Limitations\n    deviation Wet\n    deviation Late\n  section Use",
    );
  });

  test("beside headings that the editor lists itself only what they do not tell", () => {
    expect(outline(GATES, gateDocument, false)).toBe(
      `gate Gate R — READINESS_AUDIT → AWAITING_MEETING [not started]
  gate-item R.1 — Tables read [pending]
section Action Register
  action A-S01 Read the tables [in progress · Pilot Lead]
  action A-S02 Print them [not started · Chart Owner]`,
    );
    expect(outline(SPEC, "# Moorings\n\n**Status:** Draft\n\n## Use\n\n### Winter", false)).toBe("");
  });

  test("sections keep their order and nesting, whatever their levels", () => {
    const text = "### A\n\n# B\n\n### C\n\n## D\n\n#\n\n###### E";
    expect(outline(SPEC, text)).toBe(
      "section A\nsection B\n  section C\n  section D\nsection #\n  section E",
    );
  });
});

describe("workspace symbols", () => {
  const found = (query: string, most = 10) => {
    const { workspace } = contextAt(SPEC, `# Moorings${CURSOR}\n`);
    return new SymbolIndex()
      .find(query, workspace.documents(), most)
      .map(({ symbol: { kind, name, container } }) => `${kind} ${name} | ${container}`);
  };

  test("by words, whatever their case, the closest first", () => {
    expect(found("TIDES")[0]).toBe("document Tides | docs/specs/tides.md");
    expect(found("a-s0")).toEqual([
      "action A-S01 Read the tables | Tide Tables",
      "action A-S02 Print them | Tide Tables",
    ]);
    expect(found("tables")).toEqual([
      "document Phase Gate Document — 7.1 Tide Tables | docs/product/phase_gates/7.1-tide-tables-phase-gate.md",
      "action A-S01 Read the tables | Tide Tables",
    ]);
    expect(found("gate r")[0]).toBe("gate Gate R — READINESS_AUDIT → AWAITING_MEETING | Tide Tables");
  });

  test("by letters in their order", () => {
    expect(found("prtthm")).toEqual(["action A-S02 Print them | Tide Tables"]);
    expect(found("mehttnirp")).toEqual([]);
  });

  test("documents for nothing typed, and no more than are asked for", () => {
    expect(found("", 3)).toHaveLength(3);
    expect(found("").every((each) => each.startsWith("document "))).toBe(true);
  });

  test("what begins with the words comes before what holds them, among more than are given", () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      facts(
        `a${index}.md`,
        { actions: [action(`X-${index}`, "blocked", { text: "see tide" })] },
        `Low ${index}`,
      ),
    );
    const wanted = facts("z.md", {}, "Tide");
    const names = (query: string) =>
      new SymbolIndex().find(query, [...many, wanted], 5).map(({ symbol }) => symbol.name);
    expect(names("tide")[0]).toBe("Tide");
    expect(names("tide")).toHaveLength(5);
    expect(names("see")).toHaveLength(5);
  });

  test("what was found before follows documents that change, come, go and change places", () => {
    const moor = facts("a.md", { actions: [action("X-1", "blocked", { text: "moor" })] }, "Moorings");
    const tides = facts("b.md", { actions: [action("X-2", "blocked", { text: "tide" })] }, "Tides");
    const fog = facts("c.md", { actions: [action("X-3", "blocked", { text: "fog" })] }, "Fog");
    const edited = facts("b.md", { actions: [action("X-2", "done"), action("X-4", "blocked")] }, "Ebb");
    const index = new SymbolIndex();
    for (const documents of [[moor, tides], [moor, edited, fog], [fog, moor], [tides], [], [moor, tides]])
      for (const query of ["", "x-", "t", "moor", "tides", "ebb", "fo"])
        expect(index.find(query, documents, 10)).toEqual(new SymbolIndex().find(query, documents, 10));
  });

  test("what was read in advance is found all the same, and pauses after each document", () => {
    const moor = facts("a.md", { actions: [action("X-1", "blocked", { text: "moor" })] }, "Moorings");
    const tides = facts("b.md", {}, "Tides");
    const index = new SymbolIndex();
    const pauses = [...index.prepare([moor, tides])].length;
    expect(pauses).toBe(2);
    expect(index.find("moor", [moor, tides], 10)).toEqual(new SymbolIndex().find("moor", [moor, tides], 10));
    expect(index.find("moor", [moor, tides], 10)).toHaveLength(2);
  });
});
