/** What is offered where documents state the process: proofs of gates, status blocks, logs, ids, rules in comments. */
import { describe, expect, test } from "vitest";
import { completionsAt } from "../../../../server/features/authoring/complete";
import { CURSOR, choose, contextAt, fileWithCursor, offered, TODAY } from "./workspace";

const GATES = "docs/product/phase_gates/7.1-tide-tables-phase-gate.md";
const SPEC = "docs/specs/moorings.md";
const gates = fileWithCursor(GATES, "# Phase").replace(CURSOR, "");
const withCursor = (before: string): string => gates.replace(before, `${before}${CURSOR}`);

describe("proofs of a gate item", () => {
  test("who confirms and validates, when, or that it is still to come", () => {
    const labels = offered(GATES, withCursor("Owner confirmation:   [PEND"));
    expect(labels[0]).toBe(`Yes — Pilot Lead, ${TODAY}`);
    expect(labels).toContain(`No — Pilot Lead, ${TODAY}`);
    expect(labels.at(-1)).toBe("[PENDING]");
    expect(
      choose(GATES, withCursor("PMO validation:       [PENDING]"), `Pass — PMO Lead, ${TODAY}`),
    ).toContain(`PMO validation:       Pass — PMO Lead, ${TODAY}\n`);
  });

  test("evidence stays the author's, with ids and paths in it", () => {
    const evidence = (value: string): string => gates.replace("[PENDING]\nOwner", `${value}\nOwner`);
    expect(offered(GATES, evidence(CURSOR))).toEqual(["[PENDING]"]);
    expect(offered(GATES, evidence(`Table read in A-${CURSOR}`))).toEqual(["A-S01", "A-S02"]);
    expect(offered(GATES, evidence(`\`docs/specs/ti${CURSOR}\``))).toEqual(["docs/specs/tides.md"]);
  });

  test("the keys that an item lacks, lined up with the others", () => {
    const two = `${gates}\n## Gate 0 — Meeting\n\n### Gate 0.1 — Held\n\n\`\`\`\n${CURSOR}\n\`\`\`\n`;
    expect(offered(GATES, two)).toEqual(["Evidence", "Owner confirmation", "PMO validation"]);
    expect(choose(GATES, two, "Evidence")).toContain("```\nEvidence:             \n```");
    const rest = two.replace(CURSOR, `Evidence: x\nOwn${CURSOR}`);
    expect(offered(GATES, rest)).toEqual(["Owner confirmation", "PMO validation"]);
  });

  test("other fences have nothing of it", () => {
    expect(offered(GATES, `${gates}\n## Notes\n\n\`\`\`\n${CURSOR}\n\`\`\`\n`)).toEqual([]);
    expect(offered(GATES, `${gates}\n## Notes\n\n\`\`\`\nconst a = \`do${CURSOR}`)).toEqual([]);
    expect(offered(GATES, `${gates}\n## Notes\n\n\`\`\`\nA-${CURSOR}\n\`\`\`\n`)).toEqual([]);
  });

  test("nothing in what is filed", () => {
    const filed = withCursor("Owner confirmation:   [PEND").replace(
      "**Status:** Active",
      "**Status:** Filed",
    );
    expect(offered(GATES, filed)).toEqual([]);
  });
});

