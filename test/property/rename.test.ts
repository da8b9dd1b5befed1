/** Renaming there and back gives the same bytes, and only what is mentioned changes on the way. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../server/base/edit";
import type { AuthoringContext } from "../../server/features/authoring/context";
import { findMentions } from "../../server/features/authoring/find-mentions";
import { refusalOf, renamingAt } from "../../server/features/authoring/rename";
import { CURSOR, contextAt } from "../unit/features/authoring/workspace";

const PATH = "docs/product/phase_gates/7.1-buoys-phase-gate.md";
const HEADER = [
  "# Phase Gate Document — 7.1 Buoys",
  "",
  "**Owner:** Pilot Lead",
  "**Class:** Delivery Record (Class 7)",
  "**Status:** Active",
  "**Feature:** 7.1 — Buoys",
  "",
  "| Action ID | Description | Owner | Status | Blocked on |",
  "|---|---|---|---|---|",
  "| A-S01 | Begin | Pilot Lead | Open | — |",
];
const row = fc
  .tuple(
    fc.constantFrom("A-S01", "A-S1", "A-S10", "**A-S02**", "🚢 A-S3"),
    fc.constantFrom("Read \\| write 🚢", "as A-S01 says", "`A-S01`", "`a\\|A-S01`"),
    fc.constantFrom(
      "Pilot Lead",
      "pilot lead + QA Lead",
      "Deputy Pilot Lead",
      "**Pilot Lead** 🚢",
      "QA Lead",
    ),
    fc.constantFrom("—", "A-S01", "A-S01 + A-S10", "A-S10–A-S01"),
  )
  .map(([id, text, owner, blocked]) => `| ${id} | ${text} | ${owner} | Open | ${blocked} |`);
const line = fc.constantFrom(
  "",
  "After A-S01, not A-S01-x nor xA-S01: 🚢A-S01🚢",
  "`docs/A-S01/A-S01.md`, docs/A-S01.md and [A-S01](A-S01.md#A-S01)",
  "<!-- A-S01 --> The Pilot Lead and A-S01.",
  "> A-S01 \\| A-S10",
  "- [ ] A-S01 (Pilot Lead, 2026-02-01)",
  "    A-S01 in indented code",
);
const fence = fc.constantFrom(
  "```sh\nA-S01\n```",
  "```\nEvidence: A-S01\nPMO validation: Pass — Pilot Lead, 2026-02-01\n```",
);
const document = fc
  .tuple(
    fc.array(row, { maxLength: 5 }),
    fc.array(fc.oneof(line, fence), { maxLength: 6 }),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([rows, lines, eol]) => [...HEADER, ...rows, "", ...lines, ""].join("\n").replaceAll("\n", eol));

function at(text: string, words: string): AuthoringContext {
  const place = text.indexOf(words);
  return contextAt(PATH, text.slice(0, place) + CURSOR + text.slice(place), undefined, {});
}

function rename(text: string, from: string, to: string): string {
  const context = at(text, from);
  const renaming = renamingAt(context);
  if (renaming?.kind !== "possible") throw new Error(`${from} cannot be renamed`);
  expect(refusalOf(renaming.subject, to, context)).toBeUndefined();
  const found = [...findMentions(renaming.subject, context)].flatMap((each) => each ?? []);
  const ranges = found.flatMap((each) => each.ranges);
  // every range holds the name and nothing else
  for (const { start, end } of ranges) expect(text.slice(start, end).toLowerCase()).toBe(from.toLowerCase());
  return applyEdits(
    text,
    ranges.map((range) => ({ range, newText: to })),
  );
}

test.each([
  ["A-S01", "ZZ-B77"],
  ["Pilot Lead", "Harbour & Sea Master"],
])("%s becomes %s, and what it was again", (from, to) => {
  fc.assert(
    fc.property(document, (text) => {
      const once = rename(text, from, to);
      // spelling in another case is taken along to the new name
      const same = (each: string) => each.replaceAll(new RegExp(from, "gi"), from);
      expect(same(rename(once, to, from))).toBe(same(text));
      expect(once.replaceAll(to, from)).toBe(rename(once, to, from));
    }),
    { numRuns: 25 },
  );
});
