/** Where a change log is found, which entries it has, and where their versions stand. */
import { describe, expect, it } from "vitest";
import { findChangeLog } from "../../../server/document/change-log";
import { parseDocument } from "../../../server/document/parse-document";

const HEADINGS = ["change log", "changelog", "version history", "changes"];

interface Found {
  readonly title: string | undefined;
  readonly versions: readonly string[];
  readonly column: number;
}

/** The versions as their ranges cut them out of the text. */
function find(text: string): Found | undefined {
  const log = findChangeLog(parseDocument(text), HEADINGS);
  return (
    log && {
      title: log.section?.title,
      versions: log.entries.map((entry) => text.slice(entry.range.start, entry.range.end)),
      column: log.versionColumn,
    }
  );
}

function under(heading: string, ...lines: readonly string[]): string {
  return ["# Fares", "", "Prices.", "", heading, "", ...lines, ""].join("\n");
}

describe("the heading of a change log", () => {
  const entry = "- 1.1 dogs";
  it.each([
    "## Change Log",
    "## change-log:",
    "### 9. Change Log",
    "## 3.2 — Version History",
    "## Appendix B — Change log",
    "## Change Log (since 2025)",
    "## Document version history",
    "## **Changelog**",
    "## Changes",
  ])("is %j", (heading) => {
    expect(find(under(heading, entry))?.versions).toEqual(["1.1"]);
  });

  it.each(["## Planned changes", "## Changes to fares", "## History", "**Change Log**", "## Exchange logs"])(
    "is not %j",
    (heading) => {
      expect(find(under(heading, entry))).toBeUndefined();
    },
  );

  it("may be underlined", () => {
    expect(find(under("Change Log\n----------", entry))?.versions).toEqual(["1.1"]);
  });

  it("is not the title of a document about change logs", () => {
    expect(find("# How to keep a change log\n\n- 1.1 dogs\n")).toBeUndefined();
    expect(find("# Changelog\n\n- 1.1 dogs\n")?.versions).toEqual(["1.1"]);
  });

  it("counts for nothing in code, comments and quotes", () => {
    expect(find(under("```", "## Change Log", "- 1.1", "```"))).toBeUndefined();
    expect(find(under("> ## Change Log", "> - 1.1"))).toBeUndefined();
    expect(find(under("<!--", "## Change Log", "-->"))).toBeUndefined();
  });

  it("loses to another one that has entries", () => {
    const text = under("## Changes", "See below.", "", "## Version History", "", entry);
    expect(find(text)).toEqual({ title: "Version History", versions: ["1.1"], column: -1 });
  });

  it("is kept without any entry", () => {
    expect(find(under("## Change Log", "None yet."))).toEqual({
      title: "Change Log",
      versions: [],
      column: -1,
    });
    expect(find(under("## The change log and its rules", "None."))).toBeUndefined();
  });
});