describe("where a work item stands", () => {
  const block = (lines: string): string => `${gates}\n## Current Status\n\n\`\`\`\n${lines}\n\`\`\`\n`;

  test("values by their keys", () => {
    expect(offered(GATES, block(`Current state: AWAITING_MEETING${CURSOR}`))).toContain("SPEC_DELIVERY");
    expect(offered(GATES, block(`Current state: AWAITING_MEETING${CURSOR}`))).not.toContain("TRIAGED");
    expect(offered(GATES, block(`Current state: READINESS_AUDIT\nNext gate: ${CURSOR}`))).toEqual(["R"]);
    expect(offered(GATES, block(`Who acts next: ${CURSOR}`))[0]).toBe("Pilot Lead");
    expect(offered(GATES, block(`Deadline: ${CURSOR}`))).toEqual([TODAY, "2026-03-09", "2026-03-04"]);
    expect(offered(GATES, block(`Blockers: ${CURSOR}`))).toEqual(["A-S01", "A-S02"]);
  });

  test("the keys that are missing", () => {
    const labels = offered(GATES, block(`Current state: READINESS_AUDIT\n${CURSOR}`));
    expect(labels).toContain("Next gate");
    expect(labels).not.toContain("Current state");
  });

  test("cells of the log of transitions", () => {
    const log = (cells: string): string =>
      `${gates}\n## Log\n\n| From | To | Date | Declared by | Gate passed |\n|---|---|---|---|---|\n| ${cells} |\n`;
    expect(offered(GATES, log(`${CURSOR} | SPEC_DELIVERY | | |`))).toContain("READINESS_AUDIT");
    expect(offered(GATES, log(`A | SPEC_DELIVERY | ${CURSOR} | |`))).toEqual([TODAY]);
    expect(offered(GATES, log(`A | SPEC_DELIVERY | x | ${CURSOR} |`))[0]).toBe("Pilot Lead");
    expect(choose(GATES, log(`A | SPEC_DELIVERY | x | y | ${CURSOR}`), "R")).toContain("| y | Gate R |");
  });

  test("other tables with a status: as their other rows", () => {
    const table = `${gates}\n## Phases\n\n| Phase | Status |\n|---|---|\n| 0 | ✅ DONE |\n| 1 | ${CURSOR} |\n`;
    expect(offered(GATES, table)).toEqual(["✅ DONE"]);
  });
});

describe("ids", () => {
  test("gates and their items behind their word", () => {
    expect(offered(GATES, `${gates}\nThis waits for Gate ${CURSOR}\n`)).toEqual(["R", "R.1"]);
    expect(offered(GATES, `${gates}\nThe gate ${CURSOR}\n`)).toEqual(["R", "R.1"]);
    expect(offered(SPEC, `# Moorings\n\n**Owner:** Chart Owner\n\nOpen at Gate 3${CURSOR}`)).toEqual([]);
    expect(offered(SPEC, `# Moorings\n\n**Owner:** Chart Owner\n\nAt Gate ${CURSOR}`)).toContain("3");
  });

  test("items of gates behind their gate's letter", () => {
    expect(offered(GATES, `${gates}\n\nSee R.${CURSOR}`)).toEqual(["R.1"]);
    expect(offered(GATES, `${gates}\n\nThis is plan B.${CURSOR}`)).toEqual([]);
  });

  test("each is explained by its row", () => {
    const items = completionsAt(contextAt(GATES, `${gates}\nWaits for A-${CURSOR}\n`))?.items ?? [];
    expect(items[0]).toMatchObject({
      detail: "Read the tables",
      documentation: "Read the tables\n\nPilot Lead · 2026\\-03\\-04",
    });
  });
});

describe("rules in a comment that accepts a finding", () => {
  const comment = (words: string): string =>
    `# Moorings\n\n**Owner:** Chart Owner\n\n<!-- docket-disable${words}`;

  test("all of them, explained, one after another", () => {
    expect(offered(SPEC, comment(`-next-line ${CURSOR} -->`))).toContain("header/missing-field");
    const text = comment(` header/missing-field, head${CURSOR}er/x: agreed -->`);
    expect(choose(SPEC, text, "header/date-format")).toContain(
      "header/missing-field, header/date-format: agreed",
    );
  });

  test("but not in the reason, nor elsewhere", () => {
    expect(offered(SPEC, comment(` header/missing-field: head${CURSOR} -->`))).toEqual([]);
    expect(offered(SPEC, `# Moorings\n\n**Owner:** Chart Owner\n\n<!-- head${CURSOR} -->`)).toEqual([]);
  });
});
