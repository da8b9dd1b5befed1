/** YAML front matter as header fields: exact ranges, what is no valid YAML, and code that is never run. */
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../server/document/parse-document";

/** Of each field the key, the value as it stands and the line; and the value where it reads otherwise. */
function read(text: string) {
  const { header } = parseDocument(text);
  return header.fields.map((field) => {
    expect(field.form).toBe("front-matter");
    const [key, raw, line] = [field.keyRange, field.valueRange, field.lineRange].map(({ start, end }) =>
      text.slice(start, end),
    );
    expect(key).toBe(field.key);
    return field.value === raw ? [key, raw, line] : [key, raw, line, field.value];
  });
}

/** Where the problems stand and what they say. */
function problems(text: string) {
  return parseDocument(text).header.problems.map(({ range, message }) => [
    text.slice(range.start, range.end),
    message,
  ]);
}

describe("fields", () => {
  it("reads flat front matter", () => {
    expect(read("---\nowner: PMO Lead\nlast_updated:   2026-02-18  \nDate Filed: —\n---\n")).toEqual([
      ["owner", "PMO Lead", "owner: PMO Lead"],
      ["last_updated", "2026-02-18", "last_updated:   2026-02-18  "],
      ["Date Filed", "—", "Date Filed: —"],
    ]);
  });

  it("reads quotes, comments, numbers, lists, maps and values over several lines", () => {
    const text = [
      "---",
      'owner: "PMO: Lead" # who',
      "version: 1.10",
      "'Last Updated': 2026-02-18",
      "tags: [a, b]",
      "items:",
      "  - 3.2",
      "  - '4.1'",
      "summary: >",
      "  two",
      "  lines",
      "site: { layout: page }",
      "lead: &l Head",
      "deputy: *l",
      "---",
      "# T",
    ].join("\n");
    expect(read(text)).toEqual([
      ["owner", '"PMO: Lead"', 'owner: "PMO: Lead" # who', "PMO: Lead"],
      ["version", "1.10", "version: 1.10"],
      ["Last Updated", "2026-02-18", "'Last Updated': 2026-02-18"],
      ["tags", "[a, b]", "tags: [a, b]", "a, b"],
      ["items", "- 3.2\n  - '4.1'", "items:\n  - 3.2\n  - '4.1'", "3.2, 4.1"],
      ["summary", ">\n  two\n  lines", "summary: >\n  two\n  lines", "two lines"],
      ["site", "{ layout: page }", "site: { layout: page }"],
      ["lead", "Head", "lead: &l Head"],
      ["deputy", "*l", "deputy: *l", "Head"],
    ]);
  });

  it("reads the same values with and without the fast path for flat lines", () => {
    const flat = "owner: PMO Lead\nstatus: Active\nempty:\nnone: ~\nnull: null\nversion: 1.0\nold: true\n";
    const fast = parseDocument(`---\n${flat}---\n`).header.fields;
    const slow = parseDocument(`---\n${flat}tags: [a]\n---\n`).header.fields.slice(0, -1);
    expect(slow).toEqual(fast);
    expect(fast.map(({ value }) => value)).toEqual(["PMO Lead", "Active", "", "", "", "1.0", "true"]);
  });

  it("keeps the brackets around a field's own name, which is a template's mark and no list", () => {
    expect(
      read("---\nowner: [owner]\nLast-Updated: [ last updated ]\nstatus: [Draft]\nitems:\n  - items\n---\n"),
    ).toEqual([
      ["owner", "[owner]", "owner: [owner]"],
      ["Last-Updated", "[ last updated ]", "Last-Updated: [ last updated ]"],
      ["status", "[Draft]", "status: [Draft]", "Draft"],
      ["items", "- items", "items:\n  - items", "items"],
    ]);
  });

  it("leaves an empty range behind the colon where there is no value", () => {
    for (const tail of ["", "tags: [a]\n"]) {
      const text = `---\nowner:  \nstatus: Active\n${tail}---\n`;
      const owner = parseDocument(text).header.fields[0];
      expect(owner?.valueRange).toEqual({ start: 10, end: 10 });
      expect(owner?.value).toBe("");
    }
  });

  it("reads CRLF without the carriage return, and behind a byte order mark", () => {
    for (const tail of ["", "tags: [a]\r\n"]) {
      const text = `\uFEFF---\r\nowner: PMO Lead\r\nstatus: Active\r\n${tail}---\r\n`;
      expect(read(text).slice(0, 2)).toEqual([
        ["owner", "PMO Lead", "owner: PMO Lead"],
        ["status", "Active", "status: Active"],
      ]);
    }
  });

  it("covers both lines of dashes, and ends at dots as well", () => {
    const text = "---\nowner: a\n...\n# T\n";
    expect(parseDocument(text).header.frontMatter).toEqual({ start: 0, end: 16 });
    expect(read(text)).toEqual([["owner", "a", "owner: a"]]);
  });

  it("stands before the fields of the text", () => {
    const { fields } = parseDocument("---\ntitle: T\n---\n\n# T\n\n**Owner:** a\n").header;
    expect(fields.map(({ key, form }) => [key, form])).toEqual([
      ["title", "front-matter"],
      ["Owner", "bold"],
    ]);
  });

  it.each(["---\n---\n", "---\n\n---\n", "---\n# only a comment\n---\n"])("is empty in %j", (text) => {
    expect(read(text)).toEqual([]);
    expect(problems(text)).toEqual([]);
  });

  it("is no front matter behind a first line, or without an end", () => {
    expect(parseDocument("\n---\nowner: a\n---\n").header.frontMatter).toBeUndefined();
    expect(parseDocument("---\nowner: a\n").header.frontMatter).toBeUndefined();
  });
});

