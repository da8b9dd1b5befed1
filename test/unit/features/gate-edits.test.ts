/** One proof of a gate item is written, in the shape that its document has. */
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../server/base/edit";
import { editGateItem, type ItemPlace, type ProofChange } from "../../../server/features/gate-edits";
import { govern } from "../../../server/workspace/govern";
import { HEADER, PHASE_GATE, policyOf } from "../process/read";

const policy = policyOf();

function edit(body: string, place: ItemPlace, change: ProofChange, head = HEADER): string {
  const document = govern(PHASE_GATE, `${head}\n${body}`, policy);
  const answer = editGateItem(document, false, place, change, "2026-03-02");
  return "refusal" in answer
    ? answer.refusal
    : applyEdits(document.text, answer.edits).slice(head.length + 1);
}

const evidence = (value: string): ProofChange => ({ proof: "evidence", value });
const confirmation: ProofChange = { proof: "confirmation", value: "Pilot" };
const validation: ProofChange = { proof: "validation", value: "PMO Lead" };

describe("in a fence", () => {
  const body = (...lines: string[]): string =>
    `## Gate 1\n\n#### G1.1 — Log\n\n\`\`\`\n${lines.join("\n")}\n\`\`\`\n`;
  const first = "Evidence:            Tide log,";
  const open = [
    "Evidence:            [PENDING — two",
    "                     are out]",
    "Owner confirmation:  [PENDING]",
    "PMO validation:",
  ];

  test("the value takes the place of the old one, over several lines too", () => {
    expect(edit(body(...open), { id: "G1.1" }, evidence("log.md v1.2 | x"))).toBe(
      body("Evidence:            log.md v1.2 | x", "Owner confirmation:  [PENDING]", "PMO validation:"),
    );
  });

  test("an empty value begins where the others do", () => {
    const rest = [
      first,
      "                     commit 41c0d9e",
      "Owner confirmation:  Yes — Pilot, 2026-03-01",
    ];
    expect(edit(body(...rest, "PMO validation:   "), { id: "G1.1" }, validation)).toBe(
      body(...rest, "PMO validation:      Pass — PMO Lead, 2026-03-02"),
    );
    expect(edit(body("Evidence: log", "Owner confirmation:"), { id: "G1.1" }, confirmation)).toBe(
      body("Evidence: log", "Owner confirmation: Yes — Pilot, 2026-03-02"),
    );
  });

  test("a key that is absent is added beside the others, in their shape and order", () => {
    expect(
      edit(
        body("Note: keep", "  Evidence:            log,", "                       v1.2", "Conditions: none"),
        { id: "G1.1" },
        confirmation,
      ),
    ).toBe(
      body(
        "Note: keep",
        "  Evidence:            log,",
        "                       v1.2",
        "  Owner confirmation:  Yes — Pilot, 2026-03-02",
        "Conditions: none",
      ),
    );
    expect(edit(body("Owner confirmation:  [PENDING]"), { id: "G1.1" }, evidence("log"))).toBe(
      body("Evidence:            log", "Owner confirmation:  [PENDING]"),
    );
  });

  test("line endings stay as they are", () => {
    const text = body("Evidence: log", "Note: x").replaceAll("\n", "\r\n");
    expect(edit(text, { id: "G1.1" }, confirmation, HEADER.replaceAll("\n", "\r\n"))).toBe(
      text.replace("log\r\n", "log\r\nOwner confirmation: Yes — Pilot, 2026-03-02\r\n"),
    );
  });
});

