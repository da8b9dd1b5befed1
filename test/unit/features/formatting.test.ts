/** Formatting, before and after: the header's order and style, its dates, and the tables of the process. */
import { describe, expect, it } from "vitest";
import { loadPolicies } from "../../../server/engine/policies";
import { formatDocument } from "../../../server/features/formatting/format-document";

const policies = loadPolicies(["docket.yaml"], () => "version: 1\nextends: delivery\n");

const SPEC = "docs/specs/tides.md";
const GATES = "docs/product/phase_gates/7.1-tide-tables-phase-gate.md";

function format(text: string, path = SPEC, within?: string): string {
  const policy = policies.policyFor(path);
  if (policy === undefined) throw new Error("no policy");
  const input = { path, text, policy, today: "2026-03-01", workspace: () => ({ entries: new Map() }) };
  if (within === undefined) return formatDocument(input);
  const start = text.indexOf(within);
  return formatDocument(input, { start, end: start + within.length });
}

/** The header of a specification, whose lines are given. */
const spec = (...lines: string[]): string => `# Tides 🌊\n\n${lines.join("\n")}\n\nText.\n`;

/** A phase gate document with the given body. */
const gates = (body: string): string =>
  `# Phase Gate Document — 7.1 Tides\n\n**Owner:** PMO Lead\n**Class:** Delivery Record (Class 7)\n**Status:** Active\n\n${body}`;

