/** Fixes that are offered only where they leave all of the text as it was meant. */
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../server/base/edit";
import { analyse } from "../../../server/engine/analyse";
import { policyOf } from "../process/read";

const policy = policyOf();

/** The text after the first fix of the rule; undefined where none is offered. */
function fixed(rule: string, text: string): string | undefined {
  const { findings } = analyse({
    path: "docs/specs/a.md",
    text,
    policy,
    today: "2026-03-01",
    workspace: () => ({ entries: new Map() }),
  });
  const [finding] = findings.filter((each) => each.rule === rule);
  expect(finding, "the rule speaks").toBeDefined();
  const [fix] = finding?.fixes() ?? [];
  return fix && applyEdits(text, fix.edits);
}

describe("front matter", () => {
  const RULE = "header/invalid-front-matter";
  const fields = "owner: Loans Lead\nstatus: Canonical\nversion: 1.0\nlast_updated: 2026-02-10\n";

  test("is closed above the title, whatever fields follow it", () => {
    const rest = "\n# Title\n\n**Reports to:** X\n**Class:** Canonical\n\nText.\n";
    expect(fixed(RULE, `---\n${fields}${rest}`)).toBe(`---\n${fields}---\n${rest}`);
  });

  test("is opened behind a byte order mark, and nowhere but at the top", () => {
    expect(fixed(RULE, `\uFEFF${fields}---\n\n# Title\n`)).toBe(`\uFEFF---\n${fields}---\n\n# Title\n`);
    expect(fixed(RULE, `<!-- x -->\n\n${fields}---\n\n# Title\n`)).toBeUndefined();
  });

  test.each([
    ["an indented line below belongs to the value", "owner: Loans: Lead\n  more text\nstatus: Canonical"],
    ["an anchor is no text", "owner: &lead Loans: Lead\nstatus: Canonical"],
    ["a comment is no text", "owner: Loans: Lead\t# acting\nstatus: Canonical"],
  ])("is not quoted: %s", (_, yaml) => {
    expect(fixed(RULE, `---\n${yaml}\n---\n\n# Title\n`)).toBeUndefined();
  });
});

test("what stands between two entries of a change log keeps its place below the first", () => {
  const log = (rows: readonly string[]): string =>
    `# A\n\n**Owner:** X\n**Status:** Canonical\n**Version:** 1.4\n**Last Updated:** 2026-02-10\n\n## Change Log\n\n${rows.join("\n")}\n`;
  const head = ["| Version | Change |", "|---|---|"];
  const RULE = "lifecycle/change-log-order";
  const table = [...head, "| 1.4 | a |", "| 1.2 | b |", "| | more of b |", "| 1.3 | c |", "| 1.0 | d |"];
  expect(fixed(RULE, log(table))).toBeUndefined();
  expect(fixed(RULE, log(["- 1.4 a", "- 1.2 b", "- note to b", "- 1.3 c", "- 1.0 d"]))).toBeUndefined();
  expect(fixed(RULE, log(["- 1.4 a", "- 1.2 b\n  more", "- 1.3 c", "- 1.0 d"]))).toBe(
    log(["- 1.4 a", "- 1.3 c", "- 1.2 b\n  more", "- 1.0 d"]),
  );
});
