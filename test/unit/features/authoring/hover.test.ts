/** What is told of the thing under the pointer, and where it leads. */
import { describe, expect, test } from "vitest";
import { definitionAt } from "../../../../server/features/authoring/definition";
import { type HoverLinks, hoverAt } from "../../../../server/features/authoring/hover";
import { CURSOR, contextAt, fileWithCursor } from "./workspace";

const SPEC = "docs/specs/moorings.md";
const GATES = "docs/product/phase_gates/7.1-tide-tables-phase-gate.md";

function hover(path: string, text: string): string | undefined {
  return hoverAt(contextAt(path, text))?.markdown;
}

/** `path: the text in the range` of each place. */
function leadsTo(path: string, text: string): readonly string[] {
  const context = contextAt(path, text);
  const { places = [] } = definitionAt(context) ?? {};
  return places.map(({ path: to, range }) => {
    const written = context.workspace.textOf(to) ?? "";
    return range === undefined ? to : `${to}: ${written.slice(range.start, range.end)}`;
  });
}

const spec = (body: string): string =>
  `# Moorings\n\n**Owner:** Pilot Lead\n**Status:** Canonical\n**Version:** 1.0\n\n${body}\n`;

describe("hover", () => {
  test("a key: what the class asks, and why", () => {
    expect(hover(SPEC, spec("").replace("**Owner", `**Ow${CURSOR}ner`))).toMatch(
      /^\*\*Owner\*\* · Canonical.* · required\n\nEvery governed document has a named owner/,
    );
  });

  test("a state: what it means, and what follows", () => {
    const told = hover(SPEC, spec("").replace("Status:** C", `Status:** ${CURSOR}C`));
    expect(told).toMatch(/^\*\*Canonical\*\* · Canonical \\\(Class 1\\\)/);
    expect(told).toContain("Next: **Deprecated** (by the document owner).");
    expect(told).toContain(
      "*Canonical specification: Draft → Canonical → Deprecated → Archived, and nothing back.*",
    );
  });

  test("a state that is next for ever, and who sets it", () => {
    expect(hover(GATES, fileWithCursor(GATES, "Active\n"))).toBe(
      [
        "**Active** · Delivery Record \\(Class 7\\)",
        "In use and current; delivery is in progress\\.",
        "Set by the document owner.",
        "Next: **Filed** (permanent; by the QA Lead or PMO Lead at sign\\-off or shipping closure).",
        "*Phase gate document: Active → Filed, and nothing back.*",
      ].join("\n\n"),
    );
    const filed = fileWithCursor(GATES, "Active\n").replace("Active", "Filed");
    expect(hover(GATES, filed)).toContain("Permanent.");
  });

  test("keys, classes and states lead to the policy", () => {
    const links: HoverLinks = {
      policy: ([first = []], path) => `${path}#${first.join("/")}`,
      rule: (id) => `rules/${id}.md`,
    };
    const lead = (text: string) => hoverAt(contextAt(GATES, text), links)?.markdown.split("\n\n").at(-1);
    expect(lead(fileWithCursor(GATES, "Active\n"))).toBe(
      "[Policy](<docket.yaml#classes/delivery-record/kinds/phase-gate/states/Active>)",
    );
    expect(lead(fileWithCursor(GATES, "Owner:"))).toBe(
      "[Policy](<docket.yaml#classes/delivery-record/kinds/phase-gate/fields/Owner>)",
    );
    expect(lead(fileWithCursor(GATES, "Delivery Record (Class"))).toBe(
      "[Policy](<docket.yaml#classes/delivery-record>)",
    );
    const rule = `<!-- docket-disable-next-line header/missing-${CURSOR}field: agreed -->`;
    expect(hoverAt(contextAt(SPEC, spec(rule)), links)?.markdown).toContain(
      "[The rule](<rules/header/missing-field.md>)",
    );
  });

  test("a class: fields, states, place, name, and that it is permanent", () => {
    const told = hover(GATES, fileWithCursor(GATES, "Delivery Record (Class"));
    expect(told).toMatch(/^\*\*Delivery Record \\\(Class 7\\\)\*\* · Phase gate document\n/);
    expect(told).toContain("Its header has `Owner`, `Class`, `Status`, `Feature`, `Version`, `Date Filed`.");
    expect(told).toContain("States: `Active` → `Filed`");
    expect(told).toContain("Belongs into `docs/product/phase_gates/**`.");
    expect(told).toContain("Permanent once it is filed.");
  });

  test("of several owners the one under the pointer, without a note", () => {
    const two = (words: string) => hover(SPEC, spec("").replace("Pilot Lead", words));
    expect(two(`Chart Owner, Pilot${CURSOR} Lead`)).toMatch(/^\*\*Pilot Lead\*\*/);
    expect(two(`Pilot${CURSOR} Lead (acting)`)).toMatch(/^\*\*Pilot Lead\*\*/);
  });

  test("a path that is a field's value, and gates with their items", () => {
    const source = `# Sum\n\n**Owner:** Pilot Lead\n**Canonical Source:** docs/specs/ti${CURSOR}des.md\n`;
    expect(hover("docs/reference/sum.md", source)).toMatch(/^\*\*Tides\*\*/);
    const gates = fileWithCursor(GATES, "# Phase").replace(CURSOR, "");
    expect(hover(GATES, `${gates}\nSee R${CURSOR}.1.\n`)).toBe(
      "**R\\.1** · pending\n\nTables read\n\nLacks `Evidence`, `Owner confirmation`, `PMO validation`.",
    );
    expect(hover(GATES, `${gates}\nSee Gate ${CURSOR}R.\n`)).toMatch(
      /^\*\*Gate R\*\* · not started\n\n`READINESS_AUDIT` → `AWAITING_MEETING`\n\n0 of 1 item passed\.$/s,
    );
  });

  test("an owner: the charter's scope, to whom the role reports, what it owns", () => {
    const told = hover(SPEC, spec("").replace("Owner:** P", `Owner:** ${CURSOR}P`));
    expect(told).toContain("Scope: Pilots and their boats");
    expect(told).toContain("Reports to: Harbour Master");
    expect(told).toContain("Owns 2 documents and 1 open action.");
  });

  test("a document: its state, version, owner and last change", () => {
    const told = hover(SPEC, spec(`See \`tides${CURSOR}.md\`.`));
    expect(told).toMatch(/^\*\*Tides\*\*/);
    expect(told).toContain("Canonical · v1\\.3");
    expect(told).toContain("Owner: Chart Owner");
    expect(told).toContain("Last change: 1\\.3 2026\\-02\\-10 Neap tides added");
  });

  test("an action: its row; a work item: where it stands", () => {
    expect(hover(GATES, fileWithCursor(GATES, "A-S01 |\n"))).toBe(
      "**A\\-S01** · in progress\n\nRead the tables\n\nPilot Lead · 2026\\-03\\-04\n\n`docs/product/phase_gates/7.1-tide-tables-phase-gate.md`",
    );
    expect(hover(SPEC, spec(`Needs 7${CURSOR}.1 first.`))).toContain("**7\\.1** · Tide Tables");
  });

  test("a status and a deadline: what they amount to", () => {
    expect(hover(GATES, fileWithCursor(GATES, "🟡 In"))).toBe(
      "**In progress** · open, and somebody is at it",
    );
    expect(hover(GATES, fileWithCursor(GATES, "Not started"))).toBe(
      "**Not started** · open\n\nWaits for `A-S01` (in progress).",
    );
    expect(hover(GATES, fileWithCursor(GATES, "2026-03-04"))).toBe("**2026\\-03\\-04** · in 3 days");
    const due = (date: string) =>
      hover(GATES, fileWithCursor(GATES, "2026-03-04").replace("2026-03-04", date));
    expect(due("2026-03-01")).toBe("**2026\\-03\\-01** · today");
    expect(due("2026-02-28")).toBe("**2026\\-02\\-28** · 1 day overdue");
    expect(due("soon")).toBeUndefined();
    const unread = fileWithCursor(GATES, "🟡 In").replace("In progress", "Half way up");
    expect(hover(GATES, unread)).toBeUndefined();
  });

  test("what is over is not overdue", () => {
    const done = fileWithCursor(GATES, "2026-03-04")
      .replace("2026-03-04", "2026-02-28")
      .replace("🟡 In progress", "✅ Complete");
    expect(hover(GATES, done)).toBeUndefined();
  });

  test("a proof: whether it is given, what it takes, what else the item lacks", () => {
    const told = [
      "**Owner confirmation** · still to come",
      "The owner says whether it is so: yes or no, the role, the date.",
      "R\\.1 also lacks `Evidence`, `PMO validation`.",
    ].join("\n\n");
    expect(hover(GATES, fileWithCursor(GATES, "Owner confirmation"))).toBe(told);
    const text = fileWithCursor(GATES, "Owner confirmation:").replace(CURSOR, "");
    const value = text.indexOf("[PENDING]", text.indexOf("Owner confirmation:"));
    expect(hover(GATES, text.slice(0, value + 3) + CURSOR + text.slice(value + 3))).toBe(told);
    expect(
      hover(GATES, fileWithCursor(GATES, "Evidence:").replace("[PENDING]", "tables.csv, a1b2c3d")),
    ).toMatch(/^\*\*Evidence\*\* · given\n/);
  });

  test("a state of the work item: where it stands in its life", () => {
    const gates = fileWithCursor(GATES, "# Phase").replace(CURSOR, "");
    const told = [
      "**AWAITING\\_MEETING** · state 2 of 8 of a feature",
      "Reached through Gate R from `READINESS_AUDIT`.",
      "Next: `PRE_ALIGNMENT_MEETING`, through Gate 0.",
    ].join("\n\n");
    const block = (state: string) => `${gates}\n## Current Status\n\n\`\`\`\nState: ${state}\n\`\`\`\n`;
    expect(hover(GATES, block(`AWAIT${CURSOR}ING_MEETING`))).toBe(told);
    const log = `${gates}\n## Log\n\n| From | To | Date | Gate |\n|---|---|---|---|\n| READINESS_AUDIT | Awaiting${CURSOR} Meeting | 2026-02-01 | R |\n`;
    expect(hover(GATES, log)).toBe(told);
    expect(hover(GATES, block(`Clo${CURSOR}sed`))).toContain("Nothing follows: it is final.");
    expect(hover(GATES, block(`Lost at s${CURSOR}ea`))).toBeUndefined();
  });

  test("a decision: of the document, else of its work item's", () => {
    const decisions = "docs/product/decisions/7.1-tide-tables.md";
    const record = `# Decisions — 7.1 Tide Tables\n\n**Owner:** Pilot Lead\n**Class:** Planning Document (Class 4)\n**Status:** Active\n**Feature:** 7.1 — Tide tables\n\n## Decision 2 — Tables are printed\n\nBy D${CURSOR}2.\n`;
    const told = `**D2** · decision\n\nTables are printed\n\n\`${decisions}\``;
    expect(hover(decisions, record)).toBe(told);
    expect(leadsTo(decisions, record)).toEqual([`${decisions}: ## Decision 2 — Tables are printed`]);
    const gates = fileWithCursor(GATES, "# Phase").replace(CURSOR, "");
    const context = contextAt(GATES, `${gates}\nSee D${CURSOR}2.\n`, undefined, {
      [decisions]: record.replace(CURSOR, ""),
    });
    expect(hoverAt(context)?.markdown).toBe(told);
  });

  test("an action of another work item is not what a decision's id means", () => {
    const other = "docs/product/phase_gates/8.1-buoys-phase-gate.md";
    const gates = fileWithCursor(GATES, "# Phase").replace(CURSOR, "");
    const action = "| D1 | Paint the buoys | Pilot Lead | 2026-03-04 | open | — |";
    const context = contextAt(
      GATES,
      `${gates}\n## D1 — Use the old tables\n\nAs D${CURSOR}1 says.\n`,
      undefined,
      {
        [other]: gates.replaceAll("7.1", "8.1").replace(/^\| A-S01 .*$/m, action),
      },
    );
    expect(hoverAt(context)?.markdown).toContain("Use the old tables");
    expect(definitionAt(context)?.places).toMatchObject([{ path: GATES }]);
  });

  test("nothing is open in a closed document, and nothing waits for what is over", () => {
    const closed = fileWithCursor(GATES, "🟡 In").replace(
      "## Action Register",
      "## Current Status\n\n```\nCurrent state: CLOSED\n```\n\n## Action Register",
    );
    expect(hover(GATES, closed)).toBe("**In progress**");
    const free = fileWithCursor(GATES, "Not started").replace("🟡 In progress", "✅ Complete");
    expect(hover(GATES, free)).toBe("**Not started** · open");
  });

  test("a proof whose value begins on the next line", () => {
    const below = fileWithCursor(GATES, "Evidence:").replace(
      "Evidence:             [PENDING]",
      "Evidence:\n                      tables.csv, a1b2c3d",
    );
    expect(hover(GATES, below)).toMatch(/^\*\*Evidence\*\* · given\n/);
  });

  test("a number that is a work item's and a gate item's: what is meant where it stands", () => {
    const gates = fileWithCursor(GATES, "# Phase")
      .replace(CURSOR, "")
      .replace("### Gate R.1 — Tables read", "### Gate 7.1 — Tables read");
    const title = gates.replace("— 7.1 Tide", `— 7${CURSOR}.1 Tide`);
    expect(hover(GATES, title)).toMatch(/^\*\*7\\.1\*\* · Tide Tables/);
    expect(leadsTo(GATES, title)[0]).toBe(GATES);
    const item = `${gates}\nGate item 7${CURSOR}.1 is still open.\n`;
    expect(hover(GATES, item)).toMatch(/^\*\*7\\.1\*\* · pending\n\nTables read/);
    expect(hover(GATES, gates.replace("Gate 7.1 —", `Gate 7${CURSOR}.1 —`))).toMatch(
      /^\*\*7\\.1\*\* · pending\n\nTables read/,
    );
  });

  test("a rule in a comment", () => {
    const comment = `<!-- docket-disable-next-line header/missing-${CURSOR}field: agreed -->`;
    expect(hover(SPEC, spec(comment))).toMatch(/^\*\*header\/missing\\-field\*\*\n\n/);
  });

  test("nothing in prose, for an unknown id, and for a path to nowhere", () => {
    expect(hover(SPEC, spec(`Boats ${CURSOR}lie here.`))).toBeUndefined();
    expect(hover(SPEC, spec(`Needs B-${CURSOR}99.`))).toBeUndefined();
    expect(hover(SPEC, spec(`See \`no${CURSOR}where.md\`.`))).toBeUndefined();
  });

  test("text of a document stays text", () => {
    const text = fileWithCursor(GATES, "A-S01 |\n").replace("Read the *tables*", "Read [it](command:x) <b>");
    expect(hover(GATES, text)).toContain("Read it \\<b\\>");
  });
});

