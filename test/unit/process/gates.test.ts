/** Gates and their items, in every shape that documents give them. */
import { describe, expect, test } from "vitest";
import { bodyFacts, gatesOf, itemsOf, policyOf } from "./read";

const PROOFS = `Evidence:            Tide log of 2026-03-01, commit 41c0d9e
Owner confirmation:  Yes — Pilot, 2026-03-01
PMO validation:      Pass — PMO Lead, 2026-03-02`;
const fence = (lines: string): string => `\`\`\`\n${lines}\n\`\`\``;
const indent = (lines: string): string => lines.replace(/^/gm, "  ");

describe("shapes", () => {
  test("a fence per item, below the item's heading", () => {
    const gates = gatesOf(`## Gate Register

### Gate G1 — LOGGED → TRIAGED

**Gate status: ✅ ALL G1 ITEMS PASS — transition valid**

---

#### G1.1 — Log is complete (HARD BLOCK on G3)

${fence(`Gate item:  The log names the place\n\n${PROOFS}`)}

#### G1.2 — Severity assigned

${fence(PROOFS.replace("Pass", "Fail"))}

### Gate G2 — TRIAGED → ROOT CAUSE IDENTIFIED

*Not yet open.*`);
    expect(gates.map(({ gate, title, status }) => `${gate} ${title}: ${status}`)).toEqual([
      "G1 LOGGED → TRIAGED: failed",
      "G2 TRIAGED → ROOT CAUSE IDENTIFIED: not-started",
    ]);
    expect(gates[0]?.items.map(({ id, title, status }) => `${id} ${title}: ${status}`)).toEqual([
      "G1.1 Log is complete (HARD BLOCK on G3): passed",
      "G1.2 Severity assigned: failed",
    ]);
  });

  test("with the word for a gate, at any level, with letters behind the number", () => {
    const item = (name: string): string => `### Gate ${name} — Title\n\n${fence(PROOFS)}`;
    const gates = gatesOf(
      `## Gate R — READINESS_AUDIT → AWAITING_MEETING\n\n${item("R.1")}\n\n${item("R.1a")}`,
    );
    expect(itemsOf(gates)).toEqual(["R.1 passed", "R.1a passed"]);
    expect(gatesOf(item("R.1")).map(({ gate, title }) => [gate, title])).toEqual([
      ["R", "READINESS_AUDIT → AWAITING_MEETING"],
    ]);
  });

  test("one fence for a whole gate", () => {
    const gates = gatesOf(`## Gate 0 — ✅ COMPLETE (2026-03-02)

${fence(`Gate 0.1 — Crew confirmed\n${indent(PROOFS)}\n\nGate 0.2 — Agenda sent\n${indent(PROOFS)}\n\nGate 0.3 — Chart at hand`)}`);
    expect(gates).toMatchObject([{ gate: "0", title: "AWAITING_MEETING → PRE_ALIGNMENT_MEETING", line: 11 }]);
    expect(gates[0]?.items).toMatchObject([
      { id: "0.1", title: "Crew confirmed", status: "passed", line: 14 },
      { id: "0.2", title: "Agenda sent", status: "passed", line: 19 },
      { id: "0.3", title: "Chart at hand", status: "pending", line: 24 },
    ]);
  });

  test("a heading with a title and a list", () => {
    const list = PROOFS.replace(/^(.*?):/gm, "- **$1:**");
    const body = `## Gate G4\n\n### Gate Item: Tables printed\n\n${list}\n\n### Gate Item: Tables sold`;
    expect(itemsOf(gatesOf(body))).toEqual([
      "Tables printed passed",
      "Tables sold pending: evidence, confirmation, validation",
    ]);
  });

  test("paragraphs, and headings without a name of an item", () => {
    const lines = PROOFS.replace(/^(.*?):/gm, "**$1**:");
    expect(itemsOf(gatesOf(`## Gate 1\n\n### Decisions closed\n\n${lines}\n\n### Remarks\n\nNone.`))).toEqual(
      ["Decisions closed passed"],
    );
    expect(itemsOf(gatesOf(`## Gate 1\n\n**Gate 1.1 — Decisions closed**\n\n${lines}`))).toEqual([
      "1.1 passed",
    ]);
  });

  test("keys right below the gate: the first key names the item and parts it from the next", () => {
    const item = (title: string): string => `Gate item:  ${title}\n            in full\n${PROOFS}`;
    expect(itemsOf(gatesOf(`## Gate 1\n\n${fence(`${item("One")}\n\n${item("Two")}`)}`))).toEqual([
      "One in full passed",
      "Two in full passed",
    ]);
  });

  test("a table with a row for each item", () => {
    const body = `## Gate 2

| Item | What | Evidence | Owner confirmation | PMO validation |
|------|------|----------|--------------------|----------------|
| Gate 2.1 | Tables printed | \`tables.md\` v1.2 | Yes — Pilot, 2026-03-01 | Pass — PMO Lead, 2026-03-02 |
| Gate 2.2 | Tables sold | — | No — Pilot, 2026-03-01 | |
| | | | | |`;
    expect(itemsOf(gatesOf(body))).toEqual(["2.1 passed", "2.2 failed: evidence, confirmation, validation"]);
    expect(gatesOf(body)[0]?.items[0]?.title).toBe("Tables printed");
  });

  test("items without any gate above them", () => {
    expect(gatesOf(`### G3.1 — Fix begun\n\n${fence(PROOFS)}`)).toMatchObject([
      { gate: "G3", status: "passed" },
    ]);
    expect(gatesOf(`### Gate Item: Fix begun\n\n${fence(PROOFS)}`)).toMatchObject([
      { gate: "", items: [{ id: "", title: "Fix begun" }] },
    ]);
  });
});

