/** What may be filed, what may not and why, and what filing writes. */
import { describe, expect, it, test } from "vitest";
import { applyEdits } from "../../../server/base/edit";
import { checkFiling } from "../../../server/features/filing";
import { govern } from "../../../server/workspace/govern";
import { CLEAN, FILED, FILED_PATH, POLICY } from "../../support/delivery-documents";
import {
  findingsOf,
  GATES,
  GATES_PATH,
  inputOf,
  policyOf,
  REPORT,
  REPORT_PATH,
} from "../../support/filing-documents";

const FILED_REPORT = REPORT.replace("**Status:** Active", "**Status:** Filed").replace(
  "**Date Filed:** —",
  "**Date Filed:** 2026-11-27",
);

const file = (path: string, text: string, policy = POLICY) =>
  checkFiling(inputOf(path, text, policyOf(policy)));
const reasons = (path: string, text: string, policy = POLICY) =>
  file(path, text, policy).refusals.map(({ message, line }) => `${line ?? "-"}: ${message}`);

/** The text after filing; fails with the reasons where it is refused. */
function filed(path: string, text: string, policy = POLICY): string {
  const result = file(path, text, policy);
  expect(result.refusals).toEqual([]);
  expect(applyEdits(text, result.edits)).toBe(result.text);
  return result.text;
}

describe("filing", () => {
  it("sets state and filing date, and leaves the document filed and without a finding", () => {
    const text = filed(REPORT_PATH, REPORT);
    expect(text).toBe(FILED_REPORT);
    expect(govern(REPORT_PATH, text, policyOf()).filed).toBe(true);
    expect(findingsOf(inputOf(REPORT_PATH, text))).toEqual([]);
  });

  it("sets Last Updated where the header has it", () => {
    expect(filed(GATES_PATH, GATES)).toContain("**Date Filed:** 2026-11-27\n**Last Updated:** 2026-11-27\n");
  });

  it("keeps line endings and a byte order mark", () => {
    const crlf = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    expect(filed(REPORT_PATH, crlf(REPORT))).toBe(crlf(FILED_REPORT));
  });

  it.each([
    ["emphasis", "**Status:** *Active*", "**Status:** *Filed*"],
    ["a code span", "**Status:** `Active`", "**Status:** `Filed`"],
    ["a remark on the old state", "**Status:** 🟡 **Active** — in delivery", "**Status:** Filed"],
    ["a hard line break", "**Status:** Active  ", "**Status:** Filed  "],
  ])("writes the state over %s", (_, written, expected) => {
    expect(filed(REPORT_PATH, REPORT.replace("**Status:** Active", written))).toContain(`${expected}\n`);
  });

  it("writes the date over an empty value and over a remark, and adds the field where there is none", () => {
    for (const date of ["**Date Filed:**\n", "**Date Filed:** — (immutable on closure)\n", ""])
      expect(filed(REPORT_PATH, REPORT.replace("**Date Filed:** —\n", date))).toBe(FILED_REPORT);
  });

  it("writes front matter, lists and tables in their own form", () => {
    const forms: readonly (readonly [string, string])[] = [
      [
        '---\nowner: QA Lead\nclass: Delivery Record (Class 7)\nstatus: "Active"\nfeature: 3.2\nversion: v1.0\ndate_filed: —\n---\n',
        '---\nowner: QA Lead\nclass: Delivery Record (Class 7)\nstatus: "Filed"\nfeature: 3.2\nversion: v1.0\ndate_filed: 2026-11-27\n---\n',
      ],
      [
        "- **Owner:** QA Lead\n- **Class:** Class 7\n- **Status:** Active\n- **Feature:** 3.2\n- **Version:** v1.0\n",
        "- **Owner:** QA Lead\n- **Class:** Class 7\n- **Status:** Filed\n- **Feature:** 3.2\n- **Version:** v1.0\n- **Date Filed:** 2026-11-27\n",
      ],
      [
        "| Owner | QA Lead |\n|---|---|\n| Class | Class 7 |\n| Status | Active |\n| Feature | 3.2 |\n| Version | v1.0 |\n| Date Filed |  |\n",
        "| Owner | QA Lead |\n|---|---|\n| Class | Class 7 |\n| Status | Filed |\n| Feature | 3.2 |\n| Version | v1.0 |\n| Date Filed | 2026-11-27 |\n",
      ],
    ];
    const body = REPORT.slice(REPORT.indexOf("\n---\n"));
    for (const [before, after] of forms) {
      const isFrontMatter = before.startsWith("---");
      const around = (header: string) =>
        isFrontMatter
          ? `${header}\n# Verification Report — 3.2 Guest passes\n${body}`
          : `# Verification Report — 3.2 Guest passes\n\n${header}${body}`;
      expect(filed(REPORT_PATH, around(before))).toBe(around(after));
    }
  });

  it("sets nothing but the date where a date alone files", () => {
    const policy = `${POLICY}classes:\n  note:\n    name: Note\n    paths: [notes/*.md]\n    fields: { Owner: { required: true }, Filed: { type: date } }\n    immutable: { when: { Filed: <date> } }\n`;
    expect(filed("notes/a.md", "# A\n\n**Owner:** X\n", policy)).toBe(
      "# A\n\n**Owner:** X\n**Filed:** 2026-11-27\n",
    );
  });
});

