/** References and highlights: what counts as a mention, and of what. */
import { expect, test } from "vitest";
import { LineIndex } from "../../../../server/base/lines";
import type { AuthoringContext } from "../../../../server/features/authoring/context";
import { headerLens } from "../../../../server/features/authoring/header-lens";
import { highlightsAt, referencesAt } from "../../../../server/features/authoring/references";
import { CURSOR, contextAt } from "./workspace";

const GATES_71 = "docs/product/phase_gates/7.1-tide-tables-phase-gate.md";
const GATES_72 = "docs/product/phase_gates/7.2-buoy-lights-phase-gate.md";

function phaseGate(id: string, title: string, body: string): string {
  return `# Phase Gate Document — ${id} ${title}

**Owner:** PMO Lead
**Class:** Delivery Record (Class 7)
**Status:** Active
**Feature:** ${id} — ${title}
**Version:** v1.0
**Date Filed:** —

${body}`;
}

const GATES = `## Gate R — Ready

### Gate R.1 — Tables read

\`\`\`
Evidence:             [PENDING]
\`\`\`

Gates R and 1 wait for Gate R.1, not for R.1 of Gate 2.

`;

const REGISTER = `## Action Register

| Action ID | Description | Owner | Deadline | Status | Blocked on |
|-----------|-------------|-------|----------|--------|------------|
| A-S01 | Read the \\| tables 🚢 | Pilot Lead | 2026-03-04 | 🟡 In progress | — |
| A-S02 | Print them | Chart Owner + Pilot Lead | 2026-03-09 | ⬜ Not started | A-S01 |
| A-S10 | Sell them | Deputy Pilot Lead | 2026-03-19 | ⬜ Not started | A-S01, A-S02 |
`;

const FILES: Readonly<Record<string, string>> = {
  "docs/team_skills/harbour/pilot_lead.md": `# Pilot Lead

**Role:** Pilot Lead
**Reports to:** Harbour Master
**Status:** Canonical
**Version:** 1.1
**Last Updated:** 2026-02-01
`,
  "docs/specs/tides.md": "# Tides\n\n**Owner:** Chart Owner\n**Status:** Canonical\n**Version:** 7.1\n",
  "docs/specs/charts.md":
    "# Charts\n\n**Owner:** PILOT LEAD\n**Status:** Canonical\n\nSee `tides.md` §7.1, [there](tides.md#use) and docs/specs/tides.md v7.1.\n\n```js\nopen('tides.md'); // A-S01\n```\n",
  "docs/product/lessons.md":
    "# Lessons\n\n**Owner:** PMO Lead\n**Class:** 7\n**Status:** Active\n**Feature:** 7.1\n\nA-S02 came late, as A-S01 did; `../specs/tides.md` says why. Feature 7.1 and 7.1 Tide tables.\n",
  [GATES_71]: phaseGate("7.1", "Tide tables", REGISTER + GATES),
  [GATES_72]: phaseGate("7.2", "Buoy lights", REGISTER + GATES),
};

function at(path: string, before: string): AuthoringContext {
  const text = FILES[path] ?? "";
  const place = text.indexOf(before);
  expect(place).toBeGreaterThanOrEqual(0);
  return contextAt(path, text.slice(0, place) + CURSOR + text.slice(place), undefined, FILES);
}

/** `path line:column words`, both zero-based, by path. */
function references(context: AuthoringContext, includeDeclaration = true): readonly string[] {
  const found: string[] = [];
  for (const mentions of referencesAt(context, includeDeclaration)) {
    if (mentions === undefined) continue;
    const { text, path } = mentions.document;
    const lines = new LineIndex(text);
    for (const range of mentions.ranges) {
      const { line, character } = lines.positionAt(range.start);
      const name = path.slice(path.lastIndexOf("/") + 1);
      found.push(`${name} ${line}:${character} ${text.slice(range.start, range.end)}`);
    }
  }
  return found.sort();
}