describe("the order of a header", () => {
  it("is the class's, and what the class does not know comes last", () => {
    expect(
      format(
        spec(
          "**Reviewers:** all",
          "**Version:** 1.0",
          "**Status:** Draft",
          "**Note:** none",
          "**Owner:** Pilot",
        ),
      ),
    ).toBe(
      spec(
        "**Owner:** Pilot",
        "**Status:** Draft",
        "**Version:** 1.0",
        "**Reviewers:** all",
        "**Note:** none",
      ),
    );
  });

  it("moves a value with the lines that it runs on over", () => {
    expect(
      format(spec("**Version:** 1.0", "**Status:** Draft", "  until May,", "  or June", "**Owner:** Pilot")),
    ).toBe(spec("**Owner:** Pilot", "**Status:** Draft", "  until May,", "  or June", "**Version:** 1.0"));
  });

  it("leaves line breaks where they are", () => {
    expect(format(spec("**Status:** Draft  ", "**Version:** 1.0  ", "**Owner:** Pilot"))).toBe(
      spec("**Owner:** Pilot  ", "**Status:** Draft  ", "**Version:** 1.0"),
    );
  });

  it.each([
    [
      "list items",
      spec("* Status: Draft", "* Owner: Pilot [^1]"),
      spec("* Owner: Pilot [^1]", "* Status: Draft"),
    ],
    [
      "items up to the first task",
      spec("- **Status:** Draft", "- **Owner:** Pilot", "- [ ] read"),
      spec("- **Owner:** Pilot", "- **Status:** Draft", "- [ ] read"),
    ],
    ["a quote", spec("> Status: Draft", "> Owner: Pilot"), spec("> Owner: Pilot", "> Status: Draft")],
    [
      "paragraphs",
      spec("**Status:** Draft", "", "**Owner:** Pilot"),
      spec("**Owner:** Pilot", "", "**Status:** Draft"),
    ],
    [
      "lines over dashes",
      "# T\nStatus: Draft\nOwner: Pilot\n---\nText.\n",
      "# T\nOwner: Pilot\nStatus: Draft\n---\nText.\n",
    ],
    [
      "a table, which is aligned",
      spec("| Field | Value |", "|---|:--|", "| Status | Draft |", "| Owner | Pilot 🚢 \\| me |"),
      spec(
        "| Field  | Value          |",
        "|--------|:---------------|",
        "| Owner  | Pilot 🚢 \\| me |",
        "| Status | Draft          |",
      ),
    ],
    [
      "a table without a head of its own",
      spec("| Status | Draft |", "| --- | --- |", "| Owner | Pilot |"),
      spec("| Owner  | Pilot |", "| ------ | ----- |", "| Status | Draft |"),
    ],
  ])("holds for %s", (_, before, after) => expect(format(before)).toBe(after));

  it("moves entries of front matter that the class knows, with their comments, among their places", () => {
    const before =
      '---\n# site\ntitle: "Tides: all"\nstatus: Draft # not yet\nlayout: page\n# the pilots\n# take turns\nowner: >-\n  Pilot\n  Lead\n\nversion: "1.0"\nlast_updated: 2026-02-01\n---\n\n# Tides\n';
    expect(format(before)).toBe(
      '---\n# site\ntitle: "Tides: all"\n# the pilots\n# take turns\nowner: >-\n  Pilot\n  Lead\nlayout: page\nstatus: Draft # not yet\n\nversion: "1.0"\nlast_updated: 2026-02-01\n---\n\n# Tides\n',
    );
  });

  it("takes a comment along with the field below it, but not one above the whole header", () => {
    const comment = "<!-- docket-disable-next-line header/date-format: quoted -->";
    expect(
      format(
        spec(
          "<!-- from the register -->",
          "**Status:** Draft",
          comment,
          "**Last Updated:** 2 March 2026",
          "**Owner:** Pilot",
        ),
      ),
    ).toBe(
      spec(
        "<!-- from the register -->",
        "**Owner:** Pilot",
        "**Status:** Draft",
        comment,
        "**Last Updated:** 2 March 2026",
      ),
    );
  });

  it.each([
    ["a field stands twice", spec("**Status:** Draft", "**Owner:** Pilot", "**Status:** Canonical")],
    ["a line holds several fields", spec("**Status:** Draft | **Owner:** Pilot", "**Class:** Class 1")],
    ["words follow the fields", spec("**Status:** Draft", "**Owner:** Pilot", "and so on")],
    ["text follows a key without a value", spec("**Status:** Draft", "**Owner:**", "Text.")],
    ["a quote goes on without its mark", spec("> **Status:** Draft", "**Owner:** Pilot")],
    ["items are numbered", spec("1. **Status:** Draft", "2. **Owner:** Pilot")],
    ["an item is no field", spec("- **Status:** Draft", "- **Owner:** Pilot", "- and so on")],
    ["an alias would come before its anchor", "---\nstatus: &a Draft\nowner: *a\nnote: x\n---\n\n# Tides\n"],
    ["front matter is one flow", "---\n{ status: Draft, owner: Pilot }\n---\n\n# Tides\n"],
    ["paragraphs are groups", spec("**Status:** Draft", "**Version:** 1.0", "", "**Owner:** Pilot")],
    [
      "a comment would come to accept another line",
      spec(
        "**Status:** Draft <!-- docket-disable-next-line header/placeholder-value: later -->",
        "**Owner:** TBD",
      ),
    ],
    ["fields stand in the body", `${spec("**Owner:** Pilot")}\n## Part\n\n**Status:** x\n**Owner:** y\n`],
  ])("stays where %s", (_, text) => expect(format(text)).toBe(text));

  it("keeps each line's own ending, a byte order mark, and a last line without an ending", () => {
    expect(format("\uFEFF**Status:** Draft\r\n**Version:** 1.0\n**Owner:** Pilot")).toBe(
      "\uFEFF**Owner:** Pilot\r\n**Status:** Draft\n**Version:** 1.0",
    );
  });
});

describe("the style of a header", () => {
  it.each([
    [
      "one place of the colon",
      spec("**Owner:** Pilot", "**Status**: Draft", "**Version**:1.0"),
      spec("**Owner**: Pilot", "**Status**: Draft", "**Version**: 1.0"),
    ],
    [
      "of two as common the first",
      spec("**Owner:**  Pilot", "__Status__: Draft"),
      spec("**Owner:** Pilot", "**Status:** Draft"),
    ],
    [
      "a known key bold among bold ones, other words not",
      spec("**Owner:** Pilot", "**Status:** Draft", "Version: 1.0", "Remember: low water"),
      spec("**Owner:** Pilot", "**Status:** Draft", "**Version:** 1.0", "Remember: low water"),
    ],
    [
      "one kind of line break",
      spec("**Owner:** Pilot\\", "**Status:** Draft   ", "**Version:** 1.0  ", "**Note:** x"),
      spec("**Owner:** Pilot  ", "**Status:** Draft  ", "**Version:** 1.0  ", "**Note:** x"),
    ],
    [
      "several fields on a line",
      spec("**Owner**:  Pilot | **Status**:Draft"),
      spec("**Owner**: Pilot | **Status**: Draft"),
    ],
  ])("is one: %s", (_, before, after) => expect(format(before)).toBe(after));

  it.each([
    [
      "lines that run into one paragraph",
      spec("**Owner:** Pilot", "**Status:** Draft  ", "**Version:** 1.0"),
    ],
    ["values below one another", spec("Owner:   Pilot", "Status:  Draft", "Version: 1.0")],
    ["bold over the whole line", spec("**Owner: Pilot**", "**Status: Draft**")],
    ["a blank before the colon", spec("**Owner :** Pilot", "**Status :** Draft")],
    ["a wide colon", spec("**Owner：**引航员", "**Status：**Draft")],
    ["an empty value", spec("**Owner:**", "**Status:** Draft")],
  ])("leaves %s", (_, text) => expect(format(text)).toBe(text));
});