describe("definition", () => {
  test("a path, bare or whole, leads to the document", () => {
    expect(leadsTo(SPEC, spec(`See \`tides${CURSOR}.md\`.`))).toEqual(["docs/specs/tides.md"]);
    expect(leadsTo(SPEC, spec(`[t](../specs/tid${CURSOR}es.md#use)`))).toEqual(["docs/specs/tides.md"]);
  });

  test("an owner leads to its charter, in the header and in a row", () => {
    const charter = ["docs/team_skills/harbour/pilot_lead.md"];
    expect(leadsTo(SPEC, spec("").replace("Owner:** P", `Owner:** ${CURSOR}P`))).toEqual(charter);
    expect(leadsTo(GATES, fileWithCursor(GATES, "Pilot Lead | 2026"))).toEqual(charter);
  });

  test("an id leads to its row, a gate item to its heading", () => {
    expect(leadsTo(GATES, fileWithCursor(GATES, "A-S01 |\n"))).toEqual([
      `${GATES}: | A-S01 | Read the *tables* | Pilot Lead | 2026-03-04 | 🟡 In progress | — |`,
    ]);
    expect(
      leadsTo(GATES, `${fileWithCursor(GATES, "# Phase").replace(CURSOR, "")}\nSee R${CURSOR}.1.\n`),
    ).toEqual([`${GATES}: ### Gate R.1 — Tables read`]);
  });

  test("the version leads to its row of the change log", () => {
    expect(leadsTo("docs/specs/tides.md", fileWithCursor("docs/specs/tides.md", "1.3\n"))).toEqual([
      "docs/specs/tides.md: | 1.3 | 2026-02-10 | Neap tides added |",
    ]);
  });

  test("a class and a key lead to the policy, or to where it builds on the profile that has them", () => {
    const text = "# Moorings\n\n**Owner:** Pilot Lead\n**Class:** Canonical (Class 1)\n";
    expect(leadsTo(SPEC, text.replace("Canonical", `Cano${CURSOR}nical`))).toEqual(["docket.yaml: extends"]);
    expect(leadsTo(SPEC, text.replace("Owner", `Own${CURSOR}er`))).toEqual(["docket.yaml: extends"]);
  });

  test("prose leads nowhere", () => {
    expect(leadsTo(SPEC, spec(`Boats ${CURSOR}lie here.`))).toEqual([]);
  });
});
