/** Blockers and risks of a work item: what is still open of them, and what the status block says in words. */
import { describe, expect, test } from "vitest";
import { bodyFacts } from "./read";

const concernsOf = (body: string) =>
  bodyFacts(body).concerns.map(({ kind, id, text, owners, affects }) => [kind, id, text, owners, affects]);

describe("a table of blockers", () => {
  const head = "| # | Blocker | Affects | Owner | Raised | Status |\n|---|---|---|---|---|---|\n";

  test("holds those that are open", () => {
    const body =
      `${head}| B-01 | The **pilot** is away | Gate 2 | PMO Lead | 2026-03-01 | 🔴 Open |
| B-02 | No ` +
      "`tides`" +
      ` yet | — | — | 2026-03-01 | ✅ Resolved 2026-03-04 |
| B-03 | ~~Lost~~ | Gate 3 | QA Lead | 2026-03-02 | Open |
| — | — | — | — | — | — |
| {#} | {description} | {gate} | {role} | {date} | Open |`;
    expect(concernsOf(body)).toEqual([["blocker", "B-01", "The pilot is away", ["PMO Lead"], "Gate 2"]]);
  });

  test("is none where it lists actions, or is quoted", () => {
    const action =
      "| # | Action | Owner | Risk | Status |\n|---|---|---|---|---|\n| A1 | Row out | Pilot | Fog | Open |";
    const quoted = `${head}| B-01 | The pilot is away | Gate 2 | PMO Lead | 2026-03-01 | Open |`.replace(
      /^/gm,
      "> ",
    );
    expect(concernsOf(`${action}\n\n${quoted}`)).toEqual([]);
  });
});

test("a table of risks without states holds all of them", () => {
  const body =
    "| Risk | Impact | Mitigation |\n|---|---|---|\n| Fog | No trips | Radar |\n| Ice | Late trips | Salt |";
  expect(concernsOf(body)).toEqual([
    ["risk", undefined, "Fog", [], "No trips"],
    ["risk", undefined, "Ice", [], "Late trips"],
  ]);
});

describe("the status block", () => {
  const block = (value: string): string => `## Current Status\n\n\`\`\`\nBlockers:   ${value}\n\`\`\``;

  test("names a blocker in words, at its line", () => {
    const { concerns } = bodyFacts(block("A-01 waits for the harbour,\n            and nobody asks"));
    expect(concerns).toMatchObject([
      { kind: "blocker", text: "A-01 waits for the harbour, and nobody asks" },
    ]);
    expect(concerns[0]?.line).toBeGreaterThan(0);
  });

  for (const none of ["None", "none — all clear", "—", "", "{None / description}"])
    test(`says that there is none: ${none || "nothing"}`, () => expect(concernsOf(block(none))).toEqual([]));

  test("is silent where a table lists blockers", () => {
    const table = "| Blocker | Owner |\n|---|---|\n| Fog | Pilot |";
    expect(concernsOf(`${block("Fog")}\n\n${table}`)).toHaveLength(1);
  });
});