describe("dates of a header", () => {
  it("are written as ISO where only one day can be meant", () => {
    expect(format(spec("**Owner:** Pilot", "**Last Updated:** 2 March 2026 (draft)"))).toBe(
      spec("**Owner:** Pilot", "**Last Updated:** 2026-03-02 (draft)"),
    );
    const doubtful = spec("**Owner:** Pilot", "**Last Updated:** 02/03/2026");
    expect(format(doubtful)).toBe(doubtful);
  });
});

describe("tables", () => {
  const body = (...lines: string[]): string => `## Part\n\n${lines.join("\n")}\n`;

  it.each([
    [
      "of actions, by the width at which text shows",
      body(
        "|#|Action|Owner|Deadline|Status|",
        "|---|:-:|--:|---|---|",
        "|A1|Read `a\\|b` 读表|Pilot|2026-03-04|🟡 In progress|",
        "|A2|Print||2026-03-05|open|",
      ),
      body(
        "| #  |      Action      | Owner | Deadline   | Status         |",
        "|----|:----------------:|------:|------------|----------------|",
        "| A1 | Read `a\\|b` 读表 | Pilot | 2026-03-04 | 🟡 In progress |",
        "| A2 |      Print       |       | 2026-03-05 | open           |",
      ),
    ],
    [
      "of gate items, with the blanks around the dashes that they have",
      body("| Item | Evidence | Owner confirmation |", "| :-- | - | --- |", "| 2.1 | — |  |"),
      body(
        "| Item | Evidence | Owner confirmation |",
        "| :--- | -------- | ------------------ |",
        "| 2.1  | —        |                    |",
      ),
    ],
    [
      "of transitions",
      body(
        "| From | To | Date | Gate passed |",
        "|---|---|---|---|",
        "| LOGGED | TRIAGED | 2026-02-20 | G1 |",
      ),
      body(
        "| From   | To      | Date       | Gate passed |",
        "|--------|---------|------------|-------------|",
        "| LOGGED | TRIAGED | 2026-02-20 | G1          |",
      ),
    ],
    [
      "of phases, without outer pipes and with a row that is short",
      body("Phase | Status | Date", "--- | --- | ---", "Phase 0 | 🟢 | 2026-02-20", "Phase 1 | ⬜"),
      body(
        "| Phase   | Status | Date       |",
        "| ------- | ------ | ---------- |",
        "| Phase 0 | 🟢     | 2026-02-20 |",
        "| Phase 1 | ⬜     |",
      ),
    ],
    [
      "of blockers, with a sentence right below that no pipe divides",
      body("| # | Blocker | Status |", "|---|---|---|", "**Nothing is in the way of anybody.**"),
      body("| # | Blocker | Status |", "|---|---------|--------|", "**Nothing is in the way of anybody.**"),
    ],
    [
      "in a list, with its margin",
      body("- | # | Action | Status |", "  |---|---|---|", "  | A1 | Read | open |"),
      body("- | #  | Action | Status |", "  |----|--------|--------|", "  | A1 | Read   | open   |"),
    ],
  ])("%s", (_, before, after) => expect(format(gates(before), GATES)).toBe(gates(after)));

  it("of changes are aligned in every class, and what is too wide for a screen stays ragged", () => {
    const long = "All tides were measured anew. ".repeat(5).trim();
    const log = (...lines: string[]): string =>
      `${spec("**Owner:** Pilot")}\n${body(...lines).replace("Part", "Change Log")}`;
    expect(
      format(
        log(
          "| Version | Date | Change | By |",
          "|---|---|---|---|",
          `| 1.1 | 2026-02-03 | ${long} | Pilot |`,
          "| 1.0 | — | First | |",
        ),
      ),
    ).toBe(
      log(
        "| Version | Date       | Change | By |",
        "|---------|------------|--------|----|",
        `| 1.1     | 2026-02-03 | ${long} | Pilot |`,
        "| 1.0     | —          | First | |",
      ),
    );
  });

  it("that somebody has padded beyond that stay padded", () => {
    const cell = (text: string): string => text.padEnd(150);
    const text = gates(
      body(
        `| # | ${cell("Action")} | Status |`,
        `|---|-${"-".repeat(150)}-|--------|`,
        `| 1 | ${cell("a".repeat(150))} | open   |`,
        `| 2 | ${cell("b")} | open   |`,
      ),
    );
    expect(format(text, GATES)).toBe(text);
  });

  const ragged = ["| # | Action | Status |", "|---|---|---|", "| A1 | Read | open |"];
  it.each([
    [
      "what is no table of the process",
      gates(body("| Risk appetite | B |", "|---|---|", "| 1 | 2 |")),
      GATES,
    ],
    ["registers in a class that keeps no actions", `${spec("**Owner:** Pilot")}\n${body(...ragged)}`, SPEC],
    ["fences", gates(body("```md", ...ragged, "```")), GATES],
    ["quotes", gates(body(...ragged.map((line) => `> ${line}`))), GATES],
    [
      "what is folded away",
      gates(body("<details>", "<summary>Once</summary>", "", ...ragged, "", "</details>")),
      GATES,
    ],
    ["filed records", gates(body(...ragged)).replace("Active", "Filed"), GATES],
    ["what is meant to be filed", gates(body(...ragged)).replace("Active", "Flied"), GATES],
    ["what no class claims", "# Notes\n\n**Status:** Draft\n**Owner:** Me\n", "notes/me.md"],
    ["front matter that cannot be read", "---\nstatus: [\nowner: Me\n---\n\n# Tides\n", SPEC],
  ])("%s: nothing is touched", (_, text, path) => expect(format(text, path)).toBe(text));
});