describe("problems", () => {
  it("says where the YAML goes wrong, and reads nothing of it", () => {
    for (const text of [
      "---\nowner: @pmo\n---\n",
      "---\nowner: a\n\tstatus: b\n---\n",
      "---\nowner: [a\n---\n",
    ]) {
      expect(parseDocument(text).header.problems, text).toHaveLength(1);
      expect(read(text)).toEqual([]);
    }
    expect(problems("---\nstatus: a\nowner: @pmo\n---\n")).toEqual([
      ["@", "A value cannot begin with `@`. Put it in quotes."],
    ]);
  });

  it("keeps the first of a key that stands there twice", () => {
    const text = "---\nowner: a\nowner: b\n---\n";
    expect(problems(text)).toEqual([["owner", "`owner` stands here twice; the first one counts."]]);
    expect(parseDocument(text).header.problems[0]?.range.start).toBe(13);
    expect(read(text)).toEqual([["owner", "a", "owner: a"]]);
  });

  it("does not take a list or a sentence for fields", () => {
    expect(problems("---\n- a\n- b\n---\n")).toEqual([["- a", "It is no list of keys with values."]]);
    expect(problems("---\njust words\n---\n")).toEqual([
      ["just words", "It is no list of keys with values."],
    ]);
  });

  it("misses a line of dashes only where lower-case keys tell that it was meant", () => {
    expect(problems("owner: a\nstatus: b\n---\n\n# T\n")).toEqual([
      ["owner", "The line `---` that opens it is missing."],
    ]);
    expect(problems("---\nowner: a\nstatus: b\n\n# T\n")).toEqual([
      ["---", "The line `---` that closes it is missing."],
    ]);
    expect(problems("Owner: a\nStatus: b\n---\n\n# T\n")).toEqual([]);
    expect(problems("---\n\nowner: a\nstatus: b\n\n# T\n")).toEqual([]);
    expect(problems("---\nOwner: a\nStatus: b\n\n# T\n")).toEqual([]);
  });

  it("survives anchors that stand for billions of values, and nesting without end", () => {
    const bomb = Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1},`.repeat(9)}]`).join(
      "\n",
    );
    expect(problems(`---\n${bomb.replace(/\*a-1,/g, "x,")}\n---\n`)).toHaveLength(1);
    expect(problems(`---\na: ${"[".repeat(20_000)}\n---\n`)).toHaveLength(1);
  });
});

describe("front matter in a programming language", () => {
  const code = 'globalThis.docketWasHere = true; module.exports = { owner: "a" }';

  it.each(["---js", "---javascript", "--- js", "---coffee", "---json"])(
    "is not run and not read: %s",
    (opening) => {
      const { header } = parseDocument(`${opening}\n${code}\n---\n\n# T\n`);
      expect(Reflect.get(globalThis, "docketWasHere")).toBeUndefined();
      expect(header.fields).toEqual([]);
      expect(header.frontMatter).toBeUndefined();
    },
  );

  it("is not run when it hides within YAML", () => {
    const text = `---\nowner: a\njs: !!js/function "${code.replaceAll('"', "'")}"\n---\n`;
    expect(read(text)[0]).toEqual(["owner", "a", "owner: a"]);
    expect(Reflect.get(globalThis, "docketWasHere")).toBeUndefined();
  });
});
