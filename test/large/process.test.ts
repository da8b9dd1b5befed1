/**
 * Time grows with the size of a document, not with its square, whatever it is made of: what is linear takes below a
 * second here, what is quadratic takes minutes, and the test runner's own time-out ends it.
 */
import { expect, test } from "vitest";
import { bodyFacts } from "../unit/process/read";

const SIZE = 1024 * 1024;

const fill = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length));
const register = (rows: string): string =>
  `| # | Action | Owner | Status | Blocked on |\n|---|---|---|---|---|\n${rows}`;

const bodies: Readonly<Record<string, string>> = {
  "lines of a value": `## Gate 1\n\n\`\`\`\nEvidence: log\n${fill("  more, with [brackets\n")}\`\`\``,
  "key lines of a paragraph": `## Gate 1\n\n${fill("Evidence: log\n")}`,
  "items of a fence": `## Gate 1\n\n\`\`\`\n${fill("Gate 1.1 — Title\nGate 1.2 — Title\n")}\`\`\``,
  "headings of gates": fill("## Gate 1 — PASSED\n\n"),
  "a heading of dashes": `## Gate 1 — ${fill("a — ")}`,
  "a heading of blanks": `## Gate 1 — a${fill(" ")}b`,
  "rows with ranges": register(fill("| A1 | Ask | Pilot | Open | A1–A9, B-1 |\n")),
  "a cell of ids": register(`| A1 | Ask | Pilot | Open | ${fill("A1 ")} |`),
  "a cell of marks": register(`| A1 | ${fill("`a **b _c [")} | Pilot | Open | — |`),
  "cells of blanks": register(`| A1 | Ask | a${fill(" ")}b | a${fill(" ")}b | — |`),
  "task list items": fill("- [ ] Ask (Pilot, 2026-03-02)\n"),
  "a task of labels": `- [ ] ${fill("Owner: a — ")}`,
};

test.each(Object.keys(bodies))("%s", (name) => {
  expect(bodyFacts(bodies[name] ?? "")).toBeDefined();
});

/** Reading a line once cost a search of the whole block, but only after the code had been optimised. */
test("a value of very many lines is read by warm code before the test is timed out", () => {
  const small =
    "## Gate 1\n\n```\nGate 1.1 — T\n  Evidence: log\n  Owner confirmation: Yes\n```\n\n- Evidence: x\n";
  for (let i = 0; i < 3000; i++) bodyFacts(small);
  const body = `## Gate 1\n\n\`\`\`\nEvidence: log\n${"  more of the log\n".repeat(480_000)}\`\`\``;
  expect(bodyFacts(body)).toBeDefined();
});
