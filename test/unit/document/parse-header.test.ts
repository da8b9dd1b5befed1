/** The header block in every form in which people write it, with exact ranges for key, value and line. */
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../server/document/parse-document";
import type { HeaderField } from "../../../server/document/types";

/** What the ranges of each field cover: form, key, value as it stands, line; and the value where it is put together. */
function read(text: string) {
  return parseDocument(text).header.fields.map((field) => {
    const { form, value } = field;
    const [key, raw, line] = [field.keyRange, field.valueRange, field.lineRange].map(({ start, end }) =>
      text.slice(start, end),
    );
    expect(key).toBe(field.key);
    return value === raw ? [form, key, raw, line] : [form, key, raw, line, value];
  });
}

function keysOf(text: string): readonly string[] {
  return parseDocument(text).header.fields.map((field) => field.key);
}

function field(text: string, key: string): HeaderField {
  const found = parseDocument(text).header.fields.find((each) => each.key === key);
  if (found === undefined) throw new Error(`${key} is missing`);
  return found;
}

describe("forms", () => {
  it("reads bold fields, with the colon inside and outside of the bold", () => {
    expect(
      read("# T\n\n**Owner:** PMO Lead\n**Status**: Active\n__Version:__ 1.0\n__Scope__ : all\n"),
    ).toEqual([
      ["bold", "Owner", "PMO Lead", "**Owner:** PMO Lead"],
      ["bold", "Status", "Active", "**Status**: Active"],
      ["bold", "Version", "1.0", "__Version:__ 1.0"],
      ["bold", "Scope", "all", "__Scope__ : all"],
    ]);
  });

  it("reads a line that is bold as a whole", () => {
    expect(read("# T\n\n**Owner: PMO Lead**\n")).toEqual([
      ["bold", "Owner", "PMO Lead", "**Owner: PMO Lead**"],
    ]);
  });

  it("has no key that begins with white space", () => {
    expect(read("# T\n\n**\tOwner:** PMO Lead\n")).toEqual([
      ["bold", "Owner", "PMO Lead", "**\tOwner:** PMO Lead"],
    ]);
    expect(read("# T\n\n__  __Owner:__ PMO Lead\n")).toEqual([]);
  });

  it("reads plain lines, under the title with and without a blank line", () => {
    const fields = [
      ["plain", "Owner", "PMO Lead", "Owner: PMO Lead"],
      ["plain", "Last Updated", "2026-02-18", "Last Updated: 2026-02-18"],
    ];
    expect(read("# T\nOwner: PMO Lead\nLast Updated: 2026-02-18\n")).toEqual(fields);
    expect(read("# T\n\nOwner: PMO Lead\nLast Updated: 2026-02-18\n")).toEqual(fields);
  });

  it("leaves hard line breaks and comments out of the value, not out of the line", () => {
    expect(
      read("# T\n\n**A:** one  \n**B:** two\\\n**C:** three<br>\n**D:** four <!-- or five -->  \n"),
    ).toEqual([
      ["bold", "A", "one", "**A:** one  "],
      ["bold", "B", "two", "**B:** two\\"],
      ["bold", "C", "three", "**C:** three<br>"],
      ["bold", "D", "four", "**D:** four <!-- or five -->  "],
    ]);
  });

  it.each([" | ", " · ", " • ", "; ", ", ", " / ", " — ", " - ", " ", "   "])(
    "splits bold fields at `%s`",
    (separator) => {
      const line = `**Owner:** PMO Lead${separator}**Status:** Active`;
      expect(read(`# T\n\n${line}\n`)).toEqual([
        ["bold", "Owner", "PMO Lead", line],
        ["bold", "Status", "Active", line],
      ]);
    },
  );

  it("splits plain fields at a bar only", () => {
    const line = "Owner: PMO Lead | Status: Active; note: none";
    expect(read(`# T\n\n${line}\n`)).toEqual([
      ["plain", "Owner", "PMO Lead", line],
      ["plain", "Status", "Active; note: none", line],
    ]);
  });

  it("takes a dash between two fields for the value of the first where that has no other", () => {
    expect(read("# T\n\n**Filed:** — **Owner:** PMO Lead\n").map(([, key, value]) => [key, value])).toEqual([
      ["Filed", "—"],
      ["Owner", "PMO Lead"],
    ]);
  });

  it("reads list items of every kind, and what stands below them", () => {
    const text = "# T\n\n- **Owner:** PMO Lead\n  and QA Lead\n- Status: Active\n- **A:** 1 | **B:** 2\n";
    expect(read(text)).toEqual([
      [
        "list",
        "Owner",
        "PMO Lead\n  and QA Lead",
        "- **Owner:** PMO Lead\n  and QA Lead",
        "PMO Lead and QA Lead",
      ],
      ["list", "Status", "Active", "- Status: Active"],
      ["list", "A", "1", "- **A:** 1 | **B:** 2"],
      ["list", "B", "2", "- **A:** 1 | **B:** 2"],
    ]);
    expect(keysOf("# T\n\n1. Owner: a\n2. Status: b\n")).toEqual(["Owner", "Status"]);
    expect(keysOf("# T\n\n* Owner: a\n\n* Status: b\n")).toEqual(["Owner", "Status"]);
  });

  it("reads block quotes, also around a list", () => {
    expect(read("# T\n\n> **Owner:** PMO Lead\n>\n> Status: Active\n")).toEqual([
      ["quote", "Owner", "PMO Lead", "> **Owner:** PMO Lead"],
      ["quote", "Status", "Active", "> Status: Active"],
    ]);
    expect(read("# T\n\n> - **Owner:** PMO Lead\n")).toEqual([
      ["quote", "Owner", "PMO Lead", "> - **Owner:** PMO Lead"],
    ]);
  });

  it("reads a table of two columns, whose head is a field or names the columns", () => {
    expect(read("# T\n\n| Owner | PMO Lead |\n|---|---|\n| **Status:** | Active \\| open |\n")).toEqual([
      ["table", "Owner", "PMO Lead", "| Owner | PMO Lead |"],
      ["table", "Status", "Active \\| open", "| **Status:** | Active \\| open |", "Active | open"],
    ]);
    expect(keysOf("# T\n\nField | Value\n---|---\nOwner | a\nStatus | b\n")).toEqual(["Owner", "Status"]);
    expect(keysOf("# T\n\n| | |\n|---|---|\n| Owner | a |\n")).toEqual(["Owner"]);
  });

  it("reads keys of any language, with their own colons", () => {
    const text = "# T\n\n**Propriétaire\u00a0:** A\n**責任者：** B\n**Última actualización:** C\n責任者：D\n";
    expect(read(text).map(([, key, value]) => [key, value])).toEqual([
      ["Propriétaire", "A"],
      ["責任者", "B"],
      ["Última actualización", "C"],
      ["責任者", "D"],
    ]);
  });

  it("counts in UTF-16 units", () => {
    const text = "# 🚲\n\n**👤 Owner:** 🟢 PMO Lead\n";
    const { keyRange, valueRange, folded } = field(text, "👤 Owner");
    expect(folded).toBe("owner");
    expect(keyRange).toEqual({ start: 8, end: 16 });
    expect(valueRange).toEqual({ start: 20, end: 31 });
  });

  it("folds keys without regard to case, white space, `_` and `-`", () => {
    const keys = ["Last Updated", "LAST_UPDATED", "last-updated", "Last  updated", "`Last Updated`"];
    expect(keys.map((key) => parseDocument(`# T\n\n**${key}:** x\n`).header.fields[0]?.folded)).toEqual(
      keys.map(() => "last updated"),
    );
  });
});