describe("entries in a table", () => {
  it.each([
    ["Version", 0],
    ["Ver.", 0],
    ["Release", 0],
  ])("stand under %s", (head, column) => {
    const text = under("## Change Log", `| ${head} | Change |`, "|--|--|", "| 1.1 | dogs |", "| 1.0 | – |");
    expect(find(text)).toEqual({ title: "Change Log", versions: ["1.1", "1.0"], column });
  });

  it("may stand in any column, with emphasis, a `v` and a remark", () => {
    const rows = ["| 2026-02-01 | **v1.2** |", "| 2026-01-10 | `v1.1` (draft) |", "| 2026-01-01 | 1.0.1 |"];
    const text = under("## Change Log", "| Date | Version |", "|------|---------|", ...rows);
    expect(find(text)).toEqual({ title: "Change Log", versions: ["1.2", "1.1", "1.0.1"], column: 1 });
  });

  it("need no head that says version where the first column holds nothing else", () => {
    const text = under(
      "## Change Log",
      "| No | What |",
      "|----|------|",
      "| 1.1 | dogs |",
      "| 1.0 | first |",
    );
    expect(find(text)?.versions).toEqual(["1.1", "1.0"]);
  });

  it("are not rows without a version", () => {
    const rows = ["| Unreleased | cats |", "| — | |", "| 1.1 | dogs |", "| 2026-01-01 | x |"];
    const text = under("## Change Log", "| Version | Change |", "|---------|--------|", ...rows);
    expect(find(text)?.versions).toEqual(["1.1"]);
  });

  it("are found with CRLF and behind a byte-order mark", () => {
    const text = `\uFEFF${under("## Change Log", "| Version | Change |", "|--|--|", "| v1.1 | 🐕 |")}`;
    expect(find(text.replaceAll("\n", "\r\n"))?.versions).toEqual(["1.1"]);
  });

  it("need no heading under a version and a change column", () => {
    const table = ["| Version | Date | Change |", "|--|--|--|", "| 1.1 | 2026-01-01 | dogs |"];
    expect(find(["# Fares", "", ...table].join("\n"))?.versions).toEqual(["1.1"]);
    expect(find(["# Fares", "", ...table.map((row) => `> ${row}`)].join("\n"))).toBeUndefined();
    expect(
      find(["# Boats", "", "| Version | Boat |", "|--|--|", "| 1.1 | Tern |"].join("\n")),
    ).toBeUndefined();
  });
});

describe("entries in a list", () => {
  it.each([
    ["- 1.1 dogs", "1.1"],
    ["* **1.1** — dogs", "1.1"],
    ["+ [v1.1] (2026-01-01): dogs", "1.1"],
    ["- `1.1.2`: dogs", "1.1.2"],
    ["- Version 1.1: dogs", "1.1"],
    ["- v. 1.1 dogs", "1.1"],
    ["1. 1.1 dogs", "1.1"],
    ["- 2026-01-01 — 1.1 — dogs", "1.1"],
    ["- **2026-01-01** v1.1: dogs", "1.1"],
    ["- 1.1. Dogs travel free.", "1.1"],
    ["- 1.1\n  - 9.9 of the boats", "1.1"],
  ])("%j says %s", (item, version) => {
    expect(find(under("## Change Log", item))?.versions).toEqual([version]);
  });

  it.each(["- dogs since 1.1", "- 12 dogs", "- 2026-01-01 dogs", "- 1.2.3.4 is an address", "- 1.1a"])(
    "%j says none",
    (item) => {
      expect(find(under("## Change Log", item))?.versions).toEqual([]);
    },
  );
});

describe("entries as headings and paragraphs", () => {
  it("open with the version", () => {
    const text = under(
      "## Change Log",
      "### [1.2] - 2026-02-01",
      "",
      "Cats.",
      "",
      "### v1.1",
      "",
      "2.0 m long.",
    );
    expect(find(text)?.versions).toEqual(["1.2", "1.1"]);
  });

  it("are set off where they are paragraphs", () => {
    expect(find(under("## Change Log", "**1.2** cats", "", "**1.1** dogs"))?.versions).toEqual([
      "1.2",
      "1.1",
    ]);
    expect(find(under("## Change Log", "1.2 million dogs came."))?.versions).toEqual([]);
  });

  it("are not the numbers of subsections", () => {
    expect(find(under("## 9. Change Log", "### 9.1 Spring", "", "### 9.2 Summer"))?.versions).toEqual([]);
  });

  it("end with the section", () => {
    expect(find(under("## Change Log", "### 1.1", "", "## Lengths", "", "### 2.0 m"))?.versions).toEqual([
      "1.1",
    ]);
  });
});

describe("the line of an entry", () => {
  it("is the whole row or item, with its continuation", () => {
    const text = under("## Change Log", "- **v1.1** — dogs", "  travel free", "- 1.0 first");
    const entries = findChangeLog(parseDocument(text), HEADINGS)?.entries ?? [];
    expect(entries.map((entry) => text.slice(entry.lineRange.start, entry.lineRange.end))).toEqual([
      "- **v1.1** — dogs\n  travel free",
      "- 1.0 first",
    ]);
  });
});
