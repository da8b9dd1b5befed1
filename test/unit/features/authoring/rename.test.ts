/** Renaming ids and roles: what is written, what is left alone, and what is refused. */
import { expect, test } from "vitest";
import { applyEdits } from "../../../../server/base/edit";
import type { AuthoringContext } from "../../../../server/features/authoring/context";
import { findMentions } from "../../../../server/features/authoring/find-mentions";
import { refusalOf, renamingAt } from "../../../../server/features/authoring/rename";
import { CURSOR, contextAt } from "./workspace";

function phaseGate(id: string, status: string, body: string): string {
  const filed = status === "Filed" ? "2026-02-01" : "—";
  return `# Phase Gate Document — ${id} Buoys\n\n**Owner:** PMO Lead\n**Class:** Delivery Record (Class 7)\n**Status:** ${status}\n**Feature:** ${id} — Buoys\n**Version:** v1.0\n**Date Filed:** ${filed}\n\n${body}`;
}

const REGISTER =
  "| Action ID | Description | Owner | Deadline | Status | Blocked on |\r\n|--|--|--|--|--|--|\r\n" +
  "| A-S01 | Read the \\| tables 🚢 `A-S01` | Pilot Lead | 2026-03-04 | 🟡 In progress | — |\r\n" +
  "| A-S1 | Print them | Chart Owner | 2026-03-09 | ⬜ Not started | A-S01, A-S10 |\r\n" +
  "| A-S10 | Sell | Pilot Lead + Chart Owner | 2026-03-19 | ⬜ Not started | A-S01 |\r\n\r\n" +
  "See `docs/A-S01/A-S01.md`, A-S01-bis and A-S01.\r\n\r\n```sh\r\nrun A-S01\r\n```\r\n\r\n" +
  "### Gate G1 — Start\r\n\r\n#### G1.1 — Ready\r\n\r\n```\r\nEvidence:             A-S01 by mail\r\n" +
  "Owner confirmation:   Yes — Pilot Lead, 2026-02-20\r\nPMO validation:       [PENDING]\r\n```\r\n";

const GATES = "docs/product/phase_gates/7.1-buoys-phase-gate.md";
const CHARTER = "docs/team_skills/harbour/pilot_lead.md";
const FILES: Readonly<Record<string, string>> = {
  [GATES]: phaseGate("7.1", "Active", REGISTER),
  "docs/product/phase_gates/7.2-lights-phase-gate.md": phaseGate("7.2", "Filed", REGISTER),
  [CHARTER]: "# Pilot Lead\n\n**Role:** Pilot Lead (harbour)\n**Status:** Canonical\n**Version:** 1.1\n",
  "docs/specs/other.md":
    "# Other\n\n**Owner:** Deputy Pilot Lead\n**Status:** Draft\n\nThe Pilot Lead said so.\n",
};
/** Without the filed record. */
const OPEN_FILES = Object.fromEntries(Object.entries(FILES).filter(([path]) => !path.includes("7.2")));

function at(path: string, before: string, files = FILES): AuthoringContext {
  const text = files[path] ?? "";
  const place = text.indexOf(before);
  expect(place).toBeGreaterThanOrEqual(0);
  return contextAt(path, text.slice(0, place) + CURSOR + text.slice(place), undefined, files);
}

/** The files after the renaming; the reason where it is refused. */
function rename(
  context: AuthoringContext,
  newName: string,
  files = FILES,
): Readonly<Record<string, string>> | string {
  const renaming = renamingAt(context);
  if (renaming === undefined) return "nothing has a name there";
  if (renaming.kind === "refused") return renaming.reason;
  const refused = refusalOf(renaming.subject, newName, context);
  if (refused !== undefined) return refused;
  const after = { ...files };
  for (const found of findMentions(renaming.subject, context)) {
    if (found === undefined) continue;
    const { path, text } = found.document;
    after[path] = applyEdits(
      text,
      found.ranges.map((range) => ({ range, newText: newName })),
    );
  }
  return after;
}

test("an id is renamed in its work item; paths, longer ids and code that is no gate stay", () => {
  const after = rename(at(GATES, "A-S01 | Read"), "A-S07");
  const expected = (FILES[GATES] ?? "")
    .replace("| A-S01 | Read the \\| tables 🚢 `A-S01`", "| A-S07 | Read the \\| tables 🚢 `A-S07`")
    .replace("| A-S01, A-S10 |", "| A-S07, A-S10 |")
    .replace("| A-S01 |\r\n\r\n", "| A-S07 |\r\n\r\n")
    .replace("and A-S01.", "and A-S07.")
    .replace("A-S01 by mail", "A-S07 by mail");
  expect(after).toEqual({ ...FILES, [GATES]: expected });
});

test("a role is renamed where it owns, acts and signs, and in its charter", () => {
  const after = rename(at(CHARTER, "Pilot Lead (", OPEN_FILES), "Harbour Pilot", OPEN_FILES);
  expect(after).toEqual({
    ...OPEN_FILES,
    [GATES]: OPEN_FILES[GATES]?.replaceAll("Pilot Lead", "Harbour Pilot"),
    [CHARTER]:
      "# Harbour Pilot\n\n**Role:** Harbour Pilot (harbour)\n**Status:** Canonical\n**Version:** 1.1\n",
  });
});

test("a filed record that holds the name is named in the refusal", () => {
  const record = "docs/product/phase_gates/7.2-lights-phase-gate.md";
  expect(rename(at(GATES, "Pilot Lead | 2026"), "Harbour Pilot")).toBe(
    `\`Pilot Lead\` cannot be renamed: \`${record}\` is a filed record, and what it says is permanent.`,
  );
  expect(rename(at(record, "A-S01 | Read"), "A-S07")).toContain(`\`${record}\` is a filed record`);
});

test.each([
  ["", "is no id of that kind"],
  ["A S7", "is no id of that kind"],
  ["GI-1", "is no id of that kind"],
  ["7.4", "is no id of that kind"],
  ["A-S10", "is taken"],
])("%j is no new name for an action", (newName, reason) => {
  expect(rename(at(GATES, "A-S01 | Read"), newName)).toContain(reason);
});

test.each([
  ["", "needs a name"],
  ["Pilot | Lead", "no name of one role"],
  ["Pilot\nLead", "no name of one role"],
  ["Pilot Lead, Chart Owner", "no name of one role"],
  ["Pilot (harbour)", "no name of one role"],
  ["TBD", "no name of one role"],
  ["chart owner", "is a role already"],
])("%j is no new name for a role", (newName, reason) => {
  expect(rename(at(GATES, "Pilot Lead | 2026", OPEN_FILES), newName, OPEN_FILES)).toContain(reason);
});

test("gates, documents and prose are not renamed", () => {
  expect(rename(at(GATES, "G1.1"), "G1.2")).toContain("The policy numbers gates");
  expect(rename(at(GATES, "Phase Gate Document"), "X")).toContain("in the explorer");
  expect(rename(at(GATES, "run A-S01"), "X")).toBe("nothing has a name there");
  expect(rename(at("docs/specs/other.md", "said so"), "X")).toBe("nothing has a name there");
});

test("in a document of no work item an id of several is not guessed", () => {
  const files = { ...FILES, "docs/specs/other.md": "# Other\n\n**Owner:** X\n\nAfter A-S01.\n" };
  expect(rename(at("docs/specs/other.md", "A-S01", files), "A-S07", files)).toContain(
    "Several work items have",
  );
});
