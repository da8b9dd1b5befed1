/** What is offered at the cursor, and that prose is left in peace. */
import { describe, expect, test } from "vitest";
import { CURSOR, choose, fileWithCursor, offered, TODAY } from "./workspace";

const SPEC = "docs/specs/moorings.md";
const GATES = "docs/product/phase_gates/7.1-tide-tables-phase-gate.md";

describe("keys of the header", () => {
  test("those that are missing, in the class's order", () => {
    const text = `# Moorings\n\n**Owner:** Chart Owner\n**Status:** Draft\n${CURSOR}\n\n## Use\n`;
    const labels = offered(SPEC, text);
    expect(labels).toEqual(expect.arrayContaining(["Version", "Last Updated"]));
    expect(labels).not.toContain("Owner");
    expect(labels).not.toContain("Status");
    expect(choose(SPEC, text, "Version")).toMatch(
      /\*\*Status:\*\* Draft\n\*\*Version:\*\* \$\{1:1\.0\}\n\n## Use/,
    );
  });

  test("in the form of the others, over what was typed so far", () => {
    const text = `# Moorings\n\n- **Owner:** Chart Owner\n- **Sta${CURSOR}\n`;
    expect(choose(SPEC, text, "Status")).toMatch(/^- \*\*Status:\*\* \$\{1\|.*Canonical.*\|\}$/m);
  });

  test("below a title that has no header yet", () => {
    expect(offered(SPEC, `# Moorings\n\n${CURSOR}\n`)).toContain("Owner");
    expect(offered(SPEC, `# Moorings\n\nBoats lie here.\n\n${CURSOR}\n`)).toEqual([]);
  });

  test("front matter has its own form", () => {
    const text = `---\nowner: Chart Owner\n${CURSOR}\n---\n\n# Moorings\n`;
    expect(choose(SPEC, text, "Status")).toMatch(/^status: /m);
    expect(choose(SPEC, text, "Last Updated")).toMatch(/^last_updated: /m);
  });
});

describe("values of the header", () => {
  const header = (line: string): string =>
    `# Moorings\n\n**Owner:** Chart Owner\n${line}\n**Version:** 1.4\n`;

  test("states that may follow", () => {
    const labels = offered(SPEC, header(`**Status:** Canonical${CURSOR}`));
    expect(labels).toContain("Canonical");
    expect(labels).toContain("Deprecated");
    expect(labels).not.toContain("Draft");
    expect(offered(SPEC, header(`**Status:** ${CURSOR}`))).toContain("Draft");
  });

  test("owners: roles with a charter first, then by what they own", () => {
    const text = `# Moorings\n\n**Owner:** ${CURSOR}\n**Status:** Draft\n`;
    expect(offered(SPEC, text).slice(0, 2)).toEqual(["Pilot Lead", "Chart Owner"]);
    expect(choose(SPEC, text, "Pilot Lead")).toContain("**Owner:** Pilot Lead\n**Status:**");
  });

  test("versions that come next, spelled as the present one", () => {
    expect(offered(SPEC, header("**Status:** Draft").replace("1.4", `v1.4${CURSOR}`))).toEqual([
      "v1.5",
      "v2.0",
    ]);
  });

  test("today, the dates of documents beside it, and classes", () => {
    expect(offered(SPEC, header(`**Last Updated:** ${CURSOR}`))).toEqual([TODAY, "2026-02-10"]);
    expect(offered(SPEC, header(`**Class:** ${CURSOR}`))).toContain("Canonical (Class 1)");
  });

  test("the whole value is replaced", () => {
    const text = header(`**Status:** Cano${CURSOR}nical (draft)`);
    expect(choose(SPEC, text, "Draft".replace("Draft", "Canonical"))).toContain("**Status:** Canonical\n");
  });
});