describe("a document is not filed", () => {
  it("when its class never is, or always is", () => {
    expect(reasons("docs/specs/a.md", CLEAN)).toEqual([
      "-: A canonical specification is never filed: its class has no filing condition in the policy.",
    ]);
    expect(file("docs/specs/a.md", CLEAN).isFileable).toBe(false);
    expect(reasons("notes.md", "# Notes\n")[0]).toContain("No class of the policy claims this document");
    const creation = `${POLICY}classes:\n  log:\n    name: Log\n    paths: [logs/*.md]\n    fields: { Owner: {} }\n    immutable: { when: creation }\n`;
    expect(reasons("logs/a.md", "# A\n\n**Owner:** X\n", creation)[0]).toContain("from its first commit on");
  });

  it("when it is filed already", () => {
    expect(reasons(REPORT_PATH, FILED_REPORT)[0]).toMatch(/^5: This document is filed already/);
    expect(reasons(FILED_PATH, FILED)).toHaveLength(1);
  });

  it("with a blocking finding, or without a value that its class requires", () => {
    expect(reasons(REPORT_PATH, REPORT.replace("**Owner:** QA Lead\n", ""))).toEqual([
      expect.stringMatching(/^7: `Owner` is missing/),
    ]);
    expect(reasons(REPORT_PATH, REPORT.replace("v1.0", "TBD"))).toEqual([
      expect.stringMatching(/^7: `TBD` is a placeholder/),
    ]);
    expect(reasons(REPORT_PATH, REPORT.replace("3.2 — Guest passes\n**V", "\n**V"))).toEqual([
      expect.stringMatching(/^6: `Feature` is empty/),
    ]);
  });

  it("from a state that filing does not follow, or from none", () => {
    const policy = `${POLICY}classes:\n  delivery-record:\n    states:\n      Withdrawn: { next: [] }\n`;
    const withState = (state: string) => REPORT.replace("**Status:** Active", `**Status:** ${state}`);
    expect(reasons(REPORT_PATH, withState("Withdrawn"), policy)).toEqual([
      "5: `Withdrawn` is not followed by `Filed` in a verification report.",
    ]);
    expect(reasons(REPORT_PATH, withState("Finalised"))).toEqual([
      "5: `Finalised` is no state of a verification report. Give it the one that the document is in.",
    ]);
    expect(reasons(REPORT_PATH, withState("TBD"))[0]).toMatch(/^5: `Status` names no state/);
    expect(reasons(REPORT_PATH, REPORT.replace("**Status:** Active\n", ""))).toEqual([
      "-: The header has no `Status`, so nothing says what the document is now.",
    ]);
  });

  it("when the header has a field twice that filing changes", () => {
    const twice = REPORT.replace("**Version:**", "**Status:** Active\n**Version:**");
    expect(reasons(REPORT_PATH, twice)[0]).toBe("7: The header has `Status` twice. Keep one of them.");
  });

  it("without the section that it needs once it is filed, and while that one is unfinished", () => {
    const section = REPORT.slice(REPORT.indexOf("## Director"));
    const withSection = (text: string) => REPORT.replace(section, text);
    expect(reasons(REPORT_PATH, withSection(""))).toEqual([
      expect.stringMatching(
        /^1: A verification report has a section `Director of Quality Sign-Off` before it is filed/,
      ),
    ]);
    expect(
      reasons(REPORT_PATH, withSection("## Sign-Off\n\n### Statement\n\n<!-- here -->\n\n---\n")),
    ).toEqual([expect.stringMatching(/^16: The section `Sign-Off` is empty/)]);
    for (const text of [
      "{Sign-off statement, with role and date}",
      "**Signed:** —",
      "| Role | Date |\n|---|---|\n| DoQ | TBD |",
      "```\nSigned: [PENDING]\n```",
    ])
      expect(reasons(REPORT_PATH, withSection(`## Sign-Off\n\n${text}\n`)), text).toEqual([
        expect.stringMatching(/in the section `Sign-Off` is a placeholder/),
      ]);
  });

  it("while a gate or an action in it is pending; a gate that has not been reached is", () => {
    const item = GATES.replace("commit 1a2b3c", "[PENDING]");
    expect(reasons(GATES_PATH, item)).toEqual(["15: Gate item R.1 is pending: it lacks evidence."]);
    const gate = GATES.replace(
      "## Actions",
      "## Gate 1 — SPEC_DELIVERY → QA_REVIEW — not started\n\nLater.\n\n## Actions",
    );
    expect(reasons(GATES_PATH, gate)).toEqual([expect.stringMatching(/^23: Gate 1 has not been reached/)]);
    const action = GATES.replace("✅ Complete", "🟡 In progress");
    expect(reasons(GATES_PATH, action)).toEqual([
      "27: Action A-01 (`Lock the specification`) is in progress. Complete or drop it.",
    ]);
  });

  it("and what a pending gate item lacks is told once", () => {
    const item = GATES.replace(
      /```\nEvidence:[^`]*```/,
      "- Evidence: [PENDING]\n- Owner confirmation: [PENDING]\n- PMO validation: [PENDING]",
    );
    expect(reasons(GATES_PATH, item)).toEqual([
      expect.stringMatching(/^15: Gate item R\.1 is pending: it lacks evidence, the owner's/),
    ]);
    expect(reasons(GATES_PATH, `${item}\n## Notes\n\nSee [PENDING].\n`)).toHaveLength(2);
  });

  it("while its text has a placeholder", () => {
    const withVerdict = (text: string) => reasons(REPORT_PATH, REPORT.replace("All criteria pass.", text));
    for (const text of [
      "{verdict}",
      "- **Verdict:** {pass or fail}",
      "TBD",
      "| A | B |\n|---|---|\n| x | TODO |",
      "Open: [MISSING — QA Lead]",
    ])
      expect(withVerdict(text), text).toEqual([
        expect.stringMatching(/^1\d: `.*` is a placeholder\. Fill it in/),
      ]);
    for (const text of [
      "`{verdict}`",
      "`/api/{id}` and /api/{id}",
      "See /api/{id} for it",
      "```\n{verdict}\n```",
      "{{ site.title }} {: .note} {#anchor}",
      "| A | B |\n|---|---|\n| x | — |",
      "[pending items](x.md) and \\{that\\}",
      "Pending: no.",
      "- [ ]",
      "[4.1]",
    ])
      expect(
        withVerdict(text).filter((each) => each.includes("placeholder")),
        text,
      ).toEqual([]);
  });

  it("when the filed document would contradict itself, at the line where it stands", () => {
    const block = GATES.replace("---\n", "---\n\n## Current Status\n\n```\nStatus: Active\nFiled: —\n```\n");
    expect(reasons(GATES_PATH, block)).toEqual([
      expect.stringMatching(/^5: The header says `Filed`, the `Current Status` block says/),
    ]);
  });

  it("when the policy asks for more than filing sets", () => {
    const policy = `${POLICY}classes:\n  delivery-record:\n    fields: { Approved: {} }\n    immutable: { when: [{ Status: Filed, Approved: "yes" }] }\n`;
    expect(reasons(REPORT_PATH, REPORT, policy)).toEqual([
      "-: The policy would still not call this verification report filed: its condition asks for `Status: Filed` and `Approved: yes`.",
    ]);
    expect(
      filed(REPORT_PATH, REPORT.replace("**Version:**", "**Approved:** yes\n**Version:**"), policy),
    ).toContain("**Status:** Filed");
  });

  it("and all reasons are given at once, by line", () => {
    const text = REPORT.replace("QA Lead", "—")
      .replace("Active", "Finalised")
      .replace("All criteria pass.", "TBD");
    expect(
      reasons(REPORT_PATH, text.slice(0, text.indexOf("## Director"))).map((each) => each.split(":")[0]),
    ).toEqual(["1", "3", "5", "14"]);
  });
});

test("what does not stand in the way is told, because nobody may correct it later", () => {
  const text = REPORT.replace("Class:** Delivery Record", "Class:** Delivery Recrod");
  const { refusals, remarks } = file(REPORT_PATH, text);
  expect(refusals).toEqual([]);
  expect(remarks.map(({ line }) => line)).toEqual([4]);
  expect(file(REPORT_PATH, REPORT).remarks).toEqual([]);
});

test("a refused document has no edits and keeps its text", () => {
  const text = REPORT.replace("QA Lead", "—");
  expect(file(REPORT_PATH, text)).toMatchObject({ edits: [], text, remarks: [], isFileable: true });
});
