/** Which changes of a filed record its policy lets pass, and by which region. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/base/edit";
import { loadPolicies } from "../../../server/engine/policies";
import { changedRangeOf, linesOf } from "../../../server/records/describe-changes";
import { findFiledClass } from "../../../server/records/filed-class";
import { judgeChanges } from "../../../server/records/judge-changes";

const PATH = "notes/a.md";
const FILED = `# Note

**Status:** Filed
**Owner:** Keeper
**Superseded by:** —

First words, with a [link](old.md) and \`[code](old.md)\`.

Second words.

| Key | Value |
|-----|-------|
| one | 1     |

\`\`\`sh
run  it
\`\`\`

## Log

- 2026-01-01 begun

## Errata

- 2026-02-01: a typo

## End

Last words.
`;

function policy(settings: string): string {
  return `version: 1
classes:
  note:
    name: Note
    paths: [notes/**]
    fields: { Status: { type: state }, Owner: {}, Superseded by: {} }
    states: { Open: { next: [Filed] }, Filed: {}, Superseded: {} }
    immutable: { when: [{ Status: Filed }, { Status: Superseded }], ${settings} }
`;
}

function judge(settings: string, now: string, ignoreEndings = false) {
  const lookup = loadPolicies(["docket.yaml"], () => policy(settings));
  expect(lookup.problems.map((each) => each.message)).toEqual([]);
  const ofNote = lookup.policyFor(PATH);
  const documentClass = ofNote && findFiledClass(PATH, FILED, ofNote);
  if (ofNote === undefined || documentClass === undefined) throw new Error("the note is not filed");
  return judgeChanges(FILED, now, { documentClass, policy: ofNote }, { ignoreEndings });
}

/** The regions of the changes, `no` for one that is not allowed. */
function regions(settings: string, now: string): readonly string[] {
  return judge(settings, now).changes.map(({ region }) => region ?? "no");
}

const swap = (from: string, to: string) => {
  expect(FILED).toContain(from);
  return FILED.replace(from, () => to);
};

describe("a frozen record", () => {
  const everything = [
    ["a word", swap("Second words", "Other words")],
    ["a line more", swap("Second words.\n", "Second words.\n\nThird words.\n")],
    ["a line less", swap("Second words.\n\n", "")],
    ["a space", swap("Second words", "Second  words")],
    ["a link's target", swap("(old.md) and", "(new.md) and")],
    ["a field", swap("by:** —", "by:** b.md")],
    ["an erratum", swap("a typo\n", "a typo\n- 2026-03-01: another\n")],
    ["its end", `${FILED}\nMore.\n`],
  ] as const;
  it.each(everything)("lets nothing change: %s", (_, now) => {
    expect(regions("mode: frozen", now)).toEqual(["no"]);
  });
});

describe("white space", () => {
  const allowed = [
    ["between words", swap("Second words", "Second   words")],
    ["at a line's end", swap("Second words.", "Second words.  ")],
    ["a blank line more between paragraphs", swap("\n\nSecond", "\n\n\nSecond")],
    ["a byte order mark", `\uFEFF${FILED}`],
    ["in a table's row", swap("| one | 1     |", "| one | 1 |")],
  ] as const;
  it.each(allowed)("%s", (_, now) =>
    expect(regions("allow: { whitespace: true }", now)).toEqual(["whitespace"]),
  );
  const refused = [
    ["indentation, which makes code", swap("Second words", "    Second words")],
    ["two paragraphs made one", swap(".\n\nSecond", ".\nSecond")],
    ["within code", swap("run  it", "run it")],
    ["a word cut in two", swap("Second", "Sec ond")],
    ["two fields on one line", swap("**Status:** Filed\n**Owner", "**Status:** Filed **Owner")],
  ] as const;
  it.each(refused)("not %s", (_, now) => expect(regions("allow: { whitespace: true }", now)).toEqual(["no"]));

  it("line endings, all of them and some", () => {
    const crlf = FILED.replaceAll("\n", "\r\n");
    expect(regions("allow: { whitespace: true }", crlf)).toEqual(["whitespace"]);
    expect(regions("mode: frozen", crlf)).toEqual(["no"]);
    expect(judge("mode: frozen", crlf, true).changes).toEqual([]);
    expect(regions("allow: { whitespace: true }", crlf.replace("Second", "Other"))).toEqual([
      "no",
      "whitespace",
    ]);
  });
});

describe("links", () => {
  const settings = "allow: { links: true }";
  it("lets a target be repaired", () =>
    expect(regions(settings, swap("(old.md) and", "(../new.md) and"))).toEqual(["links"]));
  const refused = [
    ["the link's words", swap("[link]", "[other]")],
    ["a target within code", swap("`[code](old.md)`", "`[code](new.md)`")],
    ["a link more", swap("Second words", "[Second](a.md) words")],
    ["a link that becomes an image", swap("a [link]", "a ![link]")],
  ] as const;
  it.each(refused)("not %s", (_, now) => expect(regions(settings, now)).toEqual(["no"]));
});

