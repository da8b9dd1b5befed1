/** Keys and values of headers in all their forms, from the policy, the history and the documents around. */
import { describe, expect, test } from "vitest";
import { completionsAt } from "../../../../server/features/authoring/complete";
import { CURSOR, choose, contextAt, offered, TODAY } from "./workspace";

const SPEC = "docs/specs/moorings.md";
const header = (line: string): string => `# Moorings\n\n**Owner:** Chart Owner\n${line}\n**Version:** 1.4\n`;

describe("keys", () => {
  test("each is explained by what the class asks and why", () => {
    const text = `# Moorings\n\n**Owner:** Chart Owner\n${CURSOR}\n`;
    const items = completionsAt(contextAt(SPEC, text))?.items ?? [];
    expect(items.filter(({ documentation }) => documentation === "")).toEqual([]);
    expect(items.find(({ label }) => label === "Version")?.documentation).toContain("Readers cite a version");
  });

  test("in a table, a quote, with hard breaks and with the colon outside", () => {
    const table = `# Moorings\n\n| Field | Value |\n|---|---|\n| **Owner** | Chart Owner |\n| **Status** | Draft |\n| ${CURSOR}\n`;
    expect(choose(SPEC, table, "Version")).toMatch(/^\| \*\*Version\*\* \| \$\{1:1\.0\} \|$/m);
    const quote = `# Moorings\n\n> **Owner:** Chart Owner\n> **${CURSOR}\n`;
    expect(choose(SPEC, quote, "Version")).toMatch(/^> \*\*Version:\*\* \$\{1:1\.0\}$/m);
    const broken = `# Moorings\r\n\r\n**Owner**: 🚲 Lead  \r\n${CURSOR}\r\n\r\nText\r\n`;
    expect(choose(SPEC, broken, "Version")).toMatch(/^\*\*Version\*\*: \$\{1:1\.0\} {2}\r$/m);
  });

  test("between fields, where marks alone read as more of the value above, or end the header", () => {
    for (const marks of [`**${CURSOR}`, `**${CURSOR}**`, `**Las${CURSOR}**`]) {
      const text = `# Moorings\n\n**Owner:** Chart Owner  \n${marks}\n**Status:** Draft  \n**Version:** 1.0\n`;
      expect(offered(SPEC, text)).toContain("Last Updated");
      expect(offered(SPEC, text)).not.toContain("Version");
      expect(choose(SPEC, text, "Last Updated")).toMatch(/^\*\*Last Updated:\*\* \$\{1\|2026-03-01,/m);
    }
  });

  test("in front matter that is no YAML while a key is typed", () => {
    const text = `---\nowner: Chart Owner\nsta${CURSOR}\nversion: 1.0\n---\n\n# Moorings\n`;
    expect(offered(SPEC, text)).toContain("Status");
    expect(offered(SPEC, text)).not.toContain("Version");
    expect(choose(SPEC, text, "Status")).toMatch(/^status: \$\{1\|Draft,/m);
  });

  test("a line that says something already keeps it", () => {
    expect(offered(SPEC, header(`**Sta${CURSOR}tus:** Draft`))).toEqual([]);
  });

  test("a new file is given its whole header, by its place", () => {
    const [first] = offered(SPEC, CURSOR);
    expect(first).toBe("Header: Canonical specification");
    expect(choose(SPEC, CURSOR, first ?? "")).toMatch(
      /^# \$\{1:Canonical specification\}\n\n\*\*Owner:\*\* \$\{2\|Pilot Lead,.*\|\}\n\*\*Status:\*\* \$\{3\|Draft,/,
    );
    expect(choose(SPEC, `# Moorings\n\n${CURSOR}\n`, first ?? "")).toMatch(
      /^# Moorings\n\n\*\*Owner:\*\* \$\{1\|/,
    );
    expect(offered("notes.md", CURSOR)).toEqual([]);
    expect(offered(SPEC, `Boats lie here, ${CURSOR}`)).toEqual([]);
  });
});

describe("values", () => {
  test("states that may follow the one that was committed", () => {
    const text = header(`**Status:** Deprecated${CURSOR}`);
    const items = completionsAt(contextAt(SPEC, text, header("**Status:** Draft")))?.items ?? [];
    expect(items.map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
      "Draft: as committed",
      "Canonical: after Draft",
    ]);
    expect(items[1]?.documentation).toContain("The authoritative source of truth");
  });

  test("days of the document and of those beside it", () => {
    const text = header(`**Effective date:** 2026-05-01\n**Last Updated:** ${CURSOR}`);
    expect(offered(SPEC, text)).toEqual([TODAY, "2026-05-01", "2026-02-10"]);
  });

  test("the version of the change log, and versions of three numbers", () => {
    const log = "\n## Change Log\n\n| Version | Change |\n|---|---|\n| 1.3 | a |\n| 1.5 | b |\n";
    expect(offered(SPEC, `${header("").replace("1.4", `1.4${CURSOR}`)}${log}`)).toEqual(["1.5", "2.0"]);
    expect(offered(SPEC, header("").replace("1.4", `v1.4.2${CURSOR}`))).toEqual([
      "v1.4.3",
      "v1.5.0",
      "v2.0.0",
    ]);
  });

  test("canonical sources: documents that one may rely on first, in a code span but for front matter", () => {
    const path = "docs/reference/tide-summary.md";
    const text = `# Summary\n\n**Owner:** Chart Owner\n**Canonical Source:** ${CURSOR}\n`;
    expect(offered(path, text).slice(0, 2)).toEqual(["docs/specs/tides.md", "docs/specs/charts.md"]);
    expect(choose(path, text, "docs/specs/tides.md")).toContain("Source:** `docs/specs/tides.md`\n");
    const matter = `---\nowner: Chart Owner\ncanonical_source: ${CURSOR}\n---\n# Summary\n`;
    expect(choose(path, matter, "docs/specs/tides.md")).toContain("canonical_source: docs/specs/tides.md\n");
    const second = text.replace(CURSOR, `docs/specs/tides.md, char${CURSOR}`);
    expect(choose(path, second, "docs/specs/charts.md")).toContain(
      "Source:** docs/specs/tides.md, `docs/specs/charts.md`\n",
    );
  });

  test("what replaces a document, and the work item that it belongs to", () => {
    expect(offered(SPEC, header(`**Superseded by:** ti${CURSOR}`))).toEqual([
      "docs/specs/tides.md",
      "docs/product/phase_gates/7.1-tide-tables-phase-gate.md",
    ]);
    const report = "docs/product/verification/7.1-tide-tables-verification.md";
    const text = `# Verification\n\n**Owner:** QA Lead\n**Feature:** ${CURSOR}\n`;
    expect(offered(report, text)).toEqual(["7.1 — Tide Tables"]);
  });

  test("in a table's cell, empty or not", () => {
    const table = (cell: string): string =>
      `# Moorings\n\n| Field | Value |\n|---|---|\n| Owner | Chart Owner |\n| Status | ${cell} |\n`;
    expect(offered(SPEC, table(CURSOR))).toContain("Draft");
    expect(choose(SPEC, table(`Dra${CURSOR}ft`), "Canonical")).toContain("| Status | Canonical |");
  });
});