describe("in other shapes", () => {
  test("lines of a gate's own fence", () => {
    const fence =
      "## Gate 0\n\n```\nGate 0.1 — Log\n  Evidence:  log\n\nGate 0.2 — Mail\n  Evidence:  —\n```\n";
    expect(edit(fence, { id: "0.1" }, confirmation)).toBe(
      fence.replace("log\n", "log\n  Owner confirmation: Yes — Pilot, 2026-03-02\n"),
    );
    expect(edit(fence, { id: "0.2" }, evidence("mail of Monday"))).toBe(
      fence.replace("—\n```", "mail of Monday\n```"),
    );
  });

  test("a list, with and without emphasis", () => {
    const list =
      "## Gate G1\n\n### Gate Item: Log kept\n\n- **Evidence:** log\n- **Owner confirmation:** _No_\n";
    const place = { id: "", title: "Log kept" };
    const given = list.replace("_No_", "Yes — Pilot, 2026-03-02");
    expect(edit(list, place, confirmation)).toBe(given);
    expect(edit(given, place, validation)).toBe(
      `${given}- **PMO validation:** Pass — PMO Lead, 2026-03-02\n`,
    );
  });

  test("bold lines, broken by backslashes", () => {
    const lines =
      "## Gate 1\n\n**Gate 1.1 — Log**\n\n**Evidence:** log\\\n**Owner confirmation:** Yes — Pilot, 2026-03-01\\\n**PMO validation:** [PENDING]\n";
    expect(edit(lines, { id: "1.1" }, validation)).toBe(
      lines.replace("[PENDING]", "Pass — PMO Lead, 2026-03-02"),
    );
  });

  test("a table, whose column has to be there", () => {
    const table =
      "## Gate 1\n\n| Item | Evidence  | Owner confirmation |\n|------|-----------|--------------------|\n| 1.1  | [PENDING] | —                  |\n";
    expect(edit(table, { id: "1.1" }, evidence("a | b"))).toBe(table.replace("[PENDING]", "a \\| b   "));
    const given = table
      .replace("[PENDING]", "log      ")
      .replace("—                 ", "Yes — Pilot, 2026-03-01");
    expect(edit(given, { id: "1.1" }, validation)).toBe(
      "The table of 1.1 has no column `PMO validation`. Add one to its head first.",
    );
  });

  test("the words of other items are taken", () => {
    const fence =
      "## Gate 1\n\n```\nGate 1.1 — Log\n  Evidence: log\n  Owner confirmation: CONFIRMED — Pilot, 2026-03-01\nGate 1.2 — Mail\n  Evidence: mail\n```\n";
    expect(edit(fence, { id: "1.2" }, confirmation)).toContain(
      "  Owner confirmation: CONFIRMED — Pilot, 2026-03-02\n```",
    );
  });
});

describe("a refusal", () => {
  const item =
    "## Gate 1\n\n#### 1.1 — Log\n\n```\nEvidence: [PENDING]\nOwner confirmation: Yes — Pilot, 2026-03-01\n```\n";

  test("tells what comes first, and what is given already", () => {
    expect(edit(item, { id: "1.1" }, validation)).toBe(
      "1.1 still lacks `Evidence`, which `PMO validation` relies on. Give it first.",
    );
    expect(edit(item, { id: "1.1" }, confirmation)).toBe(
      "The `Owner confirmation` of 1.1 is given already. Change it in the text, where it says by whom and when.",
    );
  });

  test("tells that the item is no longer what was seen", () => {
    const seen: ItemPlace = { id: "1.1", title: "Log", line: 11, missing: ["evidence", "validation"] };
    expect(edit(item, seen, evidence("log"))).toContain("Evidence: log");
    expect(edit(`Words.\n\n${item}`, seen, evidence("log"))).toContain("Evidence: log");
    const refusal =
      "The gate item 1.1 is not what it was when it was chosen: it has been changed or taken out since. Look at it, and try again.";
    expect(edit(item.replace("[PENDING]", "log"), seen, evidence("log"))).toBe(refusal);
    expect(edit(item.replace("Log", "Logs"), seen, evidence("log"))).toBe(refusal);
  });

  test("keeps what would not be read as it is meant out of the text", () => {
    expect(edit(item, { id: "1.1" }, evidence("TBC"))).toBe(
      "`TBC` would not be read as the `Evidence` of 1.1. Word it otherwise, or write it into the text.",
    );
    expect(edit(item, { id: "1.1" }, evidence("a\r\nb"))).toMatch(/line break/);
    expect(edit("## Gate 1\n\n#### Gate 1.1 — Log\n\nSome words.\n", { id: "1.1" }, evidence("log"))).toBe(
      "1.1 has none of the keys of its proofs, so nothing shows how `Evidence` is written here. Write one of them below it first.",
    );
    expect(edit(item, { id: "1.1" }, evidence("log"), HEADER.replace("Active", "Filed"))).toMatch(
      /^This document is filed/,
    );
  });
});