describe("what is no gate and no item", () => {
  const bodies: readonly string[] = [
    "## Gate Register\n\n## Gate status\n\n## Gates",
    "## Phase 1 Gate Check\n\n- [x] done",
    "## Gate 2 waits for A1",
    "## 1.1 — Purpose\n\n## 3.2 Sizing",
    "### 4.1a — Export\n\nEvidence: none",
    "## Notes\n\n- Evidence: a log\n- Source: a book",
    "> ## Gate R\n>\n> - Evidence: a log",
    fence("## Gate R\n[Gate 0]"),
    "Gate 2.1 — is what we call it in prose.",
    "**Gate R.1 — Data model readiness confirmed**\nAll fields exist.",
  ];
  test.each(bodies)("%j", (body) => {
    expect(gatesOf(body)).toEqual([]);
  });

  test("bold paragraphs without proofs define an item, they are none", () => {
    const body =
      "## Gate R\n\n**Gate R.1 — Data model ready**\nAll fields exist.\n\n**Gate R.2 — Charts ready**";
    expect(gatesOf(body)).toMatchObject([{ gate: "R", items: [] }]);
  });

  test("a heading beside the gate ends it", () => {
    const body = `## Gate 1\n\n## Sign-off\n\n- Evidence: a log`;
    expect(gatesOf(body)).toMatchObject([{ gate: "1", items: [] }]);
  });

  test("under a gate, numbers of other chapters are no items", () => {
    expect(itemsOf(gatesOf("## Gate 1\n\n### 1.1 — Decisions closed\n\n### 2.1 — Charts"))).toEqual([
      "1.1 pending: evidence, confirmation, validation",
    ]);
  });
});