test("an action's id is that of its work item, in all documents of it", () => {
  const found = references(at(GATES_71, "A-S01 | Read"));
  expect(found).toEqual([
    "7.1-tide-tables-phase-gate.md 13:2 A-S01",
    "7.1-tide-tables-phase-gate.md 14:79 A-S01",
    "7.1-tide-tables-phase-gate.md 15:71 A-S01",
    "lessons.md 7:20 A-S01",
  ]);
  expect(references(at("docs/product/lessons.md", "A-S01 did"))).toEqual(found);
  expect(references(at(GATES_72, "A-S01 | Read"))).toHaveLength(3);
  expect(references(at(GATES_71, "A-S10 |"))).toEqual(["7.1-tide-tables-phase-gate.md 15:2 A-S10"]);
});

test("the cell that defines an action is left out on request", () => {
  const found = references(at(GATES_71, "A-S01 |"), false);
  expect(found).toHaveLength(3);
  expect(found).not.toContain("7.1-tide-tables-phase-gate.md 13:2 A-S01");
});

test("a role stands where it owns, acts or is chartered, however it is spelled, and in no longer name", () => {
  expect(references(at(GATES_71, "Pilot Lead | 2026-03-04"))).toEqual([
    "7.1-tide-tables-phase-gate.md 13:34 Pilot Lead",
    "7.1-tide-tables-phase-gate.md 14:37 Pilot Lead",
    "7.2-buoy-lights-phase-gate.md 13:34 Pilot Lead",
    "7.2-buoy-lights-phase-gate.md 14:37 Pilot Lead",
    "charts.md 2:11 PILOT LEAD",
    "pilot_lead.md 0:2 Pilot Lead",
    "pilot_lead.md 2:10 Pilot Lead",
  ]);
  expect(references(at("docs/team_skills/harbour/pilot_lead.md", "Pilot Lead\n\n"), false)).toHaveLength(5);
});

test("a document is named by its path from either folder, by its bare name and in links, but not in code", () => {
  expect(references(at("docs/specs/charts.md", "ides.md` §"))).toEqual([
    "charts.md 5:29 tides.md",
    "charts.md 5:47 docs/specs/tides.md",
    "charts.md 5:5 tides.md",
    "lessons.md 7:32 ../specs/tides.md",
    "tides.md 0:2 Tides",
  ]);
  expect(references(at("docs/specs/tides.md", " Tides"), false)).toHaveLength(4);
});

test("a number is a work item where its title or a word says so, never a version or a section", () => {
  expect(references(at("docs/product/lessons.md", "7.1 and"))).toEqual([
    "7.1-tide-tables-phase-gate.md 0:24 7.1",
    "7.1-tide-tables-phase-gate.md 5:13 7.1",
    "lessons.md 5:13 7.1",
    "lessons.md 7:69 7.1",
    "lessons.md 7:77 7.1",
  ]);
  expect(references(at("docs/specs/tides.md", "7.1"))).toEqual([]);
});

test("a gate is that of its work item, wherever its word stands in front of it", () => {
  expect(references(at(GATES_71, "Gate R —"))).toEqual([
    "7.1-tide-tables-phase-gate.md 16:8 R",
    "7.1-tide-tables-phase-gate.md 24:6 R",
  ]);
  expect(references(at(GATES_71, "R and 1"), false)).toEqual(["7.1-tide-tables-phase-gate.md 24:6 R"]);
  expect(references(at(GATES_71, "Gate R.1 —"))).toHaveLength(2);
});

test("highlights are those of the document", () => {
  const context = at(GATES_71, "A-S01, A-S02");
  const words = highlightsAt(context).map(({ start, end }) => context.document.text.slice(start, end));
  expect(words).toEqual(["A-S01", "A-S01", "A-S01"]);
  expect(highlightsAt(at("docs/specs/charts.md", "A-S01"))).toEqual([]);
  expect(highlightsAt(at("docs/product/lessons.md", "came late"))).toEqual([]);
});

test("the line above a title says what the document is, who cites it, and what is open", () => {
  expect(headerLens(at("docs/specs/tides.md", "Tides"))).toEqual({
    line: 0,
    title: "Canonical · 7.1 · cited by 2",
    citedBy: 2,
  });
  expect(headerLens(at(GATES_71, "Phase"))?.title).toBe(
    "Phase gate document · Active · v1.0 · 3 open actions",
  );
});