describe("fields", () => {
  const settings = `allow: { fields: { Superseded by: "*", Status: [Superseded] } }`;
  it("lets a field take any value, or one of those given", () => {
    expect(regions(settings, swap("by:** —", "by:** b.md"))).toEqual(["field:Superseded by"]);
    expect(regions(settings, swap("Status:** Filed", "Status:** Superseded"))).toEqual(["field:Status"]);
  });
  const refused = [
    ["another value", swap("Status:** Filed", "Status:** Open")],
    ["another field", swap("Keeper", "Somebody")],
    [
      "a field and another one",
      swap("**Owner:** Keeper\n**Superseded by:** —", "**Owner:** X\n**Superseded by:** b"),
    ],
    ["words below the field", swap("by:** —\n", "by:** b.md\nand more words\n")],
  ] as const;
  it.each(refused)("not %s", (_, now) => expect(regions(settings, now)).toContain("no"));
});

describe("the body alone is permanent", () => {
  it("lets the header change while the document stays filed", () => {
    expect(regions("mode: body", swap("Keeper", "Somebody"))).toEqual(["header"]);
    expect(regions("mode: body", swap("Status:** Filed", "Status:** Open"))).toEqual(["no"]);
    expect(regions("mode: body", swap("# Note", "# Other"))).toEqual(["no"]);
  });
});

describe("additions", () => {
  it("only at the end, or at the end of a named section", () => {
    expect(regions("mode: append-only", `${FILED}\nMore words.\n`)).toEqual(["append"]);
    expect(regions("mode: append-only", swap("Second words.\n", "Second words.\n\nThird.\n"))).toEqual([
      "no",
    ]);
    expect(regions("mode: append-only", swap("Last words.", "Last words, and more."))).toEqual(["no"]);
    const log = "mode: append-only, appendTo: [Log]";
    expect(regions(log, swap("begun\n", "begun\n- 2026-03-02 ended\n"))).toEqual(["append"]);
    expect(regions(log, swap("- 2026-01-01 begun\n", "- 2025-12-31 before\n- 2026-01-01 begun\n"))).toEqual([
      "no",
    ]);
    expect(regions(log, `${FILED}\nMore words.\n`)).toEqual(["no"]);
  });

  it("may not make something else of what stands above", () => {
    expect(regions("mode: append-only", `${FILED}===\n`)).toEqual(["no"]);
  });

  it("dated errata in their section, which may come with the first one", () => {
    const settings = "allow: { errata: [Errata, Corrections] }";
    expect(regions(settings, swap("a typo\n", "a typo\n- 2026-03-01: another\n"))).toEqual(["errata"]);
    expect(regions(settings, swap("a typo\n", "a typo\n- another\n"))).toEqual(["no"]);
    expect(regions(settings, swap("- 2026-02-01: a typo", "- 2026-02-01: a grave mistake"))).toEqual(["no"]);
    expect(regions(settings, swap("begun\n", "begun\n- 2026-03-01: in the log\n"))).toEqual(["no"]);
    expect(regions(settings, `${FILED}\n## Corrections\n\n- 2026-03-01: the first\n`)).toEqual(["errata"]);
    expect(regions(settings, swap("Second words", "## Errata\n\n2026-03-01\n\nSecond words"))).toEqual([
      "no",
    ]);
  });
});

describe("every change", () => {
  const lines = fc.array(fc.constantFrom("", "a", "b", "# c", "- d", "  e", "```", "---", "| f |"), {
    maxLength: 12,
  });
  const text = fc
    .tuple(lines, fc.constantFrom("\n", "\r\n"), fc.boolean())
    .map(([each, ending, ended]) => each.join(ending) + (ended && each.length > 0 ? ending : ""));

  it("is found, lies within the text, and put back gives what was filed", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lookup = loadPolicies(["docket.yaml"], () => policy("mode: frozen"));
        const ofNote = lookup.policyFor(PATH);
        const documentClass = ofNote?.classes[0];
        if (ofNote === undefined || documentClass === undefined) throw new Error("no policy");
        const set = judgeChanges(before, after, { documentClass, policy: ofNote });
        expect(set.changes.length === 0).toBe(before === after);
        const total = after === "" ? 1 : after.split(/\r\n|\n/).length;
        const hunks = set.changes.filter(({ endings }) => !endings);
        for (const change of set.changes) {
          const { range } = changedRangeOf(set, change);
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(after.length);
          const [from, to] = linesOf(change);
          expect(from).toBeGreaterThanOrEqual(1);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(Math.max(1, total));
        }
        const edits = hunks.map((change) => {
          const { lines: range, filed } = changedRangeOf(set, change);
          return { range, newText: filed };
        });
        // line endings that changed by themselves are another change
        const plain = (each: string) => each.replaceAll("\r\n", "\n").replace(/\n$/, "");
        expect(plain(applyEdits(after, edits))).toBe(plain(before));
      }),
    );
  });
});
