/** What must not change what is read: white space, alignment, other names of columns; and what must never throw. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Action, Gate, ProcessFacts } from "../../../server/process/types";
import { bodyFacts, factsOf, PHASE_GATE, policyOf } from "./read";

const policy = policyOf();
const { actionColumns } = policy.process;
type Column = keyof typeof actionColumns;
const COLUMNS: readonly Column[] = ["id", "text", "owner", "due", "status", "blockedOn", "evidence"];

const cell: Record<Column, fc.Arbitrary<string>> = {
  id: fc.integer({ min: 1, max: 30 }).map((n) => `A-${String(n).padStart(2, "0")}`),
  text: fc.constantFrom(
    "Ask the pilot again",
    "Join `a \\| b` to *c*",
    "潮汐表を印刷する",
    "Print 🌊 the `tide_table`",
  ),
  owner: fc.constantFrom("Pilot", "Charts & Tides Owner + QA Lead", "—", ""),
  due: fc.constantFrom("2026-03-02", "2026-03-02T12:00:00Z", "ASAP", "2 March 2026", ""),
  status: fc.constantFrom("✅ Complete", "🔴 Blocked", "⬜ Not started", "🟡 In progress", "Invalidated", ""),
  blockedOn: fc.constantFrom("—", "A-01 + A-02 printed", "A-03–A-05", "Gate 2.1"),
  evidence: fc.constantFrom("—", "`log.md` v1.2", "commit 41c0d9e"),
};
const rows = fc.array(fc.record(cell), { minLength: 1, maxLength: 6 });

interface Layout {
  readonly names: Readonly<Record<Column, string>>;
  /** Blanks behind each cell. */
  readonly pad: number;
  readonly outerPipes: boolean;
  readonly before: string;
}

const PLAIN: Layout = {
  names: Object.fromEntries(COLUMNS.map((each) => [each, actionColumns[each][0] ?? each])) as Record<
    Column,
    string
  >,
  pad: 1,
  outerPipes: true,
  before: "",
};

const layouts: fc.Arbitrary<Layout> = fc.record({
  names: fc.record(
    Object.fromEntries(COLUMNS.map((each) => [each, fc.constantFrom(...actionColumns[each])])) as Record<
      Column,
      fc.Arbitrary<string>
    >,
  ),
  pad: fc.integer({ min: 1, max: 30 }),
  outerPipes: fc.boolean(),
  before: fc.constantFrom("", "\n", "\n\n\n", "Some words.\n\n"),
});

function render(values: readonly Readonly<Record<Column, string>>[], layout: Layout): string {
  const line = (cells: readonly string[]): string => {
    const joined = cells.map((each) => each.padEnd(layout.pad)).join(" | ");
    return layout.outerPipes ? `| ${joined} |` : `x | ${joined}`;
  };
  const head = line(COLUMNS.map((each) => layout.names[each]));
  const delimiter = line(COLUMNS.map(() => "---")).replace("x", "---");
  return `${layout.before}${[head, delimiter, ...values.map((row) => line(COLUMNS.map((each) => row[each])))].join("\n")}\n\nEnd.`;
}

const bare = ({ range, line, ...rest }: Action): Omit<Action, "range" | "line"> => rest;

test("an action says the same in every layout of its table", () => {
  fc.assert(
    fc.property(rows, layouts, (values, layout) => {
      const expected = bodyFacts(render(values, PLAIN)).actions.map(bare);
      const actual = bodyFacts(render(values, layout)).actions.map(bare);
      expect(actual).toEqual(expected);
      expect(actual).toHaveLength(values.length);
    }),
    { numRuns: 150 },
  );
});

const value = fc.constantFrom(
  "Log of Monday",
  "Yes — Pilot, 2026-03-01",
  "Pass — PMO Lead",
  "[PENDING]",
  "No — Pilot",
  "—",
  "",
);
const item = fc.record({ evidence: value, confirmation: value, validation: value });

