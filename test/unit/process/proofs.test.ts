/** When a proof of a gate item counts. */
import { describe, expect, test } from "vitest";
import { gatesOf } from "./read";

type Line = readonly [value: string, verdict: "given" | "missing" | "negative"];

/** The item with these lines in its fence. */
function itemWith(lines: string): { status: string | undefined; missing: readonly string[] } {
  const item = gatesOf(`## Gate 1\n\n#### Gate 1.1 — Title\n\n\`\`\`\n${lines}\n\`\`\``)[0]?.items[0];
  return { status: item?.status, missing: item?.missing ?? [] };
}

const EVIDENCE = "Evidence: log\n";
const CONFIRMATION = "Owner confirmation: Yes — Pilot, 2026-03-01\n";
const VALIDATION = "PMO validation: Pass — PMO Lead, 2026-03-02\n";

describe("evidence", () => {
  const cases: readonly Line[] = [
    ["Tide log of 2026-03-01, commit 41c0d9e", "given"],
    ["docs/specs/tides.md v1.2", "given"],
    ["[Tide log](../log.md)", "given"],
    ["[RC-07] accepted on 2026-03-01", "given"],
    ["Missing-field check added, commit 41c0d9e", "given"],
    ["Verbal confirmation — Pilot", "given"],
    ["— see the log of 2026-03-01", "missing"],
    ["", "missing"],
    ["—", "missing"],
    ["-", "missing"],
    ["TBC", "missing"],
    ["TBD — Pilot", "missing"],
    ["[PENDING — A-06; four of six run]", "missing"],
    ["**[PENDING]**", "missing"],
    ["[MISSING — A-PRE-01] since Monday", "missing"],
    ["🔴 MISSING", "missing"],
    ["⬜ PENDING (source records available)", "missing"],
    ["Not yet written", "missing"],
    ["Awaiting the log", "missing"],
    ["{evidence}", "missing"],
    ["[commit hash, document path + version]", "missing"],
  ];
  test.each(cases)("%j is %s", (value, verdict) => {
    const { status, missing } = itemWith(`Evidence: ${value}\n${CONFIRMATION}${VALIDATION}`);
    expect(missing).toEqual(verdict === "given" ? [] : ["evidence"]);
    expect(status).toBe(verdict === "given" ? "passed" : "pending");
  });
});

describe("confirmation and validation", () => {
  const cases: readonly Line[] = [
    ["Yes — Pilot, 2026-03-01", "given"],
    ["✅ Yes — Pilot, 2026-03-01T20:55:00Z", "given"],
    ["**Yes**, Pilot, 2026-03-01", "given"],
    ["yes", "given"],
    ["Confirmed by the Pilot on 2026-03-01", "given"],
    ["Pass (with two remarks)", "given"],
    ["No — Pilot, 2026-03-01", "negative"],
    ["Fail — PMO Lead, 2026-03-01 (evidence not yet present)", "negative"],
    ["🔴 FAIL (pending evidence)", "negative"],
    ["[PENDING]", "missing"],
    ["Pending — Pilot", "missing"],
    ["🔴 MISSING — Pilot, date required", "missing"],
    ["—", "missing"],
    ["", "missing"],
    ["Pilot, 2026-03-01", "missing"],
    ["Yes / No — Pilot", "missing"],
    ["[Yes / No] — [Owner role name], [date]", "missing"],
    ["Yes — {role}, {date}", "missing"],
    ["Yes — Pilot, [PENDING]", "missing"],
    ["Notwithstanding", "missing"],
  ];
  test.each(cases)("%j is %s", (value, verdict) => {
    const status = { given: "passed", missing: "pending", negative: "failed" }[verdict];
    const confirmed = itemWith(`${EVIDENCE}Owner confirmation: ${value}\n${VALIDATION}`);
    expect(confirmed).toEqual({ status, missing: verdict === "given" ? [] : ["confirmation"] });
    const validated = itemWith(`${EVIDENCE}${CONFIRMATION}PMO validation: ${value}`);
    expect(validated).toEqual({ status, missing: verdict === "given" ? [] : ["validation"] });
  });
});

describe("where values begin and end", () => {
  const missingOf = (lines: string): readonly string[] => itemWith(lines).missing;

  test("a value runs over indented lines", () => {
    const lines =
      "Evidence:\n                     log of Monday\nOwner confirmation:  Yes — Operations\n   + Pilot";
    expect(missingOf(lines)).toEqual(["validation"]);
    expect(missingOf(`Evidence:   [PENDING — A1\n            and A2]\n${CONFIRMATION}${VALIDATION}`)).toEqual(
      ["evidence"],
    );
  });

  test("an empty line within a value does no harm", () => {
    expect(missingOf(`Evidence:\n\n  log of Monday\n\n${CONFIRMATION}\n${VALIDATION}`)).toEqual([]);
  });

  test("other keys end a value and are no evidence", () => {
    const other =
      "Scope decision: full run not needed.\nThe tables are the same.\n\n  TS-01: PASS, log of Monday\n";
    expect(missingOf(other + CONFIRMATION + VALIDATION)).toEqual(["evidence"]);
    expect(missingOf(`Evidence:\nEvidence required:\n  A log\n${CONFIRMATION}${VALIDATION}`)).toEqual([
      "evidence",
    ]);
    expect(missingOf(`Evidence:\nRemark: a log\n${CONFIRMATION}${VALIDATION}`)).toEqual(["evidence"]);
    expect(missingOf(`Evidence:\n  see: appendix\n${CONFIRMATION}${VALIDATION}`)).toEqual([]);
    expect(missingOf(`Evidence:   log\n  see: appendix\n${CONFIRMATION}${VALIDATION}`)).toEqual([]);
  });

  test("keys may be list items, emphasised, noted and written in any case", () => {
    const lines = "- Evidence:  log\n* **OWNER CONFIRMATION (Pilot):** Yes\n- *pmo_validation*: Pass";
    expect(missingOf(lines)).toEqual([]);
  });

  test("a list item beside a key is no evidence, one below it is", () => {
    const list = (indent: string): string =>
      `### Gate Item: Title\n\n- Evidence:\n${indent}- log of Monday\n- Owner confirmation: Yes\n- PMO validation: Pass`;
    expect(gatesOf(`## Gate 1\n\n${list("  ")}`)[0]?.items[0]?.missing).toEqual([]);
    expect(gatesOf(`## Gate 1\n\n${list("")}`)[0]?.items[0]?.missing).toEqual(["evidence"]);
  });

  test("a list below an emphasised key belongs to it", () => {
    const body = "**Evidence:**\n\n- log of Monday\n\n**Owner confirmation:** Yes\n**PMO validation:** Pass";
    expect(gatesOf(`## Gate 1\n\n### Gate 1.1 — Title\n\n${body}`)[0]?.items[0]?.status).toBe("passed");
  });

  test("text behind the last value is not part of it", () => {
    expect(missingOf(`${EVIDENCE}${CONFIRMATION}PMO validation:\n\nOBS-01: Pass is what they said.`)).toEqual(
      ["validation"],
    );
  });
});

test("a long fence takes no time", () => {
  const lines = `Evidence: log\n${"  more of it, with [brackets\n".repeat(50_000)}`;
  // what takes the square of the length is beyond the limit of any test
  expect(itemWith(lines).missing).toEqual(["confirmation", "validation"]);
});