describe("values", () => {
  it("joins indented lines to the value above, and the line below a bare key", () => {
    expect(
      read("# T\n\n**Owner:** PMO Lead\n  and QA Lead\n**Scope:**\nall of it\n**Status:** Active\n"),
    ).toEqual([
      [
        "bold",
        "Owner",
        "PMO Lead\n  and QA Lead",
        "**Owner:** PMO Lead\n  and QA Lead",
        "PMO Lead and QA Lead",
      ],
      ["bold", "Scope", "all of it", "**Scope:**\nall of it"],
      ["bold", "Status", "Active", "**Status:** Active"],
    ]);
  });

  it("joins a wrapped line where another field follows in the same paragraph", () => {
    expect(read("# T\n\n**Superseded by:** `a.md`, which was\nmoved\n**Owner:** PMO Lead\n")).toEqual([
      [
        "bold",
        "Superseded by",
        "`a.md`, which was\nmoved",
        "**Superseded by:** `a.md`, which was\nmoved",
        "`a.md`, which was moved",
      ],
      ["bold", "Owner", "PMO Lead", "**Owner:** PMO Lead"],
    ]);
  });

  it("takes a list below a bare key for its value", () => {
    expect(read("# T\n\n**Owner:** PMO Lead\n**Items:**\n\n- one\n- two\n\n**Status:** Active\n")).toEqual([
      ["bold", "Owner", "PMO Lead", "**Owner:** PMO Lead"],
      ["bold", "Items", "one\n- two", "**Items:**\n\n- one\n- two", "one, two"],
      ["bold", "Status", "Active", "**Status:** Active"],
    ]);
  });

  it("leaves an empty range right behind the colon where there is no value", () => {
    const text = "# T\n\n**Owner:**  \nStatus: <!-- none -->";
    expect(field(text, "Owner").valueRange).toEqual({ start: 15, end: 15 });
    expect(field(text, "Status").valueRange.start).toBe(text.indexOf("Status:") + 7);
    expect(field("# T\n\n| Owner | |\n|---|---|\n", "Owner").value).toBe("");
  });

  it("keeps links, code, emphasis and notes as they are written", () => {
    const value = "[PMO: Lead](a:b.md) — `x | y` (**bold** since 2026)";
    expect(field(`# T\n\n**Owner:** ${value}\n`, "Owner").value).toBe(value);
  });
});