describe("statements", () => {
  const statusOf = (body: string): string | undefined => gatesOf(body)[0]?.status;

  const headings: readonly (readonly [heading: string, status: string, title: string])[] = [
    ["Gate 1 — ✅ COMPLETE (2026-03-02)", "passed", "PRE_ALIGNMENT_MEETING → SPEC_DELIVERY"],
    ["Gate 1 — Complete", "passed", "PRE_ALIGNMENT_MEETING → SPEC_DELIVERY"],
    ["Gate 1: PASSED 2026-03-02", "passed", "PRE_ALIGNMENT_MEETING → SPEC_DELIVERY"],
    ["✅ Gate 1 — Decisions — passed", "passed", "Decisions"],
    ["Gate 1 — Decisions (✅ passed)", "passed", "Decisions"],
    ["Gate 1 ✅ ALL ITEMS PASS", "passed", "PRE_ALIGNMENT_MEETING → SPEC_DELIVERY"],
    ["Gate 1 — 🟡 1 OF 2 ITEMS PASS", "pending", "PRE_ALIGNMENT_MEETING → SPEC_DELIVERY"],
    ["Gate 1 — 🟡 PENDING", "pending", "PRE_ALIGNMENT_MEETING → SPEC_DELIVERY"],
    ["Gate 1 — 🟡 In progress", "pending", "PRE_ALIGNMENT_MEETING → SPEC_DELIVERY"],
    ["Gate 1 — 🔴 FAIL — 1.2 outstanding", "failed", "1.2 outstanding"],
    ["Gate 1 — ⬜ NOT STARTED", "not-started", "PRE_ALIGNMENT_MEETING → SPEC_DELIVERY"],
    ["Gate 1 — Complete the decisions", "not-started", "Complete the decisions"],
    ["Gate 1", "not-started", "PRE_ALIGNMENT_MEETING → SPEC_DELIVERY"],
    [
      "4. Gate G3 — ROOT CAUSE IDENTIFIED → FIX IN PROGRESS",
      "not-started",
      "ROOT CAUSE IDENTIFIED → FIX IN PROGRESS",
    ],
    ["G3 — FIX IN PROGRESS", "not-started", "FIX IN PROGRESS"],
    ["gate g3", "not-started", "ROOT CAUSE IDENTIFIED → FIX IN PROGRESS"],
  ];
  test.each(headings)("%s", (heading, status, title) => {
    expect(gatesOf(`## ${heading}`)).toMatchObject([{ status, title }]);
  });

  const lines: readonly (readonly [line: string, status: string])[] = [
    ["**Gate status: ✅ ALL G1 ITEMS PASS — transition pending**", "passed"],
    ["**Gate status:** ✅ Passed", "passed"],
    ["**Gate R overall status: 🔴 FAIL — R.1 outstanding.**", "failed"],
    ["**Gate status: 🔴 CANNOT PASS — items outstanding**", "pending"],
    ["**Status:** 🟡 PENDING", "pending"],
    ["Status: not started", "not-started"],
    ["**Status:** waltzing", "not-started"],
  ];
  test.each(lines)("%s", (line, status) => {
    expect(statusOf(`## Gate R — A → B\n\n${line}`)).toBe(status);
  });

  test("a status line may stand below the items", () => {
    const body = "## Gate R\n\n### Gate Notes\n\nNone.\n\n**Gate R overall status: ✅ PASS**";
    expect(statusOf(body)).toBe("passed");
  });

  test("items decide against statements", () => {
    const item = (proofs: string): string =>
      `## Gate 1 — ✅ COMPLETE\n\n### Gate 1.1 — Title\n\n${fence(proofs)}`;
    expect(statusOf(item(PROOFS))).toBe("passed");
    expect(statusOf(item(PROOFS.replace("Yes", "No")))).toBe("failed");
    expect(statusOf(item("Evidence: a log"))).toBe("pending");
    expect(statusOf(item("Evidence: [PENDING]"))).toBe("pending");
  });

  test("items that nobody has touched leave a gate not started, unless the document says that it is under way", () => {
    const item =
      "### Gate 1.1 — Title\n\n```\nEvidence: [PENDING]\nOwner confirmation: —\nPMO validation:\n```";
    expect(statusOf(`## Gate 1\n\n${item}`)).toBe("not-started");
    expect(statusOf(`## Gate 1 — ⬜ NOT STARTED\n\n${item}`)).toBe("not-started");
    expect(statusOf(`## Gate 1 — 🟡 PENDING\n\n${item}`)).toBe("pending");
  });

  test("the phase history speaks for gates that say nothing themselves, and names others", () => {
    const history = `| Phase | Gate condition | Status | Date |
|-------|----------------|--------|------|
| Phase 0 — Readiness Audit | Audit complete | ✅ Complete | 2026-03-01 |
| Phase 1 — Pre-Alignment Meeting | Gates 0 and 1 | 🟡 In progress | — |
| Gate 9 — Celebration | Tables sold | ⬜ Not started | — |
| Implementation | Printing | ⬜ Not started | — |

| # | Blocker | Affects | Status |
|---|---------|---------|--------|
| B-01 | No paper | Gate 7 | Open |`;
    const body = `## Gate R\n\n## Gate 0\n\n## Gate 1 — ✅ PASSED\n\n${history}`;
    expect(gatesOf(body).map(({ gate, status }) => `${gate} ${status}`)).toEqual([
      "R passed",
      "0 pending",
      "1 passed",
      "9 not-started",
    ]);
    expect(gatesOf(history)).toMatchObject([{ gate: "9", title: "Celebration", line: 15 }]);
  });
});

test("words of gates are the policy's", () => {
  const policy = policyOf(`process:
  gateKeys: { evidence: [Nachweis], confirmation: [Bestätigung], validation: [Prüfung], other: [Bemerkung] }
  passedWords: [ja, bestanden]
  failedWords: [nein]
  pendingWords: [offen]`);
  const keys = "Nachweis: Logbuch\nBemerkung: keine\nBestätigung: Ja — Lotse\nPrüfung: offen";
  const { gates } = bodyFacts(`## Gate 1\n\n### Gate 1.1 — Titel\n\n${fence(keys)}`, policy);
  expect(itemsOf(gates)).toEqual(["1.1 pending: validation"]);
});