test("an item says the same in a fence of its own, in its gate's fence, as a list and in a table", () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
      const keys = (at: number, before: string): string => {
        const { evidence, confirmation, validation } = items[at] ?? {
          evidence: "",
          confirmation: "",
          validation: "",
        };
        return `${before}Evidence: ${evidence}\n${before}Owner confirmation: ${confirmation}\n${before}PMO validation: ${validation}`;
      };
      const each = (render: (at: number) => string): string =>
        `## Gate 1\n\n${items.map((_, at) => render(at)).join("\n\n")}`;
      const shapes = [
        each((at) => `### Gate 1.${at} — Title\n\n\`\`\`\n${keys(at, "")}\n\`\`\``),
        each((at) => `\`\`\`\nGate 1.${at} — Title\n${keys(at, "  ")}\n\`\`\``),
        each((at) => `### 1.${at} — Title\n\n${keys(at, "- ")}`),
        `## Gate 1\n\n| Item | Title | Evidence | Owner confirmation | PMO validation |\n|---|---|---|---|---|\n${items
          .map(
            (row, at) =>
              `| Gate 1.${at} | Title | ${row.evidence} | ${row.confirmation} | ${row.validation} |`,
          )
          .join("\n")}`,
      ];
      const read = (body: string): unknown =>
        bodyFacts(body).gates.map(({ gate, status, items: found }: Gate) => {
          return [
            gate,
            status,
            found.map(({ id, title, status: own, missing }) => [id, title, own, missing]),
          ];
        });
      const [first, ...others] = shapes.map(read);
      for (const other of others) expect(other).toEqual(first);
    }),
    { numRuns: 80 },
  );
});

test("line endings change nothing but ranges", () => {
  const strip = (facts: ProcessFacts): unknown =>
    JSON.parse(JSON.stringify(facts, (key, each) => (key === "range" ? undefined : each)));
  fc.assert(
    fc.property(rows, fc.array(item, { maxLength: 2 }), (values, items) => {
      const gates = items.map(
        (each, at) =>
          `### Gate 1.${at} — T\n\n\`\`\`\nEvidence: ${each.evidence}\n  and more\nPMO validation: ${each.validation}\n\`\`\``,
      );
      const text = `# Phase Gate Document — 7.1\n\n**Owner:** PMO Lead\n**Status:** Active\n\n---\n\n## Gate 1\n\n${gates.join("\n\n")}\n\n## Actions\n\n${render(values, PLAIN)}\n\n- [ ] Ask\n  again`;
      const expected = strip(factsOf(text));
      expect(strip(factsOf(text.replaceAll("\n", "\r\n")))).toEqual(expected);
      expect(strip(factsOf(text.replaceAll("\n", "\r")))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

const pieces = fc.constantFrom(
  "# Gate 1",
  "## Gate R — ",
  "### G1.3",
  "- [ ] ",
  "| # | Action | Owner | Status |",
  "|---|---|---|---|",
  "| A1 | ~~x~~ | — |",
  "```",
  "Evidence:",
  "  Owner confirmation: [",
  "PMO validation: Yes /",
  "Gate 0.1 — ",
  "**Gate status: 1 of 2 pass**",
  "> ",
  "`",
  "| Gate R.1 | ",
  "A-01–A-99",
  "## Current Status",
  "Current state: CLOSED",
  "{x}",
  "\u0000",
  "\ud83d",
  "\t",
);

test("whatever the text, ranges lie in it and nothing throws", () => {
  const texts = fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 40 });
  fc.assert(
    fc.property(texts, fc.constantFrom("\n", "\r\n", "\n\n", " "), (parts, separator) => {
      const text = parts.join(separator);
      const { actions, gates } = factsOf(text, PHASE_GATE);
      const lines = text.split(/\r\n|\n|\r/).length;
      for (const { range, line } of [...actions, ...gates, ...gates.flatMap((gate) => gate.items)]) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(0, range.start).split(/\r\n|\n|\r/).length - 1).toBe(line);
        expect(line).toBeLessThan(lines);
      }
    }),
    { numRuns: 400 },
  );
});