describe("place", () => {
  it("finds the header before the title, after it, and below a subtitle", () => {
    for (const text of [
      "**A:** 1\n**B:** 2\n\n# T\n",
      "# T\n\n**A:** 1\n**B:** 2\n",
      "# T\n\n## Sub\n\n**A:** 1\n**B:** 2\n",
      "T\n=\n\n**A:** 1\n**B:** 2\n",
      "<!-- note -->\n\n# T\n\n<!-- note -->\n\n**A:** 1\n**B:** 2\n",
      "# T\n\n---\n\n**A:** 1\n**B:** 2\n",
      "import X from 'x'\n\n# T\n\n**A:** 1\n**B:** 2\n",
      "# T\n\n![a](a.svg) [![b](b.svg)](b)\n\n**A:** 1\n**B:** 2\n",
      "<div>\n<img>\n</div>\n\n# T\n\n<img src=x>\n\n**A:** 1\n**B:** 2\n",
      "\uFEFF**A:** 1\n**B:** 2\n\n# T\n",
    ]) {
      expect(keysOf(text), JSON.stringify(text)).toEqual(["A", "B"]);
    }
  });

  it("lets the block hold blank lines and the title", () => {
    expect(keysOf("**A:** 1\n\n# T\n\n**B:** 2\n\n**C:** 3\n")).toEqual(["A", "B", "C"]);
  });

  it("takes fields right above a line of dashes for a header, not for a heading", () => {
    const text = "# T\n\n**A:** 1\n**B:** 2\n---\n\n## S\n";
    const parsed = parseDocument(text);
    expect(read(text).map(([, key, , line]) => [key, line])).toEqual([
      ["A", "**A:** 1"],
      ["B", "**B:** 2"],
    ]);
    expect(parsed.sections.map((section) => section.title)).toEqual(["T", "S"]);
    expect(keysOf("# T\n\n**A:** 1\n---\n")).toEqual(["A"]);
    expect(keysOf("Owner: a\nStatus: b\n---\n\n# T\n")).toEqual(["Owner", "Status"]);
  });

  it("leaves a heading with a colon a heading", () => {
    for (const text of [
      "# T\n\nOutlook: spring\n---\n",
      "Outlook: spring\nand: autumn\n===\n",
      "## Status: open\n",
    ]) {
      expect(keysOf(text), JSON.stringify(text)).toEqual([]);
    }
  });

  it.each([
    ["a thematic break", "---\n\n"],
    ["a heading", "## S\n\n"],
    ["a paragraph", "Text.\n\n"],
    ["prose in the header's own paragraph", null],
    ["a fence", "```\nx\n```\n\n"],
    ["a list of words", "- one\n- two\n\n"],
    ["a task list", "- [ ] Owner: x\n\n"],
    ["a table behind fields", "| Status | Meaning |\n|---|---|\n| Draft | new |\n\n"],
    ["a wide table", "| A | B | C |\n|---|---|---|\n\n"],
    ["HTML", "<div>\n</div>\n\n"],
  ])("ends at %s", (_, between) => {
    const text =
      between === null ? "# T\n\n**A:** 1\nText.\n\n**B:** 2\n" : `# T\n\n**A:** 1\n\n${between}**B:** 2\n`;
    const { header } = parseDocument(text);
    expect(header.fields.map((each) => each.key)).toEqual(["A"]);
    expect(header.range).toEqual({ start: 5, end: 13 });
  });

  it("finds none in fences, indented code, prose, and tables of content", () => {
    for (const text of [
      "# T\n\n```\n**A:** 1\n```\n",
      "# T\n\n    **A:** 1\n",
      "# T\n\nThe owner of this text is: nobody in particular.\n",
      "# T\n\nNote: this runs on\nover two lines.\n",
      "# T\n\nAs of today the following holds for everybody: nothing.\n",
      "# T\n\n| Endpoint | Purpose |\n|---|---|\n| /a | reads |\n",
      "# T\n\n| 1 | one |\n|---|---|\n| 2 | two |\n",
      "# T\n\nhttps://example.org: a page\n",
      "# T\n\n![a](a.svg) and text\n\n**A:** 1\n",
      "## S\n\n**A:** 1\n",
      "# T\n\n## S\n\nOwner: one field is no header\n",
      "",
      "\n\n",
    ]) {
      expect(keysOf(text), JSON.stringify(text)).toEqual([]);
      expect(parseDocument(text).header.range).toBeUndefined();
    }
  });

  it("reads the same fields with every line ending", () => {
    const text = "# T\n\n**A:** 1  \n**B:** 2\n  more\n\n- **C:** 3\n\n> **D:** 4\n";
    const plain = parseDocument(text).header.fields.map(({ key, value }) => [key, value]);
    expect(plain).toEqual([
      ["A", "1"],
      ["B", "2 more"],
      ["C", "3"],
      ["D", "4"],
    ]);
    for (const ending of ["\r\n", "\r"]) {
      const fields = parseDocument(text.replaceAll("\n", ending)).header.fields;
      expect(fields.map(({ key, value }) => [key, value])).toEqual(plain);
    }
  });
});