describe("a range", () => {
  const table = ["| # | Action | Status |", "|---|---|---|", "| A1 | Read | open |"].join("\n");
  const text = gates(`${table}\n\n${table.replace("A1", "A22")}\n`).replace(
    "**Class:** Delivery Record (Class 7)\n**Status:** Active",
    "**Status:** Active\n**Class:** Delivery Record (Class 7)",
  );

  it("formats the tables that it touches, and the header only if it touches that", () => {
    const lines = (formatted: string) =>
      formatted.split("\n").filter((line, index) => line !== text.split("\n")[index]);
    expect(lines(format(text, GATES, "A22"))).toEqual([
      "| #   | Action | Status |",
      "|-----|--------|--------|",
      "| A22 | Read   | open   |",
    ]);
    expect(lines(format(text, GATES, "Owner"))).toEqual([
      "**Class:** Delivery Record (Class 7)",
      "**Status:** Active",
    ]);
    expect(format(text, GATES, "Phase Gate")).toBe(text);
  });
});

describe("templates of the profile", () => {
  const templates = policies.policyFor(SPEC)?.templates ?? [];
  it("have their fields in the order of their class", () => {
    expect(templates.length).toBeGreaterThan(10);
    for (const { id, body, class: classId, kind } of templates) {
      const classes = policies.policyFor(SPEC)?.classes.flatMap((each) => [each, ...each.kinds]) ?? [];
      const folder =
        classes.find((each) => each.id === classId && each.kind === kind)?.folder ?? "docs/specs";
      const headerOf = (text: string) => text.split("\n## ")[0]?.replace(/^\|.*$/gm, "");
      expect(headerOf(format(body, `${folder}/a_lead.md`)), id).toBe(headerOf(body));
    }
  });
});
