/** What is told of the thing under the pointer, and where it leads. */
import { describe, expect, test } from "vitest";
import { definitionAt } from "../../../../server/features/authoring/definition";
import { hoverAt } from "../../../../server/features/authoring/hover";
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
    const written = context.workspace.read(to)?.text ?? "";
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
    expect(told).toContain("Next: ");
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

  test("prose leads nowhere", () => {
    expect(leadsTo(SPEC, spec(`Boats ${CURSOR}lie here.`))).toEqual([]);
  });
});