describe("cells of a register", () => {
  const row = (cells: string): string =>
    `${fileWithCursor(GATES, "# Phase").replace(CURSOR, "")}| A-S03 | ${cells} |\n`;

  test("status words as the other rows write them", () => {
    const labels = offered(GATES, row(`Bind | Pilot Lead | 2026-03-12 | ${CURSOR} | —`));
    expect(labels.slice(0, 2)).toEqual(["⬜ Not started", "🟡 In progress"]);
    expect(labels).toHaveLength(5);
  });

  test("owners, dates, and what an action can wait for", () => {
    expect(offered(GATES, row(`Bind | ${CURSOR} | | | |`))[0]).toBe("Pilot Lead");
    expect(offered(GATES, row(`Bind | Pilot Lead | ${CURSOR} | | |`))).toEqual([
      TODAY,
      "2026-03-09",
      "2026-03-04",
    ]);
    expect(offered(GATES, row(`Bind | Pilot Lead | | Blocked | ${CURSOR}`))).toEqual(["A-S01", "A-S02"]);
  });

  test("the next id that is free", () => {
    const text = `${fileWithCursor(GATES, "# Phase").replace(CURSOR, "")}| ${CURSOR} | Bind |\n`;
    expect(offered(GATES, text)).toEqual(["A-S03"]);
  });

  test("an id takes the place of one id among several, or of a dash", () => {
    const text = row(`Bind | Pilot Lead | | Blocked | A-S01 + A-${CURSOR}x and tide`);
    expect(choose(GATES, text, "A-S02")).toContain("| A-S01 + A-S02 and tide |");
    expect(choose(GATES, row(`Bind | Pilot Lead | | Blocked | —${CURSOR}`), "A-S02")).toContain(
      "| Blocked | A-S02 |",
    );
  });

  test("an escaped pipe parts no cells, and text has nothing to offer", () => {
    expect(offered(GATES, row(`Bind \\| fold | ${CURSOR} | | |`))[0]).toBe("Pilot Lead");
    expect(offered(GATES, row(`Bi${CURSOR}nd | Pilot Lead | | |`))).toEqual([]);
  });
});

describe("references", () => {
  const prose = (line: string): string =>
    `# Moorings\n\n**Owner:** Chart Owner\n**Status:** Draft\n\n## Use\n\n${line}\n`;

  test("paths within a code span, a folder at a time", () => {
    expect(offered(SPEC, prose(`See \`docs/${CURSOR}\`.`))).toEqual([
      "docs/product/",
      "docs/specs/",
      "docs/team_skills/",
    ]);
    expect(offered(SPEC, prose(`See \`docs/specs/t${CURSOR}`))).toEqual(["docs/specs/tides.md"]);
    expect(choose(SPEC, prose(`See \`docs/specs/t${CURSOR}\`.`), "docs/specs/tides.md")).toContain(
      "`docs/specs/tides.md`.",
    );
  });

  test("a bare name finds its document", () => {
    expect(offered(SPEC, prose(`See \`tid${CURSOR}\``))).toContain("docs/specs/tides.md");
    // VS Code completes the targets of links, which are relative to the document
    expect(offered(SPEC, prose(`[tides](docs/specs/ti${CURSOR})`))).toEqual([]);
  });

  test("names that begin with the word come first, and what stands behind the cursor is replaced", () => {
    expect(offered(SPEC, prose(`See \`t${CURSOR}\``))).toEqual(["docs/specs/tides.md"]);
    expect(offered(SPEC, prose(`See \`ti${CURSOR}\``))).toEqual(["docs/specs/tides.md", GATES]);
    expect(choose(SPEC, prose(`See \`ti${CURSOR}de.md\`.`), "docs/specs/tides.md")).toContain(
      "See `docs/specs/tides.md`.",
    );
    expect(offered(SPEC, prose(`See \`/docs/specs/t${CURSOR}\``))).toEqual(["/docs/specs/tides.md"]);
  });

  test("ids behind their prefix", () => {
    const text = fileWithCursor(GATES, "# Phase").replace(CURSOR, "");
    expect(offered(GATES, `${text}\nWaits for A-${CURSOR}\n`)).toEqual(["A-S01", "A-S02"]);
  });

  test("nothing in prose, in fences and behind a closed code span", () => {
    expect(offered(SPEC, prose(`Boats lie ${CURSOR}here.`))).toEqual([]);
    expect(offered(SPEC, prose(`\`\`\`\n\`docs/${CURSOR}\n\`\`\``))).toEqual([]);
    expect(offered(SPEC, prose(`\`docs/specs\` ${CURSOR}`))).toEqual([]);
    expect(offered(SPEC, prose(`well-${CURSOR}`))).toEqual([]);
  });
});
