/** Decisions and known deviations, in the shapes that documents give them. */
import { describe, expect, test } from "vitest";
import { bodyFacts, factsOf, policyOf } from "./read";

const shown = (entries: ReturnType<typeof bodyFacts>["decisions"]) =>
  entries.map(({ id, text, line }) => `${line}: ${id ?? "–"} ${text}`.trimEnd());
const decisions = (body: string, policy = policyOf()) =>
  shown(bodyFacts(body, policy).decisions).map((line) => line.replace(/^\d+: /, ""));
const spec = (body: string) =>
  shown(
    factsOf(`# Tides\n\n**Owner:** A\n**Status:** Canonical\n\n${body}\n`, "docs/specs/tides.md").deviations,
  );

describe("decisions", () => {
  test("headings that open with a number", () => {
    expect(decisions("## Decision 1 — Where `tides` lie\n\n### ✅ D2a: Who reads\n\n## Decision 3")).toEqual([
      "Decision 1 Where tides lie",
      "D2a Who reads",
      "Decision 3",
    ]);
  });

  test("not what only speaks of decisions", () => {
    expect(
      decisions(
        "## Decisions\n\n## DEF-001 — Late\n\n## Decision Framework\n\n## Decisions 1, 2 and 3\n\n## D3.js\n\n### Day 2\n\n## Decision 1, 2",
      ),
    ).toEqual([]);
    expect(decisions("## Decision {n} — {question}\n\n## Decision 1 — {question}")).toEqual([]);
  });

  test("rows of a table with ids; a table of what was decided of other things has none", () => {
    const rows = "|---|---|---|\n| D1 | Which **datum**? | Pilot |\n| D2 | | Pilot |\n| D3 | {question} | |";
    expect(decisions(`| # | Decision | Owner |\n${rows}`)).toEqual(["D1 Which datum?"]);
    expect(decisions("| Item | Decision |\n|---|---|\n| Neap | Rejected |")).toEqual([]);
    expect(decisions("| # | Action | Decision |\n|---|---|---|\n| 1 | Read | Yes |")).toEqual([]);
    expect(decisions("> | # | Decision |\n> |---|---|\n> | D1 | Quoted |")).toEqual([]);
  });

  test("the words are the policy's", () => {
    const policy = policyOf(
      "process:\n  decisionHeadings: [Beschluss Nr.]\n  decisionColumns: [Beschluss]\n",
    );
    expect(decisions("## Beschluss Nr. 4 – Pegel\n\n## Decision 1 — Tides", policy)).toEqual([
      "Beschluss Nr. 4 Pegel",
    ]);
  });
});

describe("deviations", () => {
  test("subsections of the section for them, the nearest ones", () => {
    const body =
      "## Appendix E — Known Deviations & Backlog Items\n\n### Item 1 — Neap\n\n#### Detail\n\n### Item 2\n\n## Use";
    expect(spec(body)).toEqual(["7: – Item 1 — Neap", "11: – Item 2"]);
  });

  test("rows, or items of a list", () => {
    expect(
      spec("## Deviations\n\n| ID | Deviation | Priority |\n|---|---|---|\n| DEF-1 | Late | P1 |"),
    ).toEqual(["9: DEF-1 Late"]);
    expect(spec("## 7. Known Limitations\n\n- **Late** by a minute\n  - in winter\n- Wet")).toEqual([
      "7: – Late by a minute",
      "9: – Wet",
    ]);
  });

  test("nothing where there are none, and in sections about something else", () => {
    expect(spec("## Known Deviations\n\n- None.\n")).toEqual([]);
    expect(spec("## Known Deviations\n\n| Field | Value |\n|---|---|\n| Priority | P1 |\n")).toEqual([]);
    expect(
      spec(
        "## Standard Deviations of tides\n\n- a\n\n## Known Deviation Documentation Standard\n\n- b\n\n## What the known limitations taught\n\n- c",
      ),
    ).toEqual([]);
  });
});
