/** The profiles that are YAML alone: decision records and numbered proposals. */
import { describe, expect, test } from "vitest";
import { analyse } from "../../../server/engine/analyse";
import { govern } from "../../../server/workspace/govern";
import { policyOf } from "./policy-file";

const TODAY = "2026-03-01";

/** `rule: message` of each finding. */
function check(profile: string, path: string, text: string): readonly string[] {
  const policy = policyOf(`version: 1\nextends: ${profile}\n`);
  const input = { path, text, policy, today: TODAY, workspace: () => ({ entries: new Map() }) };
  return analyse(input).findings.map(({ rule, message }) => `${rule}: ${message}`);
}

function stateOf(path: string, text: string): string | undefined {
  return govern(path, text, policyOf("version: 1\nextends: adr\n")).state()?.state?.name;
}

const body = "## Context\n\nBoats wait.\n\n## Decision\n\nWe queue them.\n";

describe("adr", () => {
  const forms: Readonly<Record<string, string>> = {
    "front matter": `---\nstatus: accepted\ndate: 2026-02-01\n---\n\n# Use queues\n\n${body}`,
    "a list": `# Use queues\n\n* Status: accepted\n* Deciders: the pilots\n* Date: 2026-02-01\n\n${body}`,
    "a section": `# 5. Use queues\n\nDate: 2026-02-01\n\n## Status\n\nAccepted\n\n${body}`,
    "a section in one line": `# 5. Use queues\n\n## Status\nAccepted on 2026-02-01\n\n${body}`,
  };
  for (const [form, text] of Object.entries(forms)) {
    test(`the status as ${form}`, () => {
      expect(stateOf("docs/adr/0005-use-queues.md", text)).toBe("Accepted");
      expect(check("adr", "docs/adr/0005-use-queues.md", text)).toEqual([]);
    });
  }

  test("a state with its successor behind it", () => {
    const text = `# 5. Use queues\n\n## Status\n\nSuperseded by [9. Use flags](0009-use-flags.md)\n\n${body}`;
    expect(stateOf("docs/adr/0005-use-queues.md", text)).toBe("Superseded");
  });

  test("no metadata at all is right, a state that nobody knows is not", () => {
    expect(check("adr", "docs/adr/0005-use-queues.md", `# Use queues\n\n${body}`)).toEqual([]);
    expect(
      check("adr", "docs/adr/0005-use-queues.md", `# Use queues\n\n## Status\n\nAcepted\n\n${body}`),
    ).toEqual([
      "lifecycle/unknown-state: `Acepted` is no state of an architecture decision record. Did you mean `Accepted`?",
    ]);
    expect(
      check("adr", "docs/adr/0005-use-queues.md", "# Use queues\n\n## Context\n\nBoats wait.\n"),
    ).toEqual([expect.stringMatching(/^structure\/missing-section: /)]);
  });
});

describe("proposals", () => {
  const front = (lines: readonly string[]) => `---\n${lines.join("\n")}\n---\n`;
  const stagnant = [
    "eip: 12",
    "title: Moorings for visitors that come by night and leave",
    "author: A Pilot <pilot@example.org>",
    "status: Stagnant",
    "type: Meta",
    "created: 2024-02-01",
  ];

  test("what a proposal must have depends on its status and its type", () => {
    expect(check("proposals", "eip-12.md", front(["eip: 12", "category: ERC", "status: Moved"]))).toEqual([]);
    expect(check("proposals", "eip-12.md", front(stagnant))).toEqual([]);
    const standard = stagnant.map((line) => line.replace("Meta", "Standards Track"));
    expect(check("proposals", "eip-12.md", front(standard))).toEqual([
      expect.stringMatching(/^header\/missing-field: `category` is missing\./),
    ]);
    const lastCall = stagnant.map((line) => line.replace("Stagnant", "Last Call"));
    const found = check("proposals", "eip-12.md", front(lastCall));
    expect(found.filter((each) => each.startsWith("header/"))).toEqual([
      "header/value-too-long: `title` has 50 characters, and there is room for 44. Say it in fewer words.",
      expect.stringContaining("`description` is missing."),
      expect.stringContaining("`discussions-to` is missing."),
      expect.stringContaining("`last-call-deadline` is missing."),
    ]);
  });

  test("the number is that of the file, and what is required is numbers", () => {
    const found = check("proposals", "eip-21.md", front([...stagnant, "requires: 7, eight"]));
    expect(found).toEqual([
      expect.stringMatching(/^class\/number-mismatch: `12` is not the number in the name of the file/),
      "header/value-format: `eight` is not what `requires` holds: a number, such as `42`.",
    ]);
  });
});
